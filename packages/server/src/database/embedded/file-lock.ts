import { close, open } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EnrollkitError } from '@enrollkit/core';
import { tryLock } from 'fs-native-extensions';

/** A lock on a file that is held until it is released, or until the last process that has the file open ends. */
export interface FileLock {
  /** Hand it to a program, and the lock goes on when it is released here, for as long as that program runs. */
  readonly fd: number;
  release(): Promise<void>;
}

// Plain numbers: a file handle that nobody remembers is closed, and the lock with it.
const openFile = promisify(open);
const closeFile = promisify(close);

const LOOK_AGAIN_MS = 25;

/**
 * Takes a lock on a file, or answers undefined when somebody else has it. The kernel keeps it, with the open file: so it
 * holds between containers, where process numbers mean nothing, and a process that is killed lets go of it.
 */
export async function tryFileLock(
  path: string,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<FileLock | undefined> {
  const fd = await openFile(path, 'a+', 0o600);
  try {
    if (isGranted(fd, path, shared)) return { fd, release: () => closeFile(fd) };
  } catch (error) {
    await closeFile(fd);
    throw error;
  }
  await closeFile(fd);
  return undefined;
}

/** Waits for a lock. Undefined when somebody else had it all that time. */
export async function waitForFileLock(path: string, timeoutMs: number): Promise<FileLock | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = await tryFileLock(path);
    if (lock || performance.now() > deadline) return lock;
    await pause(LOOK_AGAIN_MS);
  }
}

function isGranted(fd: number, path: string, shared: boolean): boolean {
  try {
    return tryLock(fd, { shared });
  } catch (cause) {
    const message =
      `The file system of ${path} keeps no locks, so two servers could ruin the database there: ` +
      'put ENROLLKIT_DATA_DIR on another one, or set DATABASE_URL';
    throw new EnrollkitError('storage-unavailable', message, { cause });
  }
}
