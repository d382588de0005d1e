import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import {
  EnrollkitError,
  errorIssue,
  throwIfAborted,
  readSlices,
  type AbortSignalLike,
  type Binary,
  type StageOptions,
} from '@enrollkit/core';
import type { S3Object } from './s3-binary.js';

/** The smallest part that S3 takes. Two of a file are in memory at a time. */
const PART_BYTES = 5 * 1024 * 1024;

/** Whoever finds an object by a link of the service gets something to save, never a page. */
export const AS_BYTES = { ContentType: 'application/octet-stream', ContentDisposition: 'attachment' } as const;

export interface UploadObjectOptions extends StageOptions {
  /** What the bytes were a moment ago. */
  readonly sha256: string;
  /** Whether the store takes checksums in S3's newer headers. */
  readonly checksums: boolean;
}

/** Sends bytes to an object store, which checks them against a checksum; in parts when there are many. */
export async function uploadObject(object: S3Object, content: Binary, options: UploadObjectOptions): Promise<void> {
  const target = { Bucket: object.bucket, Key: object.key, ...AS_BYTES };
  const body = Readable.from(verified(readSlices(content, options), options.sha256), { objectMode: false });
  let fault: Error | undefined;
  body.once('error', (error) => (fault = error));
  const { abort, release } = follow(options.signal);
  try {
    if (content.size <= PART_BYTES) {
      // Whole in memory, so that the client can try again.
      const bytes = await buffer(body);
      const checksum = options.checksums ? { ChecksumSHA256: base64(options.sha256) } : { ContentMD5: md5(bytes) };
      const put = { ...target, Body: bytes, ...checksum };
      await object.client.send(new PutObjectCommand(put), { abortSignal: abort.signal });
      return;
    }
    const params = { ...target, Body: body, ...(options.checksums && { ChecksumAlgorithm: 'CRC32' as const }) };
    const limits = { queueSize: 1, partSize: PART_BYTES };
    await new Upload({ client: object.client, params, ...limits, abortController: abort }).done();
  } catch (error) {
    // Why it ended; the client may tell of trouble with tidying up after it instead.
    throwIfAborted(options.signal);
    throw fault ?? error;
  } finally {
    release();
    body.destroy();
  }
}

/** Ends with an error, before the last part is sent, when the bytes aren't those that were hashed. */
async function* verified(
  slices: AsyncIterable<Uint8Array>,
  sha256: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  for await (const slice of slices) {
    hash.update(slice);
    yield slice;
  }
  if (hash.digest('hex') === sha256) return;
  const issues = [errorIssue('file-unreadable', 'file')];
  throw new EnrollkitError('invalid', 'The file changed while it was read', { issues });
}

/** The client wants a controller of the platform; a signal may come from elsewhere. */
function follow(signal: AbortSignalLike | undefined): {
  readonly abort: AbortController;
  readonly release: () => void;
} {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  signal?.addEventListener('abort', stop, { once: true });
  return { abort, release: () => signal?.removeEventListener('abort', stop) };
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64');
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}
