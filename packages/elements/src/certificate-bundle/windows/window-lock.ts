/** Browsers offer none to pages that came over plain http, and refuse them in a frame without an origin. Servers have none. */
function browserLocks(): LockManager | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
}

/** One window at a time sends a bundle. The browser frees the lock of a window that is closed or has crashed. */
export class WindowLock {
  readonly #name: string;
  /** Present while this window has it. */
  #giveBack: (() => void) | undefined;
  #request: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.#name = name;
  }

  /** Whether there are locks: else nothing keeps two windows apart. */
  get isThere(): boolean {
    return browserLocks() !== undefined;
  }

  /** Whether this window may send now. Where there are no locks it may: each file goes with its own key, and is stored once. */
  async take(): Promise<boolean> {
    if (this.#giveBack) return true;
    // The one before is free when its request is over, and not as soon as it is given back.
    await this.#request;
    const locks = browserLocks();
    if (!locks) return true;
    return new Promise((answer) => {
      this.#request = locks
        .request(this.#name, { ifAvailable: true }, (lock) => {
          answer(lock !== null);
          return lock && new Promise<void>((giveBack) => (this.#giveBack = giveBack));
        })
        .catch(() => answer(true));
    });
  }

  release(): void {
    this.#giveBack?.();
    this.#giveBack = undefined;
  }

  /** Whether another window has it. */
  async isTaken(): Promise<boolean> {
    if (this.#giveBack) return false;
    // Taking it to find out would refuse it to whoever wants to send at that moment.
    const snapshot = await browserLocks()
      ?.query()
      .catch(() => undefined);
    return snapshot?.held?.some(({ name, mode }) => name === this.#name && mode === 'exclusive') === true;
  }

  /** Resolves when no window has it; with `false` when nobody waits for that any more. Several windows wait beside each other. */
  async whenFree(signal: AbortSignal): Promise<boolean> {
    await browserLocks()
      ?.request(this.#name, { mode: 'shared', signal }, () => undefined)
      .catch(() => undefined);
    return !signal.aborted;
  }
}
