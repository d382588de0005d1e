import type { FeedChecker } from '@enrollkit/core/feed-checker.js';
import { connectFeedChecker } from './connect-feed-checker.js';
import { createTrustedWorker } from './engine/trusted-worker.js';

export interface FeedCheckerOptions {
  /** Where the worker's script is, for a page without a bundler or with one that doesn't find it by itself. */
  readonly workerUrl?: string | URL;
  /** Makes the worker, for a host with rules of its own for them. */
  readonly createWorker?: () => Worker;
}

/**
 * A checker for `<feed-check>`: feeds are read, checked, priced, compared and repaired in a worker, and nothing leaves the
 * browser. Where no worker can be had (a strict policy, another origin) the page's own thread does the same in pieces of a
 * few milliseconds, and `summary.isOnPage` says so.
 *
 * A page with `require-trusted-types-for 'script'` allows the policy: `trusted-types enrollkit`.
 *
 * @example
 * setDefaultFeedChecker(createFeedChecker());
 */
export function createFeedChecker({ workerUrl, createWorker }: FeedCheckerOptions = {}): FeedChecker {
  return connectFeedChecker({
    createWorker: createWorker ?? (() => (workerUrl === undefined ? ownWorker() : createTrustedWorker(workerUrl))),
    loadEngine: async () => import('./feed-worker.js'),
    ...(workerUrl !== undefined && { workerUrl }),
  });
}

function ownWorker(): Worker {
  // The name of the browser's own, because bundlers look for exactly these words to put the script in its place.
  const Worker = function (address: URL) {
    return createTrustedWorker(address);
  } as unknown as new (address: URL, options: WorkerOptions) => globalThis.Worker;
  return new Worker(new URL('./feed-worker.js', import.meta.url), { type: 'module' });
}
