import { Canvas, Description, DocsContext } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { useContext, useEffect, useState } from 'react';
import { initialGlobals } from '../toolbars.js';
import { StateFrame } from './state-frame.js';

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
            <StateFrame story={story.id} title={story.name} globals={{ ...globals, ...story.storyGlobals }} />
          ) : (
            <Canvas of={exported(story)} />
          )}
        </section>
      ))}
    </>
  );
}

/** What the toolbars say now. */
export function useToolbars(docs: Docs, story: StoryOfPage | undefined): object {
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
