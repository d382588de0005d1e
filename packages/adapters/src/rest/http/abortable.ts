import { EnrollkitError, type AbortSignalLike } from '@enrollkit/core';

/** The caller stopped it. */
export function aborted(signal: AbortSignalLike): EnrollkitError {
  return new EnrollkitError('aborted', 'Stopped by the caller', { cause: signal.reason });
}

/** A signal that follows several; `release` lets go of them. */
export function joinSignals(signals: readonly (AbortSignalLike | undefined)[]): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const controller = new AbortController();
  const followed = signals.flatMap((signal) => {
    if (!signal) return [];
    const follow = () => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true });
    return [{ signal, follow }];
  });
  return {
    signal: controller.signal,
    release: () => followed.forEach(({ signal, follow }) => signal.removeEventListener('abort', follow)),
  };
}

/** Waits, unless it is stopped first. */
export function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return orAborted(new Promise((resolve) => setTimeout(resolve, delayMs)), signal);
}

/** Waits, but no longer than until the browser has a connection again; or until it is stopped. */
export async function sleepUntilOnline(delayMs: number, stopped: AbortSignal): Promise<void> {
  const online = new AbortController();
  const { signal, release } = joinSignals([stopped, online.signal]);
  const wake = (): void => online.abort();
  const page = typeof window === 'object' ? window : undefined;
  page?.addEventListener('online', wake);
  await sleep(delayMs, signal).catch(() => undefined);
  page?.removeEventListener('online', wake);
  release();
}

/** The same promise for a caller that may stop waiting for it. */
export function orAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  if (signal.aborted) {
    // Nobody waits for it any more, so nobody hears how it ends.
    promise.catch(() => undefined);
    return Promise.reject(aborted(signal));
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(aborted(signal));
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
