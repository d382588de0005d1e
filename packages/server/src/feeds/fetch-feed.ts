import { Readable } from 'node:stream';
import { EnrollkitError } from '@enrollkit/core';
import { gunzipped } from '../files/gunzipped.js';
import type { Spool, SpooledFile } from '../files/spool.js';
import { feedFault, toFeedFault } from './feed-fault.js';
import { requestFeed, type RequestLimits } from './request-feed.js';

/** What a server said of a feed, to ask the next time only for a newer one. */
export interface FeedValidators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchFeedOptions extends Omit<RequestLimits, 'idleMs' | 'signal'> {
  readonly spool: Spool;
  /** Largest feed, decompressed. */
  readonly maxBytes: number;
  /** Of the feed that is known already. */
  readonly known?: FeedValidators;
  readonly signal?: AbortSignal;
  /** Nothing came in for so long. Default: 30 s. */
  readonly idleMs?: number;
  /** Until the last byte. Default: 15 minutes. */
  readonly totalMs?: number;
}

/** A feed that came in, or that there is none newer. */
export type FetchedFeed = { readonly file: SpooledFile; readonly validators: FeedValidators } | 'unchanged';

const IDLE_MS = 30_000;
const TOTAL_MS = 15 * 60_000;
const MAX_VALIDATOR_CHARS = 1000;

/**
 * Fetches a feed to the spool, decompressed. Asks only the open internet, unless private hosts are allowed: the addresses
 * that the socket connects to are looked at, after each redirect again. Rejects with a fault of the feed (`issues[0]` says
 * which), or with `aborted`; nothing stays behind then.
 */
export async function fetchFeed(address: string, options: FetchFeedOptions): Promise<FetchedFeed> {
  const { spool, maxBytes, known = {}, idleMs = IDLE_MS, totalMs = TOTAL_MS } = options;
  const total = AbortSignal.timeout(totalMs);
  const signal = AbortSignal.any([total, ...(options.signal ? [options.signal] : [])]);
  try {
    const answer = await requestFeed(address, headersFor(known), { ...options, idleMs, signal });
    const { statusCode = 0, headers } = answer;
    if (statusCode === 304 || statusCode !== 200) answer.destroy();
    if (statusCode === 304) return 'unchanged';
    if (statusCode !== 200) throw feedFault('feed-status', { status: statusCode });
    const body = Readable.from(gunzipped(upTo(maxBytes, answer)));
    const file = await spool.receive(body, { name: nameOf(address), maxBytes, signal });
    return { file, validators: validatorsOf(headers) };
  } catch (error) {
    if (options.signal?.aborted) throw new EnrollkitError('aborted', 'Fetching was stopped', { cause: error });
    throw toFeedFault(error, () => total.aborted);
  }
}

function headersFor({ etag, lastModified }: FeedValidators): Readonly<Record<string, string>> {
  return {
    Accept: 'application/xml, text/xml, */*;q=0.5',
    'Accept-Encoding': 'gzip',
    ...(etag !== undefined && { 'If-None-Match': etag }),
    ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }),
  };
}

/** Compressed bytes count too: gzip may hold any number of parts with nothing in them. */
async function* upTo(maxBytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw feedFault('feed-too-large', { maxSizeBytes: maxBytes });
    yield chunk;
  }
}

function nameOf(address: string): string {
  return new URL(address).pathname.split('/').at(-1) || 'feed.xml';
}

/** They are sent back as they are, so only what a header may hold. */
function validatorsOf(headers: NodeJS.Dict<string | string[]>): FeedValidators {
  const { etag, 'last-modified': lastModified } = headers;
  return {
    ...(isValidator(etag) && { etag }),
    ...(isValidator(lastModified) && { lastModified }),
  };
}

function isValidator(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_VALIDATOR_CHARS && /^[\x21-\x7e ]+$/.test(value);
}
