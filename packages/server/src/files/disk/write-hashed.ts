import { createHash } from 'node:crypto';
import { closeSync, constants } from 'node:fs';
import { EnrollkitError } from '@enrollkit/core';
import { fromDisk } from './disk-error.js';
import { closeFile, openFile, writeFully } from './open-file.js';
import { syncAndClose } from './sync.js';

/** What was written. */
export interface WrittenFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Whether the bytes are on the disk, as far as the disk says so. */
  readonly isSynced: boolean;
  /** All of them, when they were written at once. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export interface WriteHashedOptions {
  readonly maxBytes?: number;
  /** Whether to wait until the bytes are on the disk. Default: they may come there later. */
  readonly sync?: boolean;
}

/** What is gathered before it is written: most certificates are smaller, and each write is a turn of another thread. */
const GATHERED_BYTES = 128 * 1024;

const { O_CREAT, O_EXCL, O_SYNC, O_WRONLY } = constants;
const NEW_FILE = O_WRONLY | O_CREAT | O_EXCL;
/**
 * What is written to it is on the disk then, as after fsync, in one turn of another thread and not two. On Linux: elsewhere such
 * a write may promise less than fsync does.
 */
const NEW_SYNCED_FILE = process.platform === 'linux' ? NEW_FILE | O_SYNC : undefined;

/**
 * Writes to a new file that only this user can read, hashing on the way. No more than {@link GATHERED_BYTES} and a chunk are in
 * memory at a time. Somebody calls {@link end}, or {@link giveUp}, and nothing after that.
 */
export class HashedWriter {
  readonly #path: string;
  readonly #options: WriteHashedOptions;
  readonly #hash = createHash('sha256');
  #sizeBytes = 0;
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;
  #fd: number | undefined;
  #written: Uint8Array<ArrayBuffer> | undefined;
  /** What is under way. */
  #writing: Promise<unknown> | undefined;

  constructor(path: string, options: WriteHashedOptions = {}) {
    this.#path = path;
    this.#options = options;
  }

  /** Takes what comes next; whoever gets a promise waits for it before there is more. */
  take(chunk: Uint8Array): Promise<void> | undefined {
    const { maxBytes = Infinity } = this.#options;
    this.#sizeBytes += chunk.byteLength;
    if (this.#sizeBytes > maxBytes) throw new EnrollkitError('too-large', `More than ${maxBytes} bytes`);
    this.#gathered.push(chunk);
    this.#gatheredBytes += chunk.byteLength;
    if (this.#gatheredBytes >= GATHERED_BYTES) return this.#waitedFor(this.#write());
    return undefined;
  }

  /** Waits for what is under way: a stream may end while its last bytes are written. */
  end(): Promise<WrittenFile> {
    return this.#waitedFor(this.#end(this.#writing));
  }

  /** Nothing is open when this resolves. What is there by then the caller removes. */
  async giveUp(): Promise<void> {
    await this.#writing?.catch(() => undefined);
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) await closeFile(fd);
  }

  #waitedFor<Result>(work: Promise<Result>): Promise<Result> {
    this.#writing = work;
    return work;
  }

  async #write(flags = NEW_FILE): Promise<void> {
    const isAll = this.#gatheredBytes === this.#sizeBytes;
    const bytes = Buffer.concat(this.#gathered, this.#gatheredBytes);
    [this.#gathered, this.#gatheredBytes] = [[], 0];
    this.#hash.update(bytes);
    try {
      this.#fd ??= await openFile(this.#path, flags, 0o600);
      await writeFully(this.#fd, bytes);
    } catch (error) {
      throw fromDisk(error);
    }
    this.#written = isAll ? bytes : undefined;
  }

  async #end(before: Promise<unknown> | undefined): Promise<WrittenFile> {
    await before;
    const { sync: isSynced = false } = this.#options;
    // Nothing written is nothing synced: an empty file isn't written at all.
    const isAtOnce = isSynced && this.#fd === undefined && this.#gatheredBytes > 0 && NEW_SYNCED_FILE !== undefined;
    if (this.#fd === undefined || this.#gatheredBytes > 0) await this.#write(isAtOnce ? NEW_SYNCED_FILE : NEW_FILE);
    const fd = this.#fd as unknown as number;
    this.#fd = undefined;
    try {
      if (isAtOnce) closeSync(fd);
      else await (isSynced ? syncAndClose(fd) : closeFile(fd));
    } catch (error) {
      throw fromDisk(error);
    }
    const bytes = this.#written;
    return { sha256: this.#hash.digest('hex'), sizeBytes: this.#sizeBytes, isSynced, ...(bytes && { bytes }) };
  }
}

/** Writes a whole stream. What it throws passes through. */
export async function writeHashed(
  source: AsyncIterable<Uint8Array>,
  path: string,
  options: WriteHashedOptions = {},
): Promise<WrittenFile> {
  const writer = new HashedWriter(path, options);
  try {
    for await (const chunk of source) await writer.take(chunk);
    return await writer.end();
  } finally {
    await writer.giveUp();
  }
}
