import type { ErrorCode } from '@enrollkit/core';

/** What developers read about an error: what it is, and what to do. */
export interface ProblemText {
  readonly title: string;
  readonly help: string;
}

/** One text for every code of an error. */
export const ERROR_TEXTS: Readonly<Record<ErrorCode, ProblemText>> = {
  'not-found': {
    title: 'Not found',
    help: 'Check the address. A record of another provider, or one that this credential may not see, counts as not found.',
  },
  forbidden: { title: 'Not allowed', help: 'Use a credential whose role may do this.' },
  unauthorized: {
    title: 'Not signed in',
    help: 'Send `Authorization: Bearer` with an API key, or with a token that has not expired.',
  },
  'no-token': {
    title: 'The page supplied no token',
    help: 'Check what the page’s token source returns. The server never answers with this code.',
  },
  conflict: {
    title: 'The record was changed or already exists',
    help: 'Compare with `current`, decide what you still want, and send its version as `If-Match`.',
  },
  invalid: {
    title: 'The request was not accepted',
    help: 'Each entry in `errors` says which field it is about and what to do.',
  },
  duplicate: {
    title: 'This file was already uploaded',
    help: 'You don’t have to do anything: `current` is the record that holds the file.',
  },
  'too-large': { title: 'Too large', help: 'Send a smaller file, or fewer certificates at once.' },
  'unsupported-media-type': {
    title: 'This type is not accepted',
    help: '`errors` says what was found and which types are accepted.',
  },
  'rate-limited': {
    title: 'Too many requests',
    help: 'Wait for the number of seconds in `Retry-After`, then send the request again.',
  },
  'storage-full': {
    title: 'The server has no storage space left',
    help: 'Ask whoever runs the server to free some space, then send the request again.',
  },
  unavailable: {
    title: 'The server can’t do this right now',
    help: 'Send the request again after the time in `Retry-After`, with the same `Idempotency-Key`.',
  },
  'storage-unavailable': {
    title: 'This browser does not allow storage',
    help: 'You don’t have to do anything. Only apps that work offline report this, never a server.',
  },
  queued: {
    title: 'Saved until there is a connection',
    help: 'You don’t have to do anything. Only apps that work offline report this, never a server.',
  },
  offline: { title: 'No connection', help: 'Try again when there is a connection.' },
  blocked: {
    title: 'The browser keeps the page from the server',
    help: 'Allow the origin of the page with ENROLLKIT_ALLOWED_ORIGINS, and the server in the page’s Content-Security-Policy. The server never answers with this code.',
  },
  timeout: { title: 'This took too long', help: 'Send the request again, with the same `Idempotency-Key`.' },
  aborted: {
    title: 'The request was cancelled by its sender',
    help: 'Nothing was saved. Send it again if it was cancelled by mistake.',
  },
  'bad-answer': { title: 'Another system gave an answer that can’t be used', help: 'Try again in a few minutes.' },
  internal: {
    title: 'Something went wrong on the server',
    help: 'Send the request again, with the same `Idempotency-Key`. If it keeps failing, give the request id to whoever runs the server.',
  },
};
