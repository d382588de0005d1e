import type { Change, ChangeListener } from '@enrollkit/core';

/** A change, and the version that it made where the answer says so. */
export interface VersionedChange extends Change {
  readonly version?: number;
}

interface Known {
  readonly change: Change;
  readonly version: number | undefined;
  /** When it was last read, counted in reads. */
  readonly order: number;
}

/** What is remembered is looked at again after the stream was broken: more than a page shows. */
const MOST_KNOWN = 1000;
/** A change made here that the stream hasn't told by then isn't coming. */
const ECHO_MS = 5000;

/**
 * Tells listeners what changed: made here at once, made elsewhere as the stream tells it. The stream tells what was made
 * here as well; it carries no sender, so each change made here cancels out one equal change that comes around that time.
 */
export class Changes {
  readonly #listeners = new Set<ChangeListener>();
  readonly #known = new Map<string, Known>();
  /** Made and told here, not heard from the stream yet: until when each is waited for. */
  #echoes: { readonly key: string; readonly untilMs: number }[] = [];
  /** Heard while something was being written here. */
  #early: string[] = [];
  #writing = 0;
  #order = 0;
  #readSince = 0;
  readonly #onListening: (isListening: boolean) => void;

  /** Hears before all others which record is no longer what it was, or without one that any may be. */
  readonly #onStale: (change?: Change) => void;

  constructor(onListening: (isListening: boolean) => void, onStale: (change?: Change) => void = () => undefined) {
    this.#onListening = onListening;
    this.#onStale = onStale;
  }

  subscribe(listener: ChangeListener): () => void {
    // A wrapper of its own, so that subscribing twice takes unsubscribing twice.
    const own: ChangeListener = (change) => listener(change);
    if (this.#listeners.size === 0) {
      // Who reads first and listens later has to read again in any case.
      this.#readSince = this.#order;
      this.#onListening(true);
    }
    this.#listeners.add(own);
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0) this.#onListening(false);
    };
  }

  /** A record was read. */
  saw({ version, ...change }: VersionedChange): void {
    const key = keyOf(change);
    this.#known.delete(key);
    this.#known.set(key, { change, version, order: (this.#order += 1) });
    if (this.#known.size > MOST_KNOWN) this.#known.delete(this.#known.keys().next().value ?? '');
  }

  /** What is known of a record that was read or written before. */
  find(kind: Change['kind'], id: string): Change | undefined {
    return this.#known.get(keyOf({ kind, id }))?.change;
  }

  /** Does a write and tells what it changed: an answer that is no newer than what was known is no change. */
  async write<Result>(
    work: () => Promise<Result>,
    changesOf: (result: Result) => readonly VersionedChange[],
  ): Promise<Result> {
    this.#writing += 1;
    this.#onStale();
    try {
      const result = await work();
      for (const change of changesOf(result)) this.#made(change);
      return result;
    } finally {
      this.#writing -= 1;
      this.#onStale();
      if (this.#writing === 0) this.#early = [];
    }
  }

  /** The stream tells a change. */
  hear(change: Change): void {
    this.#onStale(change);
    const key = keyOf(change);
    const nowMs = Date.now();
    this.#echoes = this.#echoes.filter(({ untilMs }) => untilMs > nowMs);
    const echo = this.#echoes.findIndex((each) => each.key === key);
    if (echo >= 0) {
      this.#echoes.splice(echo, 1);
      return;
    }
    if (this.#writing > 0) this.#early.push(key);
    this.#tell(change);
  }

  /** The stream is there (again). What was read while it wasn't may have changed unheard. */
  connected(): void {
    this.#echoes = [];
    const since = this.#readSince;
    this.#readSince = this.#order;
    for (const { change, order } of [...this.#known.values()]) if (order > since) this.#tell(change);
  }

  /** The stream is gone: from here on anything that is known may change unheard. */
  disconnected(): void {
    this.#onStale();
    this.#readSince = -1;
  }

  close(): void {
    this.#listeners.clear();
    this.#onListening(false);
  }

  #made({ version, ...change }: VersionedChange): void {
    const key = keyOf(change);
    const known = this.#known.get(key)?.version;
    if (version !== undefined && known !== undefined && version <= known) return;
    if (version !== undefined) this.#known.set(key, { change, version, order: this.#known.get(key)?.order ?? 0 });

    const early = this.#early.indexOf(key);
    if (early >= 0) {
      this.#early.splice(early, 1);
      return;
    }
    this.#echoes.push({ key, untilMs: Date.now() + ECHO_MS });
    this.#tell(change);
  }

  #tell(change: Change): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        // One listener's fault is not the next one's: the page hears of it as of any uncaught error.
        reportError(error);
      }
    }
  }
}

function keyOf({ kind, id }: Pick<Change, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
