import {
  EnrollkitError,
  hasErrorCode,
  type Certificate,
  type CertificatePort,
  type Clock,
  type Enrollment,
  type EnrollmentPort,
  type ManyPort,
  type StatusAnswer,
  type StatusRequest,
  type WriteOptions,
} from '@enrollkit/core';
import { catalogueCalls } from './calls/catalogue-calls.js';
import { certificateCalls } from './calls/certificate-calls.js';
import { Changes } from './events/changes.js';
import { Client } from './http/client.js';
import { enrollmentCalls } from './calls/enrollment-calls.js';
import { EventStream } from './events/event-stream.js';
import type { StreamListener } from './events/shared-stream.js';
import { fetchTransport, type Fetch } from './http/fetch-transport.js';
import { formInOnePiece } from './http/form-in-one-piece.js';
import { invoiceCalls } from './calls/invoice-calls.js';
import { manyCalls } from './calls/many-calls.js';
import { openQueue, NO_QUEUE } from './queue/open-queue.js';
import type { OfflineQueue } from './queue/offline-queue.js';
import type { WriteCall } from './queue/queued-write.js';
import { newKey } from './http/new-key.js';
import type { RestBackend, RestBackendOptions } from './rest-backend.js';
import { tokenFromUrl } from './token/token-from-url.js';
import { absoluteUrl } from './token/token-registry.js';
import { TokenSource, type TokenGiver } from './token/token-source.js';
import { failureExplainer } from './http/explain-failure.js';
import type { Transport } from './http/transport.js';
import { sendWithProgress } from './http/xhr-transport.js';
import { xmlReader } from './xml/read-xml.js';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_RETRIES = 3;
const DEFAULT_RETRY_DELAY_MS = 400;
/** Longer than this nobody waits before a screen: a server that asks for more is told to the person instead. */
const MAX_RETRY_DELAY_MS = 20_000;
/** The stream and the queue wait longer: nobody looks at them. */
const BACKGROUND_FACTOR = 10;

/**
 * A backend that talks to a server over its HTTP API. Returns at once. What can't be sent now because there is no
 * connection is kept in the browser and rejects with `queued`; see {@link RestBackend.queue}.
 *
 * @example
 * const backend = openRestBackend({ baseUrl: 'https://portal.example/api', getToken: () => session.token });
 * const enrollment = await backend.getEnrollment('e1');
 * await backend.changeStatus('e1', 'no-show', { expectedVersion: enrollment.version });
 */
export function openRestBackend(options: RestBackendOptions): RestBackend {
  const tokens = tokensFor(options);
  tokens.add(giverOf(options, options.fetch));
  return openRestBackendWith(tokens, options);
}

/** Where the page's tokens come from; a visitor has none, whatever the page has. */
export function tokensFor({ baseUrl, visitor = false }: RestBackendOptions): TokenSource {
  return new TokenSource(visitor ? undefined : absoluteUrl(baseUrl));
}

/** The same, with tokens from wherever it is said. The backend closes their source. */
export function openRestBackendWith(tokens: TokenSource, options: RestBackendOptions): RestBackend {
  const baseUrl = absoluteUrl(options.baseUrl);
  const clock: Clock = options.clock ?? (() => new Date().toISOString());
  const firstDelayMs = options.retryDelayMs ?? DEFAULT_RETRY_DELAY_MS;
  const retry = {
    retries: options.retries ?? DEFAULT_RETRIES,
    firstDelayMs,
    maxDelayMs: MAX_RETRY_DELAY_MS,
    random: Math.random,
  };
  const background = { ...retry, firstDelayMs: firstDelayMs * BACKGROUND_FACTOR };
  const fetch = options.fetch ?? pageFetch;
  const changes = new Changes(
    (isListening) => (stream.isWanted = isListening),
    (change) => (change === undefined || change.kind === 'enrollment') && forget(change?.id),
  );
  // A server that tells of changes is there: what is kept needn't wait for its turn.
  const listener: StreamListener = {
    hear: (change) => changes.hear(change),
    connected() {
      changes.connected();
      queue?.reached();
    },
    disconnected: () => changes.disconnected(),
  };
  // Of several providers a visitor hears the one whose records the page shows.
  const whose = options.providerId === undefined ? '' : `?provider_id=${encodeURIComponent(options.providerId)}`;
  const stream = new EventStream({
    url: `${baseUrl}/events${whose}`,
    fetch,
    tokens,
    changes: listener,
    retry: background,
  });
  const client = new Client({
    baseUrl,
    providerId: options.providerId,
    transport: transportOf(options, fetch),
    tokens,
    explain: failureExplainer(baseUrl, fetch),
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retry,
    onSuccess: () => queue?.reached(),
  });

  const api = { client, changes, ...(options.format === 'xml' && { xml: xmlReader() }) };
  const { forget, ...enrollments } = enrollmentCalls(api);
  const direct = { ...enrollments, ...manyCalls(api, enrollments), ...certificateCalls(api), ...invoiceCalls(api) };
  const queue: OfflineQueue | undefined = openQueue(options, { baseUrl, clock, tokens, direct, retry: background });
  return {
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(options.clock && { clock: options.clock }),
    ...direct,
    ...catalogueCalls(api),
    ...(queue && keptWhileOffline(queue, direct)),
    subscribe: (listener) => changes.subscribe(listener),
    queue: queue ?? NO_QUEUE,
    tokenChanged: () => tokens.changed(),
    close() {
      changes.close();
      tokens.close();
      queue?.close();
      client.close();
    },
  };
}

