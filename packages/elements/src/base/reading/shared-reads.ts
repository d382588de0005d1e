import type { HostBackend } from '../backend/backend-context.js';

interface SharedRead {
  readonly answer: Promise<unknown>;
  readonly abort: AbortController;
  readers: number;
}

const underWay = new WeakMap<HostBackend, Map<string, SharedRead>>();

/**
 * Reads, or waits for the same read that another element on the page began: a list that shows an enrollment two hundred
 * times asks once. The read is stopped when nobody waits for it any more. `what` names record and kind of answer.
 */
export function shareRead<Answer>(
  backend: HostBackend,
  what: string,
  signal: AbortSignal,
  read: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const reads = underWay.get(backend) ?? new Map<string, SharedRead>();
  underWay.set(backend, reads);
  const shared = reads.get(what) ?? begin(reads, what, read);
  shared.readers += 1;
  signal.addEventListener('abort', () => {
    shared.readers -= 1;
    if (shared.readers > 0) return;
    forget(reads, what, shared);
    shared.abort.abort(signal.reason);
  });
  return shared.answer as Promise<Answer>;
}

/** After a change: what is being read may be older than it, so the next one to ask reads anew. */
export function forgetReads(backend: HostBackend): void {
  underWay.delete(backend);
}

function begin(
  reads: Map<string, SharedRead>,
  what: string,
  read: (signal: AbortSignal) => Promise<unknown>,
): SharedRead {
  const abort = new AbortController();
  const done = (): void => forget(reads, what, shared);
  // Async, for a host's method may throw at once, or answer without a promise.
  const answer = (async () => read(abort.signal))();
  const shared: SharedRead = { answer, abort, readers: 0 };
  reads.set(what, shared);
  answer.then(done, done);
  return shared;
}

function forget(reads: Map<string, SharedRead>, what: string, shared: SharedRead): void {
  if (reads.get(what) === shared) reads.delete(what);
}
