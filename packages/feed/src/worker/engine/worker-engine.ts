import { EnrollkitError, type Issue } from '@enrollkit/core';
import type { WorkOptions } from '@enrollkit/core/feed-checker.js';
import type { EngineMethod, EngineReply, EngineRequest } from './engine-messages.js';
import type { FeedEngine } from './feed-engine.js';

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly options: WorkOptions;
}

/** An engine in a worker, and its end. */
export interface WorkerEngine {
  readonly engine: FeedEngine;
  terminate(): void;
}

/** How long to wait for a worker. */
export interface WorkerPatience {
  readonly signal?: AbortSignal | undefined;
  readonly patienceMs: number;
}

/**
 * Waits until a worker has loaded. Rejects when it can't: its script isn't found, the page's policy forbids it, or it is a
 * script that says nothing, as some bundlers make of it; and with `aborted` after `signal`.
 */
export async function connectWorker(worker: Worker, { signal, patienceMs }: WorkerPatience): Promise<WorkerEngine> {
  const pending = new Map<number, PendingCall>();
  let calls = 0;
  let ended: EnrollkitError | undefined;
  const send = (request: EngineRequest): void => worker.postMessage(request);

  const call = (method: EngineMethod, args: readonly unknown[], options: WorkOptions = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (calls += 1);
      const stop = (): void => {
        pending.delete(id);
        send({ kind: 'abort', id });
        reject(stopped());
      };
      if (ended || options.signal?.aborted) {
        reject(ended ?? stopped());
        return;
      }
      options.signal?.addEventListener('abort', stop, { once: true });
      const leave =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          options.signal?.removeEventListener('abort', stop);
          settle(value);
        };
      pending.set(id, { options, resolve: leave(resolve), reject: leave(reject) });
      send({ kind: 'call', id, method, args });
    });

  /** Nothing answers any more: neither what was asked, nor what will be. */
  const end = (error: EnrollkitError): EnrollkitError => {
    ended ??= error;
    worker.terminate();
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
    return ended;
  };

  await new Promise<void>((resolve, reject) => {
    const fail = (message: string, cause?: Event): void =>
      reject(end(new EnrollkitError('internal', message, { cause })));
    const stop = (): void => {
      clearTimeout(timer);
      reject(end(stopped()));
    };
    const timer = setTimeout(() => fail('The worker was made, and said nothing'), patienceMs);
    signal?.addEventListener('abort', stop, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // What a developer's tools put into a worker may speak too.
      if (!isReply(data)) return;
      if (data.kind !== 'ready') {
        settle(pending, data);
        return;
      }
      signal?.removeEventListener('abort', stop);
      clearTimeout(timer);
      resolve();
    });
    worker.addEventListener('messageerror', () => fail('An answer of the worker could not be read'));
    worker.addEventListener('error', (event) => {
      // What goes wrong in it is told as an answer: this is a script that isn't there, or a worker out of memory.
      event.preventDefault();
      clearTimeout(timer);
      fail(`The worker failed: ${event.message || 'it could not be loaded'}`, event);
    });
  });

  return {
    engine: {
      check: (source, request, options) => call('check', [source, request], options) as never,
      getProblem: (query) => call('getProblem', [query]) as never,
      listGroups: (query) => call('listGroups', [query]) as never,
      listFindings: (query) => call('listFindings', [query]) as never,
      listProducts: (query) => call('listProducts', [query]) as never,
      compare: (previous, request, options) => call('compare', [previous, request], options) as never,
      listChanges: (query) => call('listChanges', [query]) as never,
      writeFindings: (query, options) => call('writeFindings', [query], options) as never,
      writeRepaired: (query, options) => call('writeRepaired', [query], options) as never,
      convert: (query, options) => call('convert', [query], options) as never,
    },
    terminate: () => void end(stopped()),
  };
}

const KINDS: readonly unknown[] = ['ready', 'progress', 'result', 'failed'] satisfies EngineReply['kind'][];

function isReply(data: unknown): data is EngineReply {
  return KINDS.includes((data as { readonly kind?: unknown } | null | undefined)?.kind);
}

function settle(pending: Map<number, PendingCall>, reply: Exclude<EngineReply, { kind: 'ready' }>): void {
  const call = pending.get(reply.id);
  if (reply.kind === 'progress') {
    call?.options.onProgress?.(reply.progress);
    return;
  }
  pending.delete(reply.id);
  if (reply.kind === 'result') call?.resolve(reply.value);
  else call?.reject(revived(reply));
}

/** Codes that aren't the kit's stay as they are: whoever asked has the sentences for them. */
function revived({ code, message, issues }: Extract<EngineReply, { kind: 'failed' }>): Error {
  return Object.assign(new Error(message), { code, issues: issues as readonly Issue[] });
}

function stopped(): EnrollkitError {
  return new EnrollkitError('aborted', 'Checking the feed was stopped');
}
