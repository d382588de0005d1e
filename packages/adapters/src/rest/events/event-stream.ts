import { joinSignals, orAborted, sleep, sleepUntilOnline } from '../http/abortable.js';
import { openedBy } from '../token/subject-of.js';
import { canShareStreams, shareStream, tell, type StreamListener, type StreamTold } from './shared-stream.js';
import type { Fetch } from '../http/fetch-transport.js';
import { retryDelayMs, type RetryOptions } from '../http/retry.js';
import { SseParser } from './sse-parser.js';
import type { TokenSource } from '../token/token-source.js';

export interface EventStreamParts {
  readonly url: string;
  readonly fetch: Fetch;
  readonly tokens: TokenSource;
  readonly changes: StreamListener;
  /** Between attempts to connect again. */
  readonly retry: Pick<RetryOptions, 'firstDelayMs' | 'random'>;
}

/** The server says something every now and then; a connection that is silent for this long is dead. */
const SILENCE_MS = 90_000;
const MAX_DELAY_MS = 60_000;
const MAX_EVENT_LENGTH = 64 * 1024;

/**
 * One connection to the server's events, for all listeners together, and for all tabs in which the same person is signed in.
 * Connects again by itself, with a new token; while a tab is hidden it lets go.
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

  /** Alone or in turn with others, depending on whether it can be known that they may hear the same. */
  async #run(signal: AbortSignal): Promise<void> {
    const { url, tokens, changes } = this.#parts;
    while (!signal.aborted) {
      const token = await this.#token(signal);
      const opens = opensFor(token);
      const turn = new AbortController();
      const { signal: inTurn, release } = joinSignals([signal, turn.signal]);
      // Somebody else has signed in: they hear something else.
      const stopWatching = tokens.onToken((next) => opensFor(next) !== opens && turn.abort());
      try {
        if (opens === undefined || !canShareStreams()) await this.#listen(inTurn, toldTo(changes));
        else {
          const name = `enrollkit-events ${url} ${opens}`;
          await shareStream(name, { listener: changes, signal: inTurn }, (told) => this.#listen(inTurn, told)).catch(
            // A frame in another site's page is refused locks where the browser keeps third parties from storage: alone then.
            (error: unknown) => {
              if (error instanceof NotForVisitorsError) throw error;
              return this.#listen(inTurn, toldTo(changes));
            },
          );
        }
      } catch (error) {
        // Nothing is public here: asking all the same would be refused again and again.
        if (error instanceof NotForVisitorsError && tokens.isNobody) await this.#somebody(inTurn);
        // Stopped: it is tried again as long as somebody wants it.
        else await sleep(MAX_DELAY_MS, inTurn).catch(() => undefined);
      } finally {
        stopWatching();
        release();
      }
    }
  }

  /** Until somebody signs in, which a request hears of. */
  #somebody(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        stopWatching();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const stopWatching = this.#parts.tokens.onToken((token) => token !== undefined && end());
      signal.addEventListener('abort', end);
    });
  }

  /** Without one it is asked without; that it failed, the requests say. */
  async #token(signal: AbortSignal): Promise<string | undefined> {
    return orAborted(this.#parts.tokens.get(), signal).catch(() => undefined);
  }

  /** Keeps a connection to the server until it is stopped. */
  async #listen(signal: AbortSignal, told: StreamTold): Promise<void> {
    const { retry } = this.#parts;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.#hear(signal, told, () => (failures = 0));
      } catch (error) {
        if (error instanceof NotForVisitorsError) throw error;
        // Cut off, refused, or no such address: the elements work without, and another attempt is made.
      }
      told.lost();
      const delayMs = retryDelayMs(failures, { ...retry, maxDelayMs: MAX_DELAY_MS, retries: Infinity });
      await sleepUntilOnline(delayMs, signal);
    }
  }

  async #hear(signal: AbortSignal, told: StreamTold, onOpen: () => void): Promise<void> {
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
      told.open();
      const parser = new SseParser(({ data }) => told.event(data));
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
    const isRefused = response.status === 401 || response.status === 403;
    if (isRefused && token === undefined && tokens.isNobody) throw new NotForVisitorsError();
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

/** A server that tells visitors nothing. */
class NotForVisitorsError extends Error {}

/** All who are nobody in particular hear the same. */
function opensFor(token: string | undefined): string | undefined {
  return token === undefined ? 'visitor' : openedBy(token);
}

/** For one that listens by itself. */
function toldTo(changes: StreamListener): StreamTold {
  return {
    open: () => changes.connected(),
    lost: () => changes.disconnected(),
    event: (data) => tell(changes, data),
  };
}
