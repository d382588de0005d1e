import type { Binary, FileStore, StagedFile, StageOptions } from '@enrollkit/core';

/** Bytes on a disk or elsewhere, which can be sent on without being in memory. */
export interface StreamableBinary extends Binary {
  slice(start?: number, end?: number, type?: string): StreamableBinary;
  stream(): ReadableStream<Uint8Array>;
}

/** Where a server keeps the bytes of certificates: content-addressed, on disk or in an object store. */
export interface ServerFileStore extends FileStore {
  /**
   * Safely stored when this resolves. A file that no transaction then keeps is an orphan, which the cleaner finds later.
   * Takes over a {@link SpooledFile} without copying where it can.
   */
  stage(content: Binary, options?: StageOptions): Promise<StagedFile>;
  open(sha256: string): Promise<StreamableBinary | undefined>;
  /** Whether the bytes are there, in full. */
  has(sha256: string): Promise<boolean>;
  /** The bytes are gone when this resolves; fine when they weren't there. */
  remove(sha256: string): Promise<void>;
  /** Every file that is there, with when it was last staged (milliseconds since 1970). */
  list(): AsyncIterable<{ readonly sha256: string; readonly stagedAtMs: number }>;
}
