import {
  EnrollkitError,
  throwIfAborted,
  type Binary,
  type FileStore,
  type StagedFile,
  type StageOptions,
} from '@enrollkit/core';
import type { Connection } from './connection.js';
import { fromStorage, unavailable } from './storage-error.js';

/** Read in steps of this size, so that progress is told and a stop is noticed. */
const STEP_BYTES = 1024 * 1024;

/** What this store stages: the very bytes that were hashed, for the file they came from may change on disk meanwhile. */
export interface StagedBytes extends StagedFile {
  readonly bytes: ArrayBuffer;
}

/** Certificates' bytes, in the same database as their rows. Not as `Blob`: WebKit stores none in a private window. */
export function fileStore(connection: Connection): FileStore {
  return {
    async stage(content, options = {}): Promise<StagedBytes> {
      const bytes = await readBytes(content, options);
      const sha256 = await hash(bytes);
      throwIfAborted(options.signal);
      return { sha256, sizeBytes: bytes.byteLength, bytes: bytes.buffer };
    },

    async open(sha256) {
      try {
        const transaction = await connection.transaction(['files'], 'readonly');
        const bytes = (await transaction.objectStore('files').get(sha256)) as ArrayBuffer | undefined;
        return bytes && new Blob([bytes]);
      } catch (error) {
        throw fromStorage(error);
      }
    },
  };
}

async function readBytes(content: Binary, { signal, onProgress }: StageOptions): Promise<Uint8Array<ArrayBuffer>> {
  const totalBytes = content.size;
  const bytes = new Uint8Array(totalBytes);
  onProgress?.({ sentBytes: 0, totalBytes });
  for (let start = 0; start < totalBytes; start += STEP_BYTES) {
    throwIfAborted(signal);
    const end = Math.min(start + STEP_BYTES, totalBytes);
    bytes.set(await readPart(content, start, end), start);
    onProgress?.({ sentBytes: end, totalBytes });
  }
  return bytes;
}

async function readPart(content: Binary, start: number, end: number): Promise<Uint8Array> {
  const part = await content
    .slice(start, end)
    .arrayBuffer()
    .catch((cause: unknown) => Promise.reject(unreadable(cause)));
  if (part.byteLength !== end - start) throw unreadable();
  return new Uint8Array(part);
}

/** A folder, or a file that was changed or removed since it was chosen. */
function unreadable(cause?: unknown): EnrollkitError {
  const issue = { code: 'file-unreadable', severity: 'error', path: 'file', params: {} } as const;
  return new EnrollkitError('invalid', 'The file can no longer be read', { cause, issues: [issue] });
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers offer no hash to pages that came over plain http, except from localhost.
  if (!globalThis.isSecureContext) throw unavailable('Storing files needs a page that came over https');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
