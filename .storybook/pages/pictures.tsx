/// <reference types="vite/client" />
import type { ReactElement } from 'react';
import { useState } from 'react';
import pictures from '../../stories/pictures/pictures.json' with { type: 'json' };

const { pages, stories } = pictures;
const AGREED = import.meta.glob<string>('../../stories/pictures/agreed/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Each story of an element as it is now, beside the picture of it that was agreed on. */
export function Pictures(): ReactElement {
  const elements = [...new Set(Object.keys(stories).map(elementOf))];
  const [element, setElement] = useState(elements[0]);
  return (
    <>
      <p>
        <label>
          Element{' '}
          <select value={element} onChange={({ target }) => setElement(target.value)}>
            {elements.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </p>
      {Object.entries(stories)
        .filter(([story]) => elementOf(story) === element)
        .flatMap(([story, modes]) => modes.map((mode) => <Pair key={`${story}.${mode}`} story={story} mode={mode} />))}
    </>
  );
}

function Pair({ story, mode }: { readonly story: string; readonly mode: string }): ReactElement {
  const { globals, width, height, forcedColors } = pages[mode as keyof typeof pages];
  const colours = forcedColors === 'active' ? ';colours:forced' : '';
  const name = `${story}.${mode}`;
  const frame = { width, height, maxWidth: '100%', border: '1px solid gray' };
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem' }}>
        <figure style={{ margin: 0 }}>
          <figcaption>Agreed</figcaption>
          <img alt={`${name}, as agreed`} style={frame} src={AGREED[`../../stories/pictures/agreed/${name}.png`]} />
        </figure>
        <figure style={{ margin: 0 }}>
          <figcaption>Now</figcaption>
          <iframe
            title={`${name}, as it is now`}
            style={frame}
            loading="lazy"
            src={`iframe.html?id=elements-${story}&viewMode=story&globals=${globals}${colours}`}
          />
        </figure>
      </div>
    </section>
  );
}

const elementOf = (story: string): string => story.replace(/--.*/, '');
