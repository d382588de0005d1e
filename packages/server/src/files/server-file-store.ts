import type { Binary, FileStore, StagedFile, StageOptions } from '@enrollkit/core';

/** Bytes on a disk or elsewhere, which can be sent on without being in memory. */
export interface StreamableBinary extends Binary {
  slice(start?: number, end?: number, type?: string): StreamableBinary;
  stream(): ReadableStream<Uint8Array>;
}

/** What was staged, with what it was made of: somebody may remove the same bytes before it is kept. */
export interface StagedContent extends StagedFile {
  readonly content: Binary;
}

/** Where a server keeps the bytes of certificates: content-addressed, on disk or in an object store. */
export interface ServerFileStore extends FileStore {
  /**
   * Safely stored when this resolves. A file that no transaction then keeps is an orphan, which the cleaner finds later.
   * Takes the bytes of a {@link SpooledFile} without copying where it can, and leaves it where it came in.
   */
  stage(content: Binary, options?: StageOptions): Promise<StagedContent>;
  open(sha256: string): Promise<StreamableBinary | undefined>;
  /** Whether the bytes are there, in full. */
  has(sha256: string): Promise<boolean>;
  /** The bytes are gone when this resolves; fine when they weren't there. */
  remove(sha256: string): Promise<void>;
  /** Every file that is there, with when it was last staged (milliseconds since 1970). */
  list(): AsyncIterable<{ readonly sha256: string; readonly stagedAtMs: number }>;
}
