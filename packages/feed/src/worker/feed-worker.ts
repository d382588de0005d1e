/**
 * The script of the worker in which feeds are checked. Loaded by a page that can have no worker, it gives that page the
 * same engine: nobody loads it twice.
 */
import type { FeedEngine } from './engine/feed-engine.js';
import { LocalEngine } from './engine/local-engine.js';
import { createPause } from './engine/pause.js';
import { serveEngine } from './engine/serve-engine.js';

/** The engine for a page's own thread: it works in pieces of a few milliseconds. */
export function createPageEngine(): FeedEngine {
  return new LocalEngine({ pause: createPause(8), isOnPage: true });
}

if ('WorkerGlobalScope' in globalThis) {
  serveEngine(globalThis, new LocalEngine({ pause: createPause(100), isOnPage: false }));
}
