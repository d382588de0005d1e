import type { StoryContext } from '@storybook/web-components-vite';
import { addons } from 'storybook/preview-api';
import { initialGlobals, type Modes } from '../toolbars.js';

/** What a story's steps look for by name, or wait for: until they are done the host page is as they were written for. */
const HELD_BACK = ['language', 'texts', 'backend'] as const;

/** Each showing of a story has a signal of its own; a change of a toolbar is no new showing. */
const awaited = new WeakSet<AbortSignal>();
const played = new WeakSet<AbortSignal>();
const shown = new WeakMap<AbortSignal, { readonly args: object; readonly template: unknown }>();

/**
 * What the toolbars say, as far as a story can be shown so yet: a state that has to be reached by steps (a file chosen, an upload
 * on its way) is reached first, in the language and with the host of the story, and then shown as asked for. So every state can be
 * looked at in every mode, and no story has to know of modes.
 */
export function modesNow(context: StoryContext): Modes {
  const asked = context.globals as Modes;
  const { playFunction, abortSignal, viewMode, id } = context as StoryContext & { readonly playFunction?: unknown };
  if (viewMode !== 'story' || !playFunction || played.has(abortSignal)) return asked;
  const written = { ...initialGlobals, ...(context.storyGlobals as Partial<Modes>) };
  const kept = Object.fromEntries(HELD_BACK.map((name) => [name, written[name]]));
  if (HELD_BACK.every((name) => written[name] === asked[name])) return asked;
  if (!awaited.has(abortSignal)) showWhenPlayed(id, abortSignal);
  return { ...asked, ...kept };
}

function showWhenPlayed(id: string, abortSignal: AbortSignal): void {
  awaited.add(abortSignal);
  const channel = addons.getChannel();
  const finished = ({ storyId }: { readonly storyId: string }): void => {
    if (storyId !== id) return;
    channel.off('storyFinished', finished);
    played.add(abortSignal);
    if (!abortSignal.aborted) channel.emit('forceReRender');
  };
  channel.on('storyFinished', finished);
}

/** The story as it was rendered before, unless a control has changed it: a switch of the toolbar leaves it the state that it is in. */
export function renderedOnce<Template>({ args, abortSignal }: StoryContext, render: () => Template): Template {
  const before = shown.get(abortSignal);
  if (before && isSame(before.args, args)) return before.template as Template;
  const template = render();
  shown.set(abortSignal, { args, template });
  return template;
}

function isSame(one: object, other: object): boolean {
  const [before, now] = [Object.entries(one), new Map(Object.entries(other))];
  return before.length === now.size && before.every(([name, value]) => now.get(name) === value);
}
