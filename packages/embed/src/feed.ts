/**
 * `<feed-check>` for a script tag, with a checker that works in `enrollkit-feed-worker.js` beside this file. In the classic
 * build the exports are the members of the global `EnrollkitFeed`.
 *
 * On a page with Trusted Types: `trusted-types lit-html enrollkit`, with `'allow-duplicates'` when another file of the kit
 * is on the page too.
 */
import { elementDefiner, setDefaultFeedChecker } from '@enrollkit/elements';
import { FeedCheck } from '@enrollkit/elements/feed-check.js';
import { connectFeedChecker, createTrustedWorker, type FeedChecker, type FeedEngine } from '@enrollkit/feed/worker';

// Known only while the script is running for the first time.
const script = document.currentScript;
const here = script instanceof HTMLScriptElement && script.src ? script.src : import.meta.url;

/** A checker with the worker at this address; without one, that beside this file. */
export function createFeedChecker({
  workerUrl = new URL('./enrollkit-feed-worker.js', here),
}: { readonly workerUrl?: string | URL } = {}): FeedChecker {
  return connectFeedChecker({
    createWorker: () => createTrustedWorker(workerUrl),
    loadEngine: async () => (await import(String(workerUrl))) as { createPageEngine(): FeedEngine },
  });
}

setDefaultFeedChecker(createFeedChecker());

/** Registers the element under another name, so that two versions can share a page. */
export const defineElements: ReturnType<typeof elementDefiner> = elementDefiner({ 'feed-check': FeedCheck });

export { registerTerms } from '@enrollkit/elements';
export { setDefaultFeedChecker };
