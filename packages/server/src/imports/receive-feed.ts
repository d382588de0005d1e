import { Readable } from 'node:stream';
import { hasErrorCode, type EnrollkitError } from '@enrollkit/core';
import type { Context } from 'hono';
import { gunzipped, isBrokenGzip, isGzip } from '../files/gunzipped.js';
import type { SpooledFile } from '../files/spool.js';
import type { ServerParts } from '../parts/server-parts.js';
import type { AppEnv } from '../http/app-env.js';
import { badRequest, refused } from '../http/problem.js';
import { bodyChunks, mediaTypeOf, unsupportedType } from '../http/request/read-body.js';
import { isSpooled, readForm } from '../http/request/read-form.js';

type ReceiveParts = Pick<ServerParts, 'settings' | 'spool'>;

const XML = /^(application|text)\/([\w.-]+\+)?xml$/;
const GZIP = /^application\/(x-)?gzip$/;
const ANY = 'application/octet-stream';

/** Reads a feed to the spool, decompressed: the whole body, or the file of a form. Nothing stays behind when it fails. */
export async function receiveFeed(c: Context<AppEnv>, parts: ReceiveParts): Promise<SpooledFile> {
  const type = mediaTypeOf(c);
  const file = type === 'multipart/form-data' ? await receiveForm(c, parts) : await receiveBody(c, type, parts);
  if (file.size > 0) return file;
  await file.discard();
  throw badRequest('file-empty', 'file');
}

async function receiveBody(c: Context<AppEnv>, type: string, { settings, spool }: ReceiveParts): Promise<SpooledFile> {
  if (!XML.test(type) && !GZIP.test(type) && type !== ANY) {
    throw unsupportedType('application/xml', 'application/gzip', 'multipart/form-data');
  }
  const encoding = (c.req.header('Content-Encoding') ?? 'identity').trim().toLowerCase();
  // The bytes tell whether it is; other ways to compress they don't tell.
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw refused('unsupported-media-type', 'content-encoding-unsupported', 'Content-Encoding');
  }
  const { maxFeedBytes: maxBytes, requestTimeoutMs } = settings;
  const body = gunzipped(upTo(maxBytes, bodyChunks(c, requestTimeoutMs)));
  const options = { name: 'feed.xml', maxBytes, signal: c.req.raw.signal };
  try {
    return await spool.receive(Readable.from(body), options);
  } catch (error) {
    throw toRefusal(error, maxBytes);
  }
}

async function receiveForm(c: Context<AppEnv>, { settings, spool }: ReceiveParts): Promise<SpooledFile> {
  const { maxFeedBytes: maxBytes } = settings;
  const form = await readForm(c, { settings: { ...settings, maxFileBytes: maxBytes }, spool }, { maxItems: 1 });
  const file = form.files.get('file');
  try {
    for (const name of [...form.fields.keys(), ...form.files.keys()])
      if (name !== 'file' || form.fields.has(name)) throw badRequest('unknown-field', name, { field: name });
    if (!file) throw badRequest('file-required', 'file');
    if (!isSpooled(file)) throw file;
    if (!isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer()))) return file;
    const plain = await spool.receive(Readable.from(gunzipped(file.stream())), { name: file.name, maxBytes });
    await form.discard();
    return plain;
  } catch (error) {
    await form.discard();
    throw toRefusal(error, maxBytes);
  }
}

/** Compressed bytes count too: gzip may hold any number of parts with nothing in them. */
async function* upTo(maxSizeBytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxSizeBytes) throw tooLarge(maxSizeBytes);
    yield chunk;
  }
}

function toRefusal(error: unknown, maxBytes: number): unknown {
  const { cause } = error as { readonly cause?: unknown };
  if (isBrokenGzip(cause)) return badRequest('feed-gzip-broken', 'file');
  const isBare = hasErrorCode(error, 'too-large') && error.issues.length === 0;
  return isBare ? tooLarge(maxBytes) : error;
}

function tooLarge(maxSizeBytes: number): EnrollkitError {
  return refused('too-large', 'feed-too-large', 'file', { maxSizeBytes });
}
