import { EnrollkitError } from '@enrollkit/core';

/** What S3 servers call it when there is no room: quotas differ by make. */
const FULL = /StorageFull|QuotaExceeded|InsufficientStorage|EntityTooLarge/;

/** What an object store said, in the kit's words. */
export function fromS3(error: unknown): EnrollkitError {
  if (error instanceof EnrollkitError) return error;
  const { name, message, status } = read(error);
  const cause = new StoreAnswer(`${name}: ${message}`);
  if (name === 'AbortError') return new EnrollkitError('aborted', 'Stopped by the caller', { cause });
  if (isMissingObject(error)) return new EnrollkitError('not-found', 'The file is gone', { cause });
  const said = `${name}${status === undefined ? '' : `, ${status}`}`;
  if (FULL.test(name) || status === 507) {
    return new EnrollkitError('storage-full', `No room for the file (${said})`, { cause });
  }
  return new EnrollkitError('storage-unavailable', `The object store refuses or is out of reach (${said})`, { cause });
}

/**
 * What the store said, for the log: its own words tell what to change. Not its error itself, which carries the request, and
 * who signed it with what.
 */
export class StoreAnswer extends Error {
  override readonly name = 'StoreAnswer';
}

/** Whether the object isn't there. A bucket that isn't is a fault of the settings. */
export function isMissingObject(error: unknown): boolean {
  const { name, status } = read(error);
  return name === 'NoSuchKey' || name === 'NotFound' || (status === 404 && name !== 'NoSuchBucket');
}

function read(error: unknown): { readonly name: string; readonly message: string; readonly status?: number } {
  if (!(error instanceof Error)) return { name: 'Unknown', message: '' };
  const { httpStatusCode: status } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
  return { name: error.name, message: error.message, ...(status !== undefined && { status }) };
}
