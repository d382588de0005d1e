/**
 * `<feed-check>` for a script tag, with a checker that works in `enrollkit-feed-worker.js` beside this file. In the classic
 * build the exports are the members of the global `EnrollkitFeed`.
 *
 * On a page with Trusted Types: `trusted-types lit-html enrollkit`, also beside another file of the kit.
 */
import { FeedCheck, elementDefiner, setDefaultFeedChecker } from '@enrollkit/elements';
import { connectFeedChecker, createTrustedWorker, type FeedChecker, type FeedEngine } from '@enrollkit/feed/worker';
import { besideThisFile } from '../beside-this-file.js';

interface FeedCheckerOptions {
  /** Where the worker's script is. Default: beside this file. */
  readonly workerUrl?: string | URL;
  /** Makes the worker of that script, for a page with rules of its own for workers. */
  readonly createWorker?: () => Worker;
}

/** A checker with a worker of its own. */
export function createFeedChecker({
  workerUrl = besideThisFile('enrollkit-feed-worker.js'),
  createWorker,
}: FeedCheckerOptions = {}): FeedChecker {
  const address = String(workerUrl);
  return connectFeedChecker({
    workerUrl: address,
    createWorker: createWorker ?? (() => createTrustedWorker(address)),
    loadEngine: async () => (await import(address)) as { createPageEngine(): FeedEngine },
  });
}

setDefaultFeedChecker(createFeedChecker());

/** Registers the element; under another name with `{ prefix }`, so that two versions can share a page. */
export const defineElements: ReturnType<typeof elementDefiner> = elementDefiner({ 'feed-check': FeedCheck });

export { registerTerms, version } from '@enrollkit/elements';
export { setDefaultFeedChecker };
