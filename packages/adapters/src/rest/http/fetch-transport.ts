import { joinSignals } from './abortable.js';
import {
  cutOff,
  timedOut,
  tooLargeAnswer,
  unreachable,
  type HttpAnswer,
  type HttpRequest,
  type Transport,
} from './transport.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Bytes per millisecond below which an upload counts as hanging: without progress only its size says how long it may take. */
const SLOWEST_UPLOAD = 16;

/** With `fetch`: everywhere, but it doesn't tell how far an upload is. */
export function fetchTransport(fetch: Fetch): Transport {
  return async (request) => {
    const watch = watchdog(request);
    let response: Response | undefined;
    try {
      watch.restart(request.timeoutMs + uploadMs(request));
      response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        signal: watch.signal,
        // No cookies of the API's origin: the token alone says who asks.
        credentials: 'omit',
        // What a redirect leads to is never the answer, and the token isn't the other place's business.
        redirect: 'manual',
        cache: 'no-store',
        ...(request.body !== undefined && { body: request.body }),
      });
      return await readAnswer(response, request, watch);
    } catch (error) {
      throw watch.error ?? (isOwn(error) ? error : response ? cutOff(error) : unreachable(error));
    } finally {
      watch.end();
    }
  };
}

async function readAnswer(response: Response, request: HttpRequest, watch: Watchdog): Promise<HttpAnswer> {
  const { maxAnswerBytes, timeoutMs } = request;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    watch.restart(timeoutMs);
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxAnswerBytes) {
      void reader.cancel();
      throw tooLargeAnswer(maxAnswerBytes);
    }
    chunks.push(value);
  }
  const contentType = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    contentType,
    retryAfter: response.headers.get('retry-after'),
    isRedirected: response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400),
    body: new Blob(chunks, { type: contentType }),
  };
}

interface Watchdog {
  readonly signal: AbortSignal;
  /** Set when it was this that stopped the request. */
  readonly error: Error | undefined;
  restart(timeoutMs: number): void;
  end(): void;
}

/** Stops a request in which nothing happens. */
function watchdog({ signal: outer, timeoutMs }: HttpRequest): Watchdog {
  const idle = new AbortController();
  const { signal, release } = joinSignals([outer, idle.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let error: Error | undefined;
  return {
    signal,
    get error() {
      return error;
    },
    restart(delayMs) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        error = timedOut(timeoutMs);
        idle.abort();
      }, delayMs);
    },
    end() {
      clearTimeout(timer);
      release();
    },
  };
}

function uploadMs({ body }: HttpRequest): number {
  const parts = body instanceof FormData ? [...body.values()] : [];
  return parts.reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.size / SLOWEST_UPLOAD), 0);
}

function isOwn(error: unknown): boolean {
  return error instanceof Error && error.name === 'EnrollkitError';
}
