import { WindowLease } from './window-lease.js';

/** Browsers offer none to pages that came over plain http, and refuse them in a frame without an origin. Servers have none. */
function browserLocks(): LockManager | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
}

/** One window at a time sends a bundle. The browser frees the lock of a window that is closed or has crashed. */
export class WindowLock {
  readonly #name: string;
  /** Instead of a lock, where there are none. */
  readonly #lease: WindowLease;
  /** Present while this window has it. */
  #giveBack: (() => void) | undefined;
  #request: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.#name = name;
    this.#lease = new WindowLease(name);
  }

  /** Whether this window may send now. */
  async take(): Promise<boolean> {
    if (this.#giveBack) return true;
    // The one before is free when its request is over, and not as soon as it is given back.
    await this.#request;
    const locks = browserLocks();
    if (!locks) return this.#lease.take();
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
    this.#lease.release();
  }

  /** Whether another window has it. */
  async isTaken(): Promise<boolean> {
    if (this.#giveBack) return false;
    const locks = browserLocks();
    if (!locks) return this.#lease.isTaken();
    // Taking it to find out would refuse it to whoever wants to send at that moment.
    const snapshot = await locks.query().catch(() => undefined);
    return snapshot?.held?.some(({ name, mode }) => name === this.#name && mode === 'exclusive') === true;
  }

  /** Resolves when no window has it; with `false` when nobody waits for that any more. Several windows wait beside each other. */
  async whenFree(signal: AbortSignal): Promise<boolean> {
    const locks = browserLocks();
    if (!locks) await this.#lease.whenFree(signal);
    else await locks.request(this.#name, { mode: 'shared', signal }, () => undefined).catch(() => undefined);
    return !signal.aborted;
  }
}
