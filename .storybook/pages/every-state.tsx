import { Canvas, Description, DocsContext } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { useContext, useEffect, useState } from 'react';
import { initialGlobals } from '../toolbars.js';

type Docs = React.ContextType<typeof DocsContext>;
type StoryOfPage = ReturnType<Docs['componentStories']>[number];

/**
 * Every state of an element. One that is reached by steps (a file chosen, a panel open) has a page of its own, in which the steps
 * are taken without taking the focus, or the whole screen, from this one.
 */
export function EveryState(): ReactElement {
  const docs = useContext(DocsContext);
  // The first stands on top of the page, unless it takes steps.
  const stories = docs.componentStories().filter(({ playFunction }, at) => at > 0 || playFunction);
  const globals = useToolbars(docs, stories[0]);
  return (
    <>
      <h2>Every state</h2>
      {stories.map((story) => (
        <section key={story.id} id={`state-${story.id}`}>
          <h3>
            <a href={`?path=/story/${story.id}`} target="_top">
              {story.name}
            </a>
          </h3>
          <Description of={exported(story)} />
          {story.playFunction ? (
            <PlayedState story={story} globals={{ ...globals, ...story.storyGlobals }} />
          ) : (
            <Canvas of={exported(story)} />
          )}
        </section>
      ))}
    </>
  );
}

/** As high as what is in it, once that has come. */
function PlayedState({ story, globals }: { readonly story: StoryOfPage; readonly globals: object }): ReactElement {
  const [height, setHeight] = useState(320);
  const asked = Object.entries(globals).map(([name, value]) => `${name}:${value as string}`);
  return (
    <iframe
      title={story.name}
      loading="lazy"
      className="state-frame"
      style={{
        blockSize: height,
        inlineSize: '100%',
        border: '1px solid color-mix(in srgb, currentColor 15%, transparent)',
      }}
      src={`iframe.html?id=${story.id}&viewMode=story&globals=a11y.manual:!true;${asked.join(';')}`}
      onLoad={({ currentTarget }) => {
        const root = currentTarget.contentDocument?.documentElement;
        const body = currentTarget.contentDocument?.body;
        if (root && body) new ResizeObserver(() => setHeight(Math.min(body.scrollHeight + 2, 1200))).observe(body);
      }}
    />
  );
}

function useToolbars(docs: Docs, story: StoryOfPage | undefined): object {
  const { channel } = docs;
  const [globals, setGlobals] = useState(() =>
    known(story ? (docs.getStoryContext(story).globals as object) : initialGlobals),
  );
  useEffect(() => {
    const changed = (event: { readonly globals: object }): void => {
      setGlobals(known(event.globals));
    };
    channel.on('globalsUpdated', changed);
    return () => channel.off('globalsUpdated', changed);
  }, [channel]);
  return globals;
}

/** What the story's file exports, of whatever type. */
const exported = (story: StoryOfPage): object => story.moduleExport as object;

const known = (globals: object): object =>
  Object.fromEntries(Object.entries(globals).filter(([name]) => name in initialGlobals));
