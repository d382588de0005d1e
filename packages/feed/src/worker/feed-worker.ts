/**
 * The script of the worker in which feeds are checked. Loaded by a page that can have no worker, it gives that page the
 * same engine: nobody loads it twice.
 */
import type { FeedEngine } from './feed-engine.js';
import { LocalEngine } from './local-engine.js';
import { createPause } from './pause.js';
import { serveEngine } from './serve-engine.js';

/** The engine for a page's own thread: it works in pieces of a few milliseconds. */
export function createPageEngine(): FeedEngine {
  return new LocalEngine({ pause: createPause(8), isOnPage: true });
}

if ('WorkerGlobalScope' in globalThis) {
  serveEngine(globalThis, new LocalEngine({ pause: createPause(100), isOnPage: false }));
}
