import { EnrollkitError, ERROR_CODES, hasErrorCode, throwIfAborted, toJson, type UploadOptions } from '@enrollkit/core';
import { joinSignals, orAborted, sleep } from './abortable.js';
import { newKey } from './new-key.js';
import { expectShort, withRepresentation } from './paths.js';
import { errorOf, readJson, type ReadBody } from './read-answer.js';
import { retryDelayMs, type RetryOptions } from './retry.js';
import { Slots } from './slots.js';
import { subjectOf } from '../token/subject-of.js';
import type { TokenSource } from '../token/token-source.js';
import { isOnline, type ExplainFailure } from './explain-failure.js';
import type { HttpAnswer, HttpRequest, Transport } from './transport.js';

/** What a method of the backend asks of the server. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base address, without a slash at its begin. */
  readonly path: string;
  /** Sent as JSON, or as it is. */
  readonly body?: unknown;
  /** Default JSON. */
  readonly accept?: string;
  /** For XML: how problems are read as well. */
  readonly readBody?: ReadBody;
  /** Reads the record of a `conflict` or `duplicate`. */
  readonly readCurrent?: (current: unknown) => unknown;
  /** Default 32 MB. */
  readonly maxAnswerBytes?: number;
}

export interface CallOptions extends UploadOptions {
  readonly expectedVersion?: number;
  /** Refused before it is sent when somebody else has signed in meanwhile. */
  readonly onBehalfOf?: string;
}

export interface ClientParts {
  readonly baseUrl: string;
  /** Whose records. */
  readonly providerId?: string | undefined;
  readonly transport: Transport;
  readonly tokens: TokenSource;
  /** Finds out why there was no answer. */
  readonly explain: ExplainFailure;
  readonly timeoutMs: number;
  readonly retry: RetryOptions;
  /** Called after every request that succeeded: there is a connection, and a session. */
  readonly onSuccess: () => void;
}

const MOST_AT_ONCE = 3;
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/** How long a person waits in all because the server asks to come back later. */
const MAX_PAUSE_MS = 5 * 60_000;

/** Sends requests, at most three at once: with a token, within a time, again when that makes sense. */
export class Client {
  readonly #parts: ClientParts;
  readonly #slots = new Slots(MOST_AT_ONCE);
  readonly #closed = new AbortController();
  /** The server asked to be left alone until then, by all requests. */
  #pausedUntilMs = 0;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** The answer of a request that succeeded. */
  async send(request: ApiRequest, options: CallOptions = {}): Promise<HttpAnswer> {
    throwIfAborted(options.signal);
    expectShort(this.#urlOf(request));
    const { signal, release } = joinSignals([options.signal, this.#closed.signal]);
    // One key for all attempts: a request whose answer got lost is not done twice.
    const idempotencyKey = options.idempotencyKey ?? newKey();
    try {
      return await this.#sendUntilAnswered(request, { ...options, signal, idempotencyKey });
    } catch (error) {
      throw signal.aborted ? new EnrollkitError('aborted', 'Stopped by the caller', { cause: signal.reason }) : error;
    } finally {
      release();
    }
  }

  /** Stops everything that is under way. Later requests reject with `aborted`. */
  close(): void {
    this.#closed.abort();
  }

  async #sendUntilAnswered(request: ApiRequest, options: Sending): Promise<HttpAnswer> {
    const { retry } = this.#parts;
    // A browser that knows it has no network isn't asked to wait for one. It may be wrong, so it is tried once.
    const retries = isOnline() ? retry.retries : 0;
    const giveUpAtMs = Date.now() + MAX_PAUSE_MS;
    for (let count = 0; ; count += 1) {
      await this.#pause(options.signal);
      const outcome = await this.#slots.run(options.signal, () => this.#attempt(request, options));
      if (!('error' in outcome)) {
        this.#parts.onSuccess();
        return outcome;
      }
      const { error, isPassing } = outcome;
      const { code, retryAfterMs } = error;
      if (code === 'rate-limited' && retryAfterMs !== undefined && Date.now() + retryAfterMs <= giveUpAtMs) {
        this.#pausedUntilMs = Math.max(this.#pausedUntilMs, Date.now() + retryAfterMs);
        count -= 1;
        continue;
      }
      const delayMs = retryAfterMs ?? retryDelayMs(count, retry);
      // Somebody may have been just about to come back: what looks blocked is tried once more.
      const isOver = code === 'blocked' ? count > 0 : !isPassing;
      if (isOver || count >= retries || delayMs > retry.maxDelayMs) throw error;
      await sleep(delayMs, options.signal);
    }
  }

  /** Waits as long as the server asked for, and a little apart from the others that wait. */
  async #pause(signal: AbortSignal): Promise<void> {
    const { firstDelayMs, random } = this.#parts.retry;
    for (let leftMs = this.#leftMs(); leftMs > 0; leftMs = this.#leftMs()) {
      await sleep(leftMs + random() * firstDelayMs, signal);
    }
  }

  #leftMs(): number {
    return this.#pausedUntilMs - Date.now();
  }

