import { isOver, type BundleItem } from '../bundle-item.js';
import type { SharedFields } from '../review/shared-fields.js';
import { openKeptDatabase, requested, STORES, written, type KeptItem } from './kept-database.js';

/** Who gave no answer by then gives none: WebKit can lock a database until the browser is started anew. */
const PATIENCE_MS = 20_000;

/** What a page that was closed in the middle goes on with. */
export interface KeptState {
  readonly items: readonly BundleItem[];
  readonly fields: SharedFields | undefined;
}

/**
 * The files of one bundle in the browser's own database, until the backend has confirmed each. Where the browser gives no
 * storage or has no room, everything works but going on after a reload: `isKept` tells.
 */
export class KeptBundle {
  /**
   * One after the other, so that what was written last is what is kept; for all elements of the page, so that one that takes
   * the place of another reads what that one wrote.
   */
  static #turn: Promise<unknown> = Promise.resolve();

  readonly #bundle: string;
  readonly #patienceMs: number;
  #opened: Promise<IDBDatabase> | undefined;
  /** Files whose bytes are kept. */
  readonly #files = new Set<string>();
  #hasFailed = false;
  #isStuck = false;

  constructor(bundle: string, { patienceMs = PATIENCE_MS }: { readonly patienceMs?: number } = {}) {
    this.#bundle = bundle;
    this.#patienceMs = patienceMs;
  }

  get isKept(): boolean {
    return !this.#hasFailed && !this.#isStuck;
  }

  async load(): Promise<KeptState> {
    const found = await this.#inTurn(async (database) => {
      // All of it as it was at one moment: another tab may be sending, and takes out bytes as it goes.
      const transaction = database.transaction(Object.values(STORES));
      const files = transaction.objectStore(STORES.files);
      const [kept, fields] = await this.#answer(
        Promise.all([
          requested(transaction.objectStore(STORES.items).getAll(this.#range) as IDBRequest<KeptItem[]>),
          requested(transaction.objectStore(STORES.fields).get(this.#bundle) as IDBRequest<SharedFields | undefined>),
        ]),
      );
      const items: BundleItem[] = [];
      for (const { item, name } of kept) {
        const bytes = await this.#answer(
          requested(files.get([this.#bundle, item.id]) as IDBRequest<ArrayBuffer | undefined>),
        );
        if (bytes) this.#files.add(item.id);
        // Of a file that didn't fit there is nothing to go on with.
        if (bytes || isOver(item as BundleItem) || item.problem)
          items.push({ ...item, file: new File(bytes ? [bytes] : [], name) });
      }
      return { items, fields };
    });
    return found ?? { items: [], fields: undefined };
  }

  /** How they are now; and their bytes, the first time. What is over has none any more. */
  async put(...items: readonly BundleItem[]): Promise<void> {
    await this.#inTurn(async (database) => {
      for (const item of items) await this.#putFile(database, item);
      await this.#written(database, [STORES.items, STORES.files], (transaction) => {
        for (const item of items) {
          transaction.objectStore(STORES.items).put(this.#keptItem(item));
          if (isOver(item) && item.file.size === 0)
            transaction.objectStore(STORES.files).delete([this.#bundle, item.id]);
        }
      });
    });
  }

  async putFields(fields: SharedFields): Promise<void> {
    await this.#inTurn((database) =>
      this.#written(database, [STORES.fields], (transaction) =>
        transaction.objectStore(STORES.fields).put(fields, this.#bundle),
      ),
    );
  }

  async clear(): Promise<void> {
    await this.#inTurn((database) =>
      this.#written(database, Object.values(STORES), (transaction) => {
        transaction.objectStore(STORES.items).delete(this.#range);
        transaction.objectStore(STORES.files).delete(this.#range);
        transaction.objectStore(STORES.fields).delete(this.#bundle);
      }),
    );
    this.#files.clear();
    this.#hasFailed = false;
  }

  get #range(): IDBKeyRange {
    return IDBKeyRange.bound([this.#bundle], [this.#bundle, []]);
  }

  /** Not as `Blob`: WebKit stores none in a private window. One at a time, so that memory holds one. */
  async #putFile(database: IDBDatabase, item: BundleItem): Promise<void> {
    const { id, file, problem, sha256 } = item;
    const isRefused = problem !== undefined && sha256 === undefined;
    if (this.#files.has(id) || file.size === 0 || isRefused) return;
    const bytes = await file.arrayBuffer();
    // With what says how old they are: bytes without it would stay for ever when there is no room for the rest.
    await this.#written(database, [STORES.items, STORES.files], (transaction) => {
      transaction.objectStore(STORES.items).put(this.#keptItem(item));
      transaction.objectStore(STORES.files).put(bytes, [this.#bundle, id]);
    });
    this.#files.add(id);
  }

  #keptItem({ file, ...item }: BundleItem): KeptItem {
    return { bundle: this.#bundle, id: item.id, keptAt: Date.now(), name: file.name, item };
  }

  /** Sending must not depend on it. */
  async #inTurn<Result>(work: (database: IDBDatabase) => Promise<Result>): Promise<Result | undefined> {
    const mine = KeptBundle.#turn.then(async () => {
      if (this.#isStuck) return undefined;
      try {
        // A browser may close it while the page is in the background.
        this.#opened ??= this.#answer(openKeptDatabase({ onClose: () => (this.#opened = undefined) }));
        return await work(await this.#opened);
      } catch {
        this.#hasFailed = true;
        return undefined;
      }
    });
    KeptBundle.#turn = mine;
    return mine;
  }

  #written(...write: Parameters<typeof written>): Promise<void> {
    return this.#answer(written(...write));
  }

  /** Nothing waits for it for ever either. */
  async #answer<Result>(answer: Promise<Result>): Promise<Result> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stuck = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.#isStuck = true;
        reject(new Error('The database does not answer.'));
      }, this.#patienceMs);
    });
    return Promise.race([answer, stuck]).finally(() => clearTimeout(timer));
  }
}
