import type { FeedChecker } from '@enrollkit/core/feed-checker.js';
import { pageSlot } from '../base/page-slot.js';

export type * from '@enrollkit/core/feed-checker.js';

interface DefaultChecker {
  checker: FeedChecker | undefined;
  readonly listeners: Set<() => void>;
}

const defaultChecker = (): DefaultChecker =>
  pageSlot('default-feed-checker', () => ({ checker: undefined, listeners: new Set() }));

/** Gives a checker to every `<feed-check>` on the page that has none of its own. */
export function setDefaultFeedChecker(checker: FeedChecker | undefined): void {
  const slot = defaultChecker();
  slot.checker = checker;
  for (const listener of slot.listeners) listener();
}

/** @internal */
export function getDefaultFeedChecker(): FeedChecker | undefined {
  return defaultChecker().checker;
}

/** @internal Calls `listener` when the page default is set, also later than the element is attached. */
export function onDefaultFeedChecker(listener: () => void): () => void {
  const { listeners } = defaultChecker();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
