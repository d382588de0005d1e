import { newKey } from '../../base/new-key.js';
import { requested } from '../sending/kept-database.js';

const DATABASE = 'enrollkit-leases';
const STORE = 'leases';
/** How long a window may be silent before another one takes over: one that was closed or has crashed says nothing. */
const LEASE_MS = 30_000;
const LOOK_EVERY_MS = 500;

interface Lease {
  readonly owner: string;
  readonly untilMs: number;
}

/**
 * For pages that came over plain http, to which browsers offer no locks: who sends says so in the browser's database, and goes on
 * saying so. In a database of its own, which is opened only there. Without storage nothing keeps two windows apart, and nothing is
 * kept that both could send.
 */
export class WindowLease {
  readonly #name: string;
  readonly #owner = newKey();
  #opened: Promise<IDBDatabase> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Whether this window has it now. */
  async take(): Promise<boolean> {
    const isOurs = await this.#write(LEASE_MS).catch(() => true);
    if (isOurs) this.#timer ??= setInterval(() => void this.#write(LEASE_MS).catch(() => undefined), LEASE_MS / 3);
    return isOurs;
  }

  release(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#write(0).catch(() => undefined);
  }

  async isTaken(): Promise<boolean> {
    const store = await this.#store('readonly').catch(() => undefined);
    return store !== undefined && this.#isOthers(await requested(store.get(this.#name)).catch(() => undefined));
  }

  async whenFree(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.isTaken())) {
      await new Promise((resolve) => void setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Unless another window has it; looking and writing are one transaction. */
  async #write(forMs: number): Promise<boolean> {
    const store = await this.#store('readwrite');
    const isFree = !this.#isOthers(await requested(store.get(this.#name)));
    const lease: Lease = { owner: this.#owner, untilMs: Date.now() + forMs };
    if (isFree) await requested(store.put(lease, this.#name));
    return isFree;
  }

  #isOthers(lease: unknown): boolean {
    const { owner, untilMs = 0 } = (lease ?? {}) as Partial<Lease>;
    return owner !== this.#owner && untilMs > Date.now();
  }

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#opened ??= this.#open();
    return (await this.#opened).transaction(STORE, mode).objectStore(STORE);
  }

  #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    const opened = requested(request);
    const forget = (): void => void (this.#opened = undefined);
    opened.then((database) => database.addEventListener('close', forget), forget);
    return opened;
  }
}
