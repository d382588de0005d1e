import { DocsContext, Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ANATOMY, NOT_DRAWN } from '../anatomy/drawn-states.js';
import { drawingOf } from '../anatomy/draw-parts.js';
import type { ElementDoc } from '../manifest.js';
import { useToolbars } from './every-state.js';
import './anatomy.css';
import { StateFrame } from './state-frame.js';

/**
 * The element with a number on each of its parts, beside the list of them. The numbers stand where the parts are, measured in the
 * page that is shown: in every language, direction and width. The list says as well what is not to be seen in this state.
 */
export function Anatomy({ element }: { readonly element: ElementDoc }): ReactElement | null {
  const docs = useContext(DocsContext);
  const states = Object.keys(ANATOMY[element.tagName] ?? {});
  const stories = docs.componentStories().filter(({ id }) => states.includes(nameOf(id)));
  const globals = useToolbars(docs, stories[0]);
  const [chosen, setChosen] = useState(states[0]);
  const [pointedAt, setPointedAt] = useState<string>();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const lit = useRef<string | undefined>(undefined);
  lit.current = pointedAt;
  const names = (element.cssParts ?? []).map(({ name }) => name);
  const story = stories.find(({ id }) => nameOf(id) === chosen);
  const draw = useCallback(
    (page: Document) => {
      const { draw: drawNow, remove } = drawingOf(page, element.tagName, names);
      let next = 0;
      // What moves a part (words that come, a narrower window) tells nobody: looked at with every frame while it is on the screen.
      const look = (): void => {
        const shown = [...drawNow(lit.current).keys()];
        setSeen((before) => (before.join() === shown.join() ? before : shown));
        next = requestAnimationFrame(look);
      };
      look();
      return () => {
        cancelAnimationFrame(next);
        remove();
      };
    },
    [element.tagName, names.join()],
  );
  useEffect(() => setSeen([]), [chosen]);
  if (!story) return null;
  return (
    <section className="anatomy-section">
      <h2>Anatomy</h2>
      <p>
        <label>
          State:{' '}
          <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {states.map((state) => (
              <option key={state} value={state}>
                {titleOf(stories, state)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div className="anatomy-columns">
        <StateFrame
          key={story.id}
          story={story.id}
          title={`${story.name}, with numbers`}
          globals={globals}
          least={440}
          onPage={draw}
        />
        <div className="anatomy-list" role="region" aria-label="Parts" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">Part</th>
                <th scope="col">What it is</th>
              </tr>
            </thead>
            <tbody onMouseLeave={() => setPointedAt(undefined)} onBlur={() => setPointedAt(undefined)}>
              {(element.cssParts ?? []).map(({ name, description = '' }, at) => {
                const isSeen = seen.includes(name);
                const elsewhere = stateWith(element.tagName, name);
                return (
                  <tr
                    key={name}
                    data-seen={isSeen}
                    data-lit={pointedAt === name}
                    onMouseEnter={() => setPointedAt(name)}
                    onFocus={() => setPointedAt(name)}
                  >
                    <td>{at + 1}</td>
                    <th scope="row">
                      {/* Focusable, so that keys point at a part as well. */}
                      <code tabIndex={isSeen ? 0 : undefined}>{`::part(${name})`}</code>
                    </th>
                    <td>
                      <Markdown>{description.replaceAll(/\s+/g, ' ')}</Markdown>
                      {!isSeen && (
                        <p>
                          Not to be seen in this state.{' '}
                          {elsewhere && elsewhere !== chosen ? (
                            <button type="button" onClick={() => setChosen(elsewhere)}>
                              Show {titleOf(stories, elsewhere)}
                            </button>
                          ) : (
                            NOT_DRAWN[element.tagName]?.[name]
                          )}
                        </p>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

const stateWith = (tag: string, part: string): string | undefined =>
  Object.entries(ANATOMY[tag] ?? {}).find(([, parts]) => parts.includes(part))?.[0];

const nameOf = (id: string): string => id.replace(/.*--/, '');

const titleOf = (stories: readonly { readonly id: string; readonly name: string }[], state: string): string =>
  stories.find(({ id }) => nameOf(id) === state)?.name ?? state;
