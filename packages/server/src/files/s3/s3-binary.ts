import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { EnrollkitError } from '@enrollkit/core';
import { sliceRange, type ByteRange } from '../byte-range.js';
import { fromS3 } from './s3-error.js';
import type { StreamableBinary } from '../server-file-store.js';

/** Where an object is. */
export interface S3Object {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** A part of an object. Asks for it when bytes are wanted, and hangs up when the reader stops. */
export class S3Binary implements StreamableBinary {
  readonly type: string;
  readonly #object: S3Object;
  readonly #range: ByteRange;

  constructor(object: S3Object, range: ByteRange, type = '') {
    this.#object = object;
    this.#range = range;
    this.type = type;
  }

  get size(): number {
    return this.#range.end - this.#range.start;
  }

  slice(start?: number, end?: number, type = ''): StreamableBinary {
    return new S3Binary(this.#object, sliceRange(this.#range, start, end), type);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for await (const chunk of readObject(this.#object, this.#range)) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return bytes.buffer;
  }

  stream(): ReadableStream<Uint8Array> {
    // Asks for nothing before it is read, and returns from the generator when it is cancelled.
    return ReadableStream.from(readObject(this.#object, this.#range));
  }
}

async function* readObject(
  { client, bucket, key }: S3Object,
  { start, end }: ByteRange,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = end - start;
  // A range can't say nothing.
  if (left === 0) return;
  try {
    const range = `bytes=${start}-${end - 1}`;
    const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: range }));
    // Leaving this loop early closes the connection.
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      left -= chunk.byteLength;
      if (left < 0) break;
      yield chunk;
    }
  } catch (error) {
    throw fromS3(error);
  }
  if (left !== 0)
    throw new EnrollkitError('storage-unavailable', 'The object store sent another length than asked for');
}
