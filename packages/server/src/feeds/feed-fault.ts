import { EnrollkitError, hasErrorCode, type ErrorCode, type Issue } from '@enrollkit/core';
import { serverIssue, type FeedFaultCode } from '../http/issue-codes.js';
import { isBrokenGzip } from '../files/gunzipped.js';
import { PRIVATE_ADDRESS } from './guarded-lookup.js';

/** The kind of error that each fault is. */
export const FEED_FAULTS: Readonly<Record<FeedFaultCode, ErrorCode>> = {
  'feed-address-invalid': 'invalid',
  'feed-address-insecure': 'invalid',
  'feed-address-private': 'invalid',
  'feed-host-unknown': 'bad-answer',
  'feed-unreachable': 'bad-answer',
  'feed-certificate-invalid': 'bad-answer',
  'feed-status': 'bad-answer',
  'feed-redirects': 'bad-answer',
  'feed-gzip-broken': 'bad-answer',
  'feed-cut-off': 'bad-answer',
  'feed-too-slow': 'timeout',
  'feed-too-large': 'too-large',
};

/** Why a feed couldn't be fetched. The address is not in it: a part of it may be a secret. */
export function feedFault(code: FeedFaultCode, params: Issue['params'] = {}, cause?: unknown): EnrollkitError {
  return new EnrollkitError(FEED_FAULTS[code], `url: ${code}`, {
    issues: [serverIssue(code, 'url', params)],
    ...(cause !== undefined && { cause }),
  });
}

const SOCKET_FAULTS: Readonly<Record<string, FeedFaultCode>> = {
  [PRIVATE_ADDRESS]: 'feed-address-private',
  ENOTFOUND: 'feed-host-unknown',
  EAI_AGAIN: 'feed-host-unknown',
  ETIMEDOUT: 'feed-too-slow',
  ECONNRESET: 'feed-cut-off',
};

/** What a socket, a TLS handshake or a decompressor threw, as the fault of the feed that it is. */
export function toFeedFault(error: unknown, isOver: (signal: unknown) => boolean): unknown {
  if (hasErrorCode(error, 'too-large')) return feedFault('feed-too-large', {}, error);
  const isOwn = error instanceof EnrollkitError;
  // What the spool says of a stream that broke: why it broke is inside.
  const cause = isOwn && hasErrorCode(error, 'aborted') ? error.cause : error;
  if (cause instanceof EnrollkitError) return cause;
  if (isOwn && cause === error) return error;
  if (isOver(cause)) return feedFault('feed-too-slow', {}, cause);
  if (isBrokenGzip(cause)) return feedFault('feed-gzip-broken', {}, cause);
  const code = codeOf(cause);
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) return feedFault('feed-certificate-invalid', {}, cause);
  return feedFault(SOCKET_FAULTS[code] ?? 'feed-unreachable', {}, cause);
}

/** A host with several addresses fails with the errors of all. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === 'string') return code;
  return errors?.[0] === undefined ? '' : codeOf(errors[0]);
}
