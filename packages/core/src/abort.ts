import type { AbortSignalLike } from './call-options.js';
import { EnrollkitError } from './errors.js';

/** Rejects with `aborted` when the caller has stopped it. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw new EnrollkitError('aborted', 'Stopped by the caller', { cause: signal.reason });
}