  /** Once; with a fresh token a second time when the first is refused. */
  async #attempt(request: ApiRequest, options: Sending): Promise<HttpAnswer | Failure> {
    const { tokens } = this.#parts;
    try {
      const token = await this.#inTime(tokens.get(), options);
      const answer = await this.#exchange(request, options, token);
      if (answer.status === 401 && token === undefined && tokens.isOverdue) throw neverGiven();
      if (answer.status !== 401 || token === undefined) return await this.#judge(answer, request);
      const fresh = await this.#inTime(tokens.refresh(token), options);
      if (fresh === undefined || fresh === token) return await this.#judge(answer, request);
      return await this.#judge(await this.#exchange(request, options, fresh), request);
    } catch (error) {
      if (hasErrorCode(error, 'offline')) return { error: await this.#parts.explain(error), isPassing: true };
      if (hasErrorCode(error, 'unavailable') || hasErrorCode(error, 'no-token')) return { error, isPassing: true };
      throw error;
    }
  }

  async #exchange(request: ApiRequest, options: Sending, token: string | undefined): Promise<HttpAnswer> {
    const { onBehalfOf } = options;
    if (onBehalfOf !== undefined && subjectOf(token) !== onBehalfOf) {
      throw new EnrollkitError('unauthorized', 'Somebody else has signed in meanwhile');
    }
    return this.#parts.transport(this.#httpRequest(request, options, token));
  }

  async #judge(answer: HttpAnswer, { readBody = readJson, readCurrent = () => undefined }: ApiRequest) {
    const error = await errorOf(answer, readBody, readCurrent);
    if (!error) return answer;
    const isPassing = (answer.status === 429 || answer.status >= 500) && ERROR_CODES[error.code].retryable;
    return { error, isPassing };
  }

  #httpRequest(request: ApiRequest, options: Sending, token: string | undefined): HttpRequest {
    const { method, body } = request;
    const { expectedVersion, idempotencyKey, onProgress, signal } = options;
    const isForm = body instanceof FormData;
    return {
      method,
      url: this.#urlOf(request),
      headers: {
        Accept: request.accept ?? 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        // A form's own type names its boundary: the browser writes it.
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...(method !== 'GET' && { 'Idempotency-Key': idempotencyKey }),
        ...(expectedVersion !== undefined && { 'If-Match': `"${expectedVersion}"` }),
      },
      ...(body !== undefined && { body: isForm ? body : toJson(body) }),
      maxAnswerBytes: request.maxAnswerBytes ?? MAX_ANSWER_BYTES,
      timeoutMs: this.#parts.timeoutMs,
      signal,
      ...(onProgress && { onProgress }),
    };
  }

  #urlOf({ path, readBody }: ApiRequest): string {
    const { baseUrl, providerId } = this.#parts;
    const url = `${baseUrl}/${withRepresentation(path, readBody ? 'xml' : 'json')}`;
    if (providerId === undefined) return url;
    return `${url}${url.includes('?') ? '&' : '?'}provider_id=${encodeURIComponent(providerId)}`;
  }

  /** A page that never gives its token is given up. */
  async #inTime(token: Promise<string | undefined>, { signal }: Sending): Promise<string | undefined> {
    const { timeoutMs } = this.#parts;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new EnrollkitError('no-token', `getToken gave nothing for ${timeoutMs} ms`)),
        timeoutMs,
      );
    });
    try {
      return await orAborted(Promise.race([token, late]), signal);
    } finally {
      clearTimeout(timer);
    }
  }
}

interface Sending extends CallOptions {
  readonly signal: AbortSignal;
  readonly idempotencyKey: string;
}

interface Failure {
  readonly error: EnrollkitError;
  /** It may be over in a moment. */
  readonly isPassing: boolean;
}

/** A page that said nothing of tokens, and needs one. */
function neverGiven(): EnrollkitError {
  const message =
    'The page gave no token: set token-url or getToken on <enrollkit-backend>, or call setTokenSource(); a page for visitors says so with the attribute visitor';
  return new EnrollkitError('no-token', message);
}
