import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FeedImport } from '@enrollkit/core';
import type { ImportTarget } from '@enrollkit/feed';
import { carryOutImport, type CarryOutOptions, type ImportTask } from '../carry-out-import.js';
import { inTurns } from '../in-turns.js';
import { fromFault, NEXT, OPEN, toFault, type FromThread, type ToThread } from './messages.js';

/** Not written for a feed, but by one. */
export class TooHeavyError extends Error {
  override readonly name = 'TooHeavyError';
}

export interface ThreadBudget {
  /** A thread that asks for nothing so long is stuck in what it reads. */
  readonly silenceMs: number;
  readonly memoryMb: number;
}

const BUDGET: ThreadBudget = { silenceMs: 60_000, memoryMb: 512 };
/** How long a thread that was told to stop may take. */
const STOP_MS = 10_000;

const PROGRAM = new URL('./import-thread.js', import.meta.url);

/**
 * Carries out an import in a thread of its own, so that no feed keeps anybody waiting, whatever is in it; the database and
 * the files stay here. Rejects with {@link TooHeavyError} when it takes more time or memory than any feed needs.
 *
 * Where the sources run as they are (`npm start`, tests in the process) there is no program for a thread: then it shares this
 * one, in turns.
 */
export async function runInThread(
  target: ImportTarget,
  openSource: () => AsyncIterable<Uint8Array>,
  task: ImportTask,
  { signal, onStep, budget = BUDGET }: CarryOutOptions & { readonly budget?: ThreadBudget },
): Promise<FeedImport> {
  if (!existsSync(fileURLToPath(PROGRAM))) {
    return carryOutImport(target, () => inTurns(openSource()), task, { signal, onStep });
  }
  signal.throwIfAborted();
  const worker = new Worker(PROGRAM, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: budget.memoryMb },
    // Nothing of ours that a feed could get at.
    env: {},
  });
  let silence: NodeJS.Timeout | undefined;
  let stop: NodeJS.Timeout | undefined;
  const answer = answerer(target, openSource);
  const tell = (message: ToThread): void => worker.postMessage(message);
  const abort = (): void => {
    tell({ kind: 'abort' });
    stop = setTimeout(() => void worker.terminate(), STOP_MS);
  };
  signal.addEventListener('abort', abort, { once: true });

  try {
    return await new Promise<FeedImport>((resolve, reject) => {
      const listen = (): void => {
        clearTimeout(silence);
        silence = setTimeout(
          () => reject(new TooHeavyError(`An import was silent for ${budget.silenceMs} ms`)),
          budget.silenceMs,
        );
      };
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'step') onStep?.();
        if (message.kind === 'done') resolve(message.result as FeedImport);
        if (message.kind === 'failed') reject(fromFault(message.fault));
        if (message.kind !== 'call') return;
        // Not the thread's time: the database may take as long as it does.
        clearTimeout(silence);
        const { call } = message;
        answer(message.method, message.args).then(
          (value) => {
            listen();
            tell({ kind: 'answer', call, value });
          },
          (error: unknown) => {
            listen();
            tell({ kind: 'refusal', call, fault: toFault(error) });
          },
        );
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isMemory ? new TooHeavyError('An import took more memory than any needs', { cause: error }) : error);
      });
      worker.on('exit', () =>
        reject(signal.aborted ? toError(signal.reason) : new Error('The thread of an import ended')),
      );
      listen();
    });
  } finally {
    clearTimeout(silence);
    clearTimeout(stop);
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** Does what the thread asks for. */
function answerer(
  target: ImportTarget,
  openSource: () => AsyncIterable<Uint8Array>,
): (method: string, args: readonly unknown[]) => Promise<unknown> {
  const feeds: AsyncIterator<Uint8Array>[] = [];
  return async (method, args) => {
    if (method === OPEN) return feeds.push(openSource()[Symbol.asyncIterator]()) - 1;
    if (method === NEXT) {
      const next = await feeds[Number(args[0])]?.next();
      return next?.done === false ? next.value : undefined;
    }
    const ask = target[method as keyof ImportTarget] as (...args: readonly unknown[]) => Promise<unknown>;
    return ask.apply(target, args as unknown[]);
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('Stopped', { cause: reason });
}
