import { EnrollkitError } from '@enrollkit/core';

/** The disk, the share of this user, or what one file may hold. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What the file system said, in the kit's words. Its own message stays in `cause`: it names a path. */
export function fromDisk(cause: unknown): EnrollkitError {
  if (cause instanceof EnrollkitError) return cause;
  const errno = errnoOf(cause);
  if (errno === undefined) return new EnrollkitError('internal', 'Failed while working with a file', { cause });
  if (FULL.includes(errno)) return new EnrollkitError('storage-full', `No room for the file (${errno})`, { cause });
  return new EnrollkitError('storage-unavailable', `The file system refuses (${errno})`, { cause });
}

/** Whether the file or folder isn't there. */
export function isMissing(error: unknown): boolean {
  return errnoOf(error) === 'ENOENT';
}

/** The code of a system error: `ENOENT`. */
function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errno' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
