import type { Readable } from 'node:stream';
import type { NamedBinary } from '@enrollkit/core';
import type { StreamableBinary } from './server-file-store.js';

/** A folder for what is coming in: nothing that was sent is ever in memory as a whole. */
export interface Spool {
  /**
   * Writes a stream to disk and hashes it on the way. Rejects with `too-large` as soon as there is more than `maxBytes`,
   * with `storage-full` when the disk is, with `aborted` when the sender went away; nothing stays behind then.
   */
  receive(stream: Readable, options: ReceiveOptions): Promise<SpooledFile>;
}

export interface ReceiveOptions {
  /** As the sender called it. */
  readonly name: string;
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  /**
   * Whether what nobody wants any more is read all the same, and thrown away: a part of a form, behind which others come.
   * Default: the stream is destroyed.
   */
  readonly isPart?: boolean;
}

/** A file that came in and isn't kept yet. */
export interface SpooledFile extends NamedBinary, StreamableBinary {
  slice(start?: number, end?: number, type?: string): StreamableBinary;
  readonly path: string;
  readonly sha256: string;
  /** Removes it from where it came in. What a store made of it stays. */
  discard(): Promise<void>;
}
