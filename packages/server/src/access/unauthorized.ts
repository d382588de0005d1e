import { EnrollkitError } from '@enrollkit/core';

/** Nobody that this server knows. `help` is for the developer of the page that asks, and never repeats what was sent. */
export function unauthorized(help: string, cause?: unknown): EnrollkitError {
  return new EnrollkitError('unauthorized', help, cause === undefined ? {} : { cause });
}
