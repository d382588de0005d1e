import { EnrollkitError } from '@enrollkit/core';

/** What a browser's storage failures mean to the user. Errors that aren't the storage's pass through. */
export function fromStorage(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') {
    return new EnrollkitError('storage-full', 'The browser gives this site no more storage', { cause: error });
  }
  return new EnrollkitError('internal', `IndexedDB failed: ${error.name}`, { cause: error });
}

/** What it means that a database can't be opened at all. */
export function fromOpening(error: unknown): unknown {
  if (error instanceof EnrollkitError) return error;
  if (error instanceof DOMException) {
    if (error.name === 'QuotaExceededError') return fromStorage(error);
    if (error.name === 'VersionError') {
      return unavailable('The database was made by a newer version of the kit: reload the page', error);
    }
  }
  // Browsers disagree on the error: SecurityError, UnknownError, InvalidStateError, or no `indexedDB` at all.
  return unavailable(
    'The browser gives this page no storage (private mode, blocked cookies, a sandboxed frame)',
    error,
  );
}

/** A `storage-unavailable` with its cause. */
export function unavailable(message: string, cause?: unknown): EnrollkitError {
  return new EnrollkitError('storage-unavailable', message, { cause });
}
