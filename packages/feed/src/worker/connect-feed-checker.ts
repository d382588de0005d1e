import { EnrollkitError } from '@enrollkit/core';
import type { FeedChecker, FeedCheckResult, FeedSummary } from '@enrollkit/core/feed-checker.js';
import type { FeedEngine } from './engine/feed-engine.js';
import { connectWorker, type WorkerEngine } from './engine/worker-engine.js';
import { watchForTrouble } from './engine/worker-trouble.js';

/** How a checker gets its engine. */
export interface EngineSource {
  /** Makes a worker of the script `@enrollkit/feed/feed-worker.js`. May throw: then the page's own thread does the work. */
  readonly createWorker: () => Worker;
  /** Gets the same script for the page's own thread. */
  readonly loadEngine: () => Promise<{ createPageEngine(): FeedEngine }>;
  /** Where the worker's script is, for saying what is wrong with it. */
  readonly workerUrl?: string | URL;
  /** A worker that says nothing in this time after it was made will never do. Default: half a minute. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;

/** Checks feeds with an engine from anywhere. `createFeedChecker` is this with the worker of the package. */
export function connectFeedChecker(source: EngineSource): FeedChecker {
  let isWorkerPossible = true;

  const connect = async (signal: AbortSignal | undefined): Promise<WorkerEngine> => {
    const patience = { signal, patienceMs: source.patienceMs ?? PATIENCE_MS };
    try {
      return await connectWorker(source.createWorker(), patience);
    } catch (error) {
      // Its script didn't come. A network that was away for a moment must not leave every check of this page to the page.
      if (!((error as Error).cause instanceof Event) || signal?.aborted) throw error;
      return await connectWorker(source.createWorker(), patience);
    }
  };

  const start = async (signal: AbortSignal | undefined): Promise<WorkerEngine> => {
    throwIfAborted(signal);
    if (isWorkerPossible) {
      const trouble = watchForTrouble(source.workerUrl);
      try {
        return await connect(signal);
      } catch (error) {
        throwIfAborted(signal);
        // A policy forbids it, or the script isn't where it should be. Asking again would only be refused again.
        isWorkerPossible = false;
        // oxlint-disable-next-line eslint/no-console -- the developer of the page can't see it in any other way.
        console.warn(
          `[enrollkit] Feeds are checked on the page itself. There is no worker: ${await trouble.explain(error)}`,
        );
        throwIfAborted(signal);
      }
    }
    const script = await source.loadEngine();
    return { engine: script.createPageEngine(), terminate: () => undefined };
  };

  return {
    async check(input, { signal, onProgress, ...request }) {
      const worker = await start(signal);
      const { engine } = worker;
      const terminate = (): void => worker.terminate();
      // Not asked politely: a worker that is ended frees its memory at once.
      signal?.addEventListener('abort', terminate, { once: true });
      try {
        throwIfAborted(signal);
        const summary = await engine.check(input, request, { signal, onProgress });
        throwIfAborted(signal);
        return checkedFeed(engine, summary, terminate);
      } catch (error) {
        terminate();
        throw error;
      } finally {
        signal?.removeEventListener('abort', terminate);
      }
    },
  };
}

function checkedFeed(engine: FeedEngine, summary: FeedSummary, close: () => void): FeedCheckResult {
  return {
    summary,
    close,
    getProblem: (query) => engine.getProblem(query),
    listGroups: (query) => engine.listGroups(query),
    listFindings: (query) => engine.listFindings(query),
    listProducts: (query) => engine.listProducts(query),
    listChanges: (query) => engine.listChanges(query),
    compare: (previous, { signal, onProgress, ...request }) =>
      engine.compare(previous, request, { signal, onProgress }),
    writeFindings: ({ signal, onProgress, ...query }) => engine.writeFindings(query, { signal, onProgress }),
    writeRepaired: ({ signal, onProgress, ...query }) => engine.writeRepaired(query, { signal, onProgress }),
    convert: ({ signal, onProgress, ...query }) => engine.convert(query, { signal, onProgress }),
  };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new EnrollkitError('aborted', 'Checking the feed was stopped');
}