/** The writes that wait for a connection when there is none. */
function keptWhileOffline(
  queue: OfflineQueue,
  direct: Pick<ManyPort, 'changeStatuses'>,
): Pick<
  EnrollmentPort & CertificatePort & ManyPort,
  'changeStatus' | 'changeStatuses' | 'cancelEnrollment' | 'uploadCertificate'
> {
  return {
    changeStatus: async (enrollmentId, to, { cause, note, ...options } = {}) =>
      (await queue.send(statusCall({ id: enrollmentId, to, cause, note }), options)) as Enrollment,
    changeStatuses: (changes, options = {}) => changeTogether(queue, direct, changes, options),
    cancelEnrollment: async (enrollmentId, { note, ...options } = {}) =>
      (await queue.send(
        { method: 'cancelEnrollment', enrollmentId, ...(note !== undefined && { note }) },
        options,
      )) as Enrollment,
    uploadCertificate: async (draft, options = {}) => {
      const { enrollmentId } = draft;
      return (await queue.send({ method: 'uploadCertificate', enrollmentId, draft }, options)) as Certificate;
    },
  };
}

/** Each change has a key, so that one that had arrived before the connection broke is not made again. */
async function changeTogether(
  queue: OfflineQueue,
  direct: Pick<ManyPort, 'changeStatuses'>,
  changes: readonly StatusRequest[],
  options: WriteOptions,
): Promise<readonly StatusAnswer[]> {
  const key = options.idempotencyKey ?? newKey();
  const keyed = changes.map((change, index) => ({ idempotencyKey: `${key}.${index}`, ...change }));
  const writes = keyed.map(({ idempotencyKey, expectedVersion, ...change }) => ({
    call: statusCall(change),
    idempotencyKey,
    ...(expectedVersion !== undefined && { expectedVersion }),
  }));
  try {
    return await queue.sendMany(writes, () => direct.changeStatuses(keyed, options), options);
  } catch (error) {
    const { sent } = error as EnrollkitError;
    if (!hasErrorCode(error, 'queued') || !sent) throw error;
    const answers = sent.then((all) =>
      (all as readonly (Enrollment | EnrollkitError)[]).map((each): StatusAnswer =>
        each instanceof EnrollkitError ? { problem: each } : { enrollment: each },
      ),
    );
    throw new EnrollkitError('queued', error.message, { cause: error.cause, sent: answers });
  }
}

function statusCall({ id, to, cause, note }: Pick<StatusRequest, 'id' | 'to'> & Noted): WriteCall {
  return {
    method: 'changeStatus',
    enrollmentId: id,
    to,
    ...(cause && { cause }),
    ...(note !== undefined && { note }),
  };
}

interface Noted {
  readonly cause?: StatusRequest['cause'] | undefined;
  readonly note?: string | undefined;
}

/** Files go by `XMLHttpRequest`, the only one that tells how far it is, unless the host brings its own `fetch`. */
function transportOf({ fetch: own }: RestBackendOptions, fetch: Fetch): Transport {
  const plain = fetchTransport(fetch);
  if (own || typeof XMLHttpRequest === 'undefined') return plain;
  return (request) => (request.onProgress && request.body ? sendWithProgress(request) : plain(request));
}

/** Where the tokens of one backend come from. */
export function giverOf(
  { getToken, tokenUrl, isTokenReady, visitor = false }: RestBackendOptions,
  fetch: Fetch = pageFetch,
): TokenGiver {
  // Said, and not left open: who is refused as nobody doesn't ask again and again.
  if (visitor) return { getToken: () => undefined };
  if (tokenUrl !== undefined) return { getToken: tokenFromUrl(tokenUrl, fetch) };
  return { ...(getToken && { getToken }), ...(isTokenReady && { isReady: isTokenReady }) };
}

const isNode = 'process' in globalThis && !('document' in globalThis);

/** Looked up at every request: a page may put its own in the place of the browser's. */
const pageFetch: Fetch = async (url, init) => globalThis.fetch(url, isNode ? await formInOnePiece(init) : init);
