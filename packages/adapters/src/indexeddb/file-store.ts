import {
  readSlices,
  throwIfAborted,
  type Binary,
  type FileStore,
  type StagedFile,
  type StageOptions,
} from '@enrollkit/core';
import type { Connection } from './connection.js';
import { fromStorage, unavailable } from './storage-error.js';

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

async function readBytes(content: Binary, options: StageOptions): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(content.size);
  let at = 0;
  for await (const slice of readSlices(content, options)) {
    bytes.set(slice, at);
    at += slice.byteLength;
  }
  return bytes;
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers offer no hash to pages that came over plain http, except from localhost.
  if (!globalThis.isSecureContext) throw unavailable('Storing files needs a page that came over https');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
