import { EnrollkitError, ERROR_CODES, hasErrorCode, throwIfAborted, type UploadOptions } from '@enrollkit/core';
import { joinSignals, orAborted, sleep } from './abortable.js';
import { newKey } from './new-key.js';
import { withRepresentation } from './paths.js';
import { errorOf, readJson, type ReadBody } from './read-answer.js';
import { retryDelayMs, type RetryOptions } from './retry.js';
import { Slots } from './slots.js';
import { subjectOf } from '../token/subject-of.js';
import type { TokenSource } from '../token/token-source.js';
import { unreachable, type HttpAnswer, type HttpRequest, type Transport } from './transport.js';

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
  readonly transport: Transport;
  readonly tokens: TokenSource;
  readonly timeoutMs: number;
  readonly retry: RetryOptions;
  /** Called after every request that succeeded: there is a connection, and a session. */
  readonly onSuccess: () => void;
}

const MOST_AT_ONCE = 3;
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Sends requests, at most three at once: with a token, within a time, again when that makes sense. */
export class Client {
  readonly #parts: ClientParts;
  readonly #slots = new Slots(MOST_AT_ONCE);
  readonly #closed = new AbortController();

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** The answer of a request that succeeded. */
  async send(request: ApiRequest, options: CallOptions = {}): Promise<HttpAnswer> {
    throwIfAborted(options.signal);
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
    for (let count = 0; ; count += 1) {
      const outcome = await this.#slots.run(options.signal, () => this.#attempt(request, options));
      if (!('error' in outcome)) {
        this.#parts.onSuccess();
        return outcome;
      }
      const delayMs = outcome.error.retryAfterMs ?? retryDelayMs(count, retry);
      if (!outcome.isPassing || count >= retries || delayMs > retry.maxDelayMs) throw outcome.error;
      await sleep(delayMs, options.signal);
    }
  }

  /** Once; with a fresh token a second time when the first is refused. */
  async #attempt(request: ApiRequest, options: Sending): Promise<HttpAnswer | Failure> {
    const { tokens } = this.#parts;
    try {
      const token = await this.#inTime(tokens.get(), options);
      const answer = await this.#exchange(request, options, token);
      if (answer.status !== 401 || token === undefined) return await this.#judge(answer, request);
      const fresh = await this.#inTime(tokens.refresh(token), options);
      if (fresh === undefined || fresh === token) return await this.#judge(answer, request);
      return await this.#judge(await this.#exchange(request, options, fresh), request);
    } catch (error) {
      if (hasErrorCode(error, 'offline')) return { error, isPassing: true };
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
      url: `${this.#parts.baseUrl}/${withRepresentation(request.path, request.readBody ? 'xml' : 'json')}`,
      headers: {
        Accept: request.accept ?? 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        // A form's own type names its boundary: the browser writes it.
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...(method !== 'GET' && { 'Idempotency-Key': idempotencyKey }),
        ...(expectedVersion !== undefined && { 'If-Match': `"${expectedVersion}"` }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      maxAnswerBytes: request.maxAnswerBytes ?? MAX_ANSWER_BYTES,
      timeoutMs: this.#parts.timeoutMs,
      signal,
      ...(onProgress && { onProgress }),
    };
  }

  /** A page that never gives its token counts as a network that never answers. */
  async #inTime(token: Promise<string | undefined>, { signal }: Sending): Promise<string | undefined> {
    const { timeoutMs } = this.#parts;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(unreachable(new Error(`getToken gave nothing for ${timeoutMs} ms`))), timeoutMs);
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

function isOnline(): boolean {
  return (globalThis.navigator as Navigator | undefined)?.onLine !== false;
}
