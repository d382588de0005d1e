import type { Change, ChangeListener } from '@enrollkit/core';
import type { Logger } from 'pino';
import type { SharedChanges } from '../parts/server-parts.js';

/** Who wants to hear of changes in this process. */
export class ChangeHearers {
  readonly #listeners = new Set<ChangeListener>();
  readonly #gapListeners = new Set<() => void>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Tells of a change as it came in. Anybody who may write to the database can send something else. */
  hear(payload: string): void {
    const change = readChange(payload);
    if (change) this.#call(this.#listeners, change);
  }

  /** Tells that changes may have been missed. */
  miss(): void {
    this.#call(this.#gapListeners);
  }

  readonly subscribe: SharedChanges['subscribe'] = (listener) => {
    // Subscribing twice with one function is being called twice.
    const own: ChangeListener = (change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  };

  readonly onGap: SharedChanges['onGap'] = (listener) => {
    const own = () => listener();
    this.#gapListeners.add(own);
    return () => void this.#gapListeners.delete(own);
  };

  #call<Args extends readonly unknown[]>(each: ReadonlySet<(...args: Args) => void>, ...args: Args): void {
    for (const listener of each) {
      try {
        listener(...args);
      } catch (error) {
        this.#log.error({ err: error }, 'a listener to changes failed');
      }
    }
  }
}

function readChange(payload: string): Change | undefined {
  try {
    const [, change] = JSON.parse(payload) as [number, Change];
    return typeof change.id === 'string' && typeof change.kind === 'string' ? change : undefined;
  } catch {
    return undefined;
  }
}
