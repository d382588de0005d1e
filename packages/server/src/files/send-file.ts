import { readSlices, type Binary } from '@enrollkit/core';
import { contentDisposition } from './content-disposition.js';
import { requestedRange } from './requested-range.js';
import type { StreamableBinary } from './server-file-store.js';

export interface FileResponseOptions {
  readonly request: { readonly method: string; readonly headers: Pick<Headers, 'get'> };
  /** As it is to be saved; made safe here. */
  readonly fileName: string;
  /** What the bytes are, decided by the bytes. */
  readonly mediaType: string;
  readonly sha256: string;
}

/**
 * Sends a file in a way that no browser runs it: saved, never shown in a page of this origin; should one show it all the
 * same, it is in a sandbox without scripts and can't be guessed to be something else. Answers `If-None-Match`, a single
 * `Range`, `If-Range` and `HEAD`. Streams: reads as fast as the receiver takes it, and not at all when nobody does.
 */
export function fileResponse(file: Binary, options: FileResponseOptions): Response {
  const { method, headers: asked } = options.request;
  const etag = `"${options.sha256}"`;
  const always = {
    // A browser may keep it, no proxy may, and every use asks again: access that ended, and a file that is gone, count at
    // once. `no-transform`: a proxy that compresses breaks lengths and ranges.
    'cache-control': 'private, no-cache, no-transform',
    etag,
    vary: 'Authorization',
    'accept-ranges': 'bytes',
    ...SAFETY,
  };
  if (isSame(asked.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: always });

  const range = hasRange(method, asked, etag) ? requestedRange(asked.get('range'), file.size) : 'all';
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...always, 'content-range': `bytes */${file.size}` } });
  }
  const part = range === 'all' ? file : file.slice(range.start, range.end);
  const headers = {
    ...always,
    'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(options.mediaType) ? options.mediaType : 'application/octet-stream',
    'content-disposition': contentDisposition(options.fileName),
    'content-length': String(part.size),
    ...(range !== 'all' && { 'content-range': `bytes ${range.start}-${range.end - 1}/${file.size}` }),
  };
  return new Response(method === 'HEAD' ? null : streamOf(part), { status: range === 'all' ? 200 : 206, headers });
}

const SAFETY = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  // Binds embedding without CORS only (`<img>`, `<embed>`), which can't send a token anyway. A widget on a page of another
  // origin fetches with CORS, which the allow-list of origins decides.
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** RFC 9110, section 14.2: for GET only; section 13.1.5: a part of another version is no use. */
function hasRange(method: string, asked: Pick<Headers, 'get'>, etag: string): boolean {
  const ifRange = asked.get('if-range');
  return method === 'GET' && (ifRange === null || ifRange.trim() === etag);
}

/** RFC 9110, section 13.1.2: compared weakly, one of a list, or anything. */
function isSame(ifNoneMatch: string | null, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

function streamOf(file: Binary): ReadableStream<Uint8Array> {
  return isStreamable(file) ? file.stream() : ReadableStream.from(readSlices(file));
}

function isStreamable(file: Binary): file is StreamableBinary {
  return 'stream' in file;
}
