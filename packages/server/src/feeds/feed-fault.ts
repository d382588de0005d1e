import { EnrollkitError, hasErrorCode, type ErrorCode, type Issue } from '@enrollkit/core';
import { serverIssue, type FeedFaultCode } from '../http/issue-codes.js';
import { isBrokenGzip } from '../files/gunzipped.js';
import { socketFault, type SocketFault } from '../outbound/socket-fault.js';

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

const SOCKET_FAULTS: Readonly<Record<SocketFault, FeedFaultCode>> = {
  private: 'feed-address-private',
  'host-unknown': 'feed-host-unknown',
  'too-slow': 'feed-too-slow',
  'cut-off': 'feed-cut-off',
  certificate: 'feed-certificate-invalid',
  unreachable: 'feed-unreachable',
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
  return feedFault(SOCKET_FAULTS[socketFault(cause)], {}, cause);
}
