import { setTimeout as delay } from 'node:timers/promises';

/** Wakes one that waits. Keeps that it was rung while nobody waited. */
export class Alarm {
  #isRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** Waits for it, at most so long and until the signal. Whether it rang. */
  async rings(withinMs: number, signal: AbortSignal): Promise<boolean> {
    const waiting = new AbortController();
    const stop = (): void => waiting.abort();
    this.#wake = stop;
    signal.addEventListener('abort', stop, { once: true });
    if (this.#isRung || signal.aborted) stop();
    // Aborting ends the wait by a rejection, and that is all it says.
    await delay(withinMs, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined);
    signal.removeEventListener('abort', stop);
    this.#wake = undefined;
    const isRung = this.#isRung;
    this.#isRung = false;
    return isRung;
  }
}
