import type { Change } from '@enrollkit/core';
import { fromWireChange, type WireChange } from '@enrollkit/core/wire';
import { orAborted, sleep } from '../http/abortable.js';
import type { Changes } from './changes.js';
import type { Fetch } from '../http/fetch-transport.js';
import { retryDelayMs, type RetryOptions } from '../http/retry.js';
import { SseParser } from './sse-parser.js';
import type { TokenSource } from '../token/token-source.js';

export interface EventStreamParts {
  readonly url: string;
  readonly fetch: Fetch;
  readonly tokens: TokenSource;
  readonly changes: Pick<Changes, 'hear' | 'connected' | 'disconnected'>;
  /** Between attempts to connect again. */
  readonly retry: Pick<RetryOptions, 'firstDelayMs' | 'random'>;
}

/** The server says something every now and then; a connection that is silent for this long is dead. */
const SILENCE_MS = 90_000;
const MAX_DELAY_MS = 60_000;
const MAX_EVENT_LENGTH = 64 * 1024;

/**
 * One connection to the server's events, for all listeners together. Connects again by itself, with a new token; while a
 * tab is hidden it lets go, because a browser gives one server six connections over HTTP/1.1, all tabs together.
 */
export class EventStream {
  readonly #parts: EventStreamParts;
  #running: AbortController | undefined;
  #isWanted = false;

  constructor(parts: EventStreamParts) {
    this.#parts = parts;
  }

  /** Connects, or lets go. */
  set isWanted(isWanted: boolean) {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    if (typeof document === 'object') {
      const change = isWanted ? 'addEventListener' : 'removeEventListener';
      document[change]('visibilitychange', this.#follow);
    }
    this.#follow();
  }

  readonly #follow = (): void => {
    const isOpen = this.#isWanted && (typeof document !== 'object' || document.visibilityState !== 'hidden');
    if (isOpen === (this.#running !== undefined)) return;
    this.#running?.abort();
    this.#running = isOpen ? new AbortController() : undefined;
    if (this.#running) void this.#run(this.#running.signal);
  };

  async #run(signal: AbortSignal): Promise<void> {
    const { changes, retry } = this.#parts;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.#listen(signal, () => (failures = 0));
      } catch {
        // Cut off, refused, or no such address: the elements work without, and another attempt is made.
      }
      changes.disconnected();
      const delayMs = retryDelayMs(failures, { ...retry, maxDelayMs: MAX_DELAY_MS, retries: Infinity });
      // Stopping is the one thing that interrupts this.
      await sleep(delayMs, signal).catch(() => undefined);
    }
  }

  async #listen(signal: AbortSignal, onOpen: () => void): Promise<void> {
    const { changes } = this.#parts;
    const connection = new AbortController();
    const stop = () => connection.abort();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      heard();
      const response = await this.#connect(connection.signal);
      onOpen();
      changes.connected();
      const parser = new SseParser(({ data }) => {
        const change = readChange(data);
        if (change) changes.hear(change);
      });
      const reader = response.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        heard();
        parser.push(part.value);
        if (parser.heldLength > MAX_EVENT_LENGTH) return;
      }
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      connection.abort();
    }
  }

  async #connect(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { tokens } = this.#parts;
    const token = await orAborted(tokens.get(), signal);
    let response = await this.#request(token, signal);
    if (response.status === 401) {
      const fresh = await orAborted(tokens.refresh(token), signal);
      if (fresh !== token) response = await this.#request(fresh, signal);
    }
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) throw new Error(`No stream of events: HTTP ${response.status}`);
    return response.body;
  }

  #request(token: string | undefined, signal: AbortSignal): Promise<Response> {
    const { url, fetch } = this.#parts;
    return fetch(url, {
      headers: { Accept: 'text/event-stream', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      signal,
    });
  }
}

const KINDS: readonly unknown[] = ['booking', 'certificate', 'certification', 'product'] satisfies WireChange['kind'][];

/** A newer server may tell of other things. */
function readChange(data: string): Change | undefined {
  try {
    const change = JSON.parse(data) as Partial<WireChange> | null;
    return typeof change?.id === 'string' && KINDS.includes(change.kind)
      ? fromWireChange(change as WireChange)
      : undefined;
  } catch {
    return undefined;
  }
}
