import { sortItems, type BundleItem, type SortedItem } from './bundle-item.js';
import type { BundleRecord } from './read-roster.js';
import type { KeptBundle } from './sending/kept-bundle.js';

interface Sorted {
  readonly items: readonly BundleItem[];
  readonly record: Pick<BundleRecord, 'people' | 'holders'>;
  readonly rows: readonly SortedItem[];
}

interface ListOptions {
  readonly onChange: () => void;
  /** While another window sends, what is kept is that one's to write. */
  readonly mayKeep: () => boolean;
}

/** The files of a bundle, here and in the browser's database. */
export class ItemList {
  readonly #kept: KeptBundle;
  readonly #options: ListOptions;
  #items: readonly BundleItem[] = [];
  #sorted: Sorted | undefined;
  /** What was changed here while it was another window's to write. */
  #held = new Set<string>();

  constructor(kept: KeptBundle, options: ListOptions) {
    this.#kept = kept;
    this.#options = options;
  }

  /** In the order in which they were given. */
  get all(): readonly BundleItem[] {
    return this.#items;
  }

  set all(items: readonly BundleItem[]) {
    this.#items = items;
    this.#options.onChange();
  }

  /** In their tabs. Sorted once for each change: a page asks several times. */
  sorted(record: Pick<BundleRecord, 'people' | 'holders'>): readonly SortedItem[] {
    if (this.#sorted?.items !== this.#items || this.#sorted.record !== record) {
      this.#sorted = { items: this.#items, record, rows: sortItems(this.#items, record) };
    }
    return this.#sorted.rows;
  }

  find(id: string): BundleItem | undefined {
    return this.#items.find((item) => item.id === id);
  }

  add(item: BundleItem): void {
    this.all = [...this.#items, item];
  }

  drop(id: string): void {
    this.all = this.#items.filter((item) => item.id !== id);
  }

  /** `keep`: in the browser's database too. */
  replace(item: BundleItem, { keep }: { readonly keep: boolean } = { keep: true }): void {
    this.all = this.#items.map((each) => (each.id === item.id ? item : each));
    if (keep && this.#options.mayKeep()) void this.#kept.put(item);
    else if (keep) this.#held.add(item.id);
  }

  get held(): ReadonlySet<string> {
    return this.#held;
  }

  /** Writes what waited for its turn. */
  async keepHeld(): Promise<void> {
    if (!this.#options.mayKeep()) return;
    const held = this.#held;
    this.#held = new Set();
    await this.keep(held);
  }

  /** Keeps these as they are now. */
  async keep(ids: ReadonlySet<string>): Promise<void> {
    if (this.#options.mayKeep()) await this.#kept.put(...this.#items.filter(({ id }) => ids.has(id)));
  }
}
