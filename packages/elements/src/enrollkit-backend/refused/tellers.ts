import type { KeptWrite } from './write-queue.js';

/** Tags end in the element's own name: a page may have put something before it. */
const LISTS = { file: /certificate-bundle$/, status: /enrollment-roster$/ };
const ONES = { file: /certificate-upload$/, status: /enrollment-status$/ };

type Teller = HTMLElement & { readonly enrollmentId?: string };

/**
 * Which elements tell what becomes of a write that they gave: those that ask this backend, and are there when it is first kept.
 * Others that do so are code of the page's own.
 */
export class Tellers {
  readonly #seen = new Set<WeakRef<Teller>>();
  readonly #of = new Map<number, readonly WeakRef<Teller>[]>();

  constructor(host: HTMLElement, onArrival: () => void) {
    host.addEventListener('context-request', (event) => {
      const { contextTarget } = event as Event & { readonly contextTarget?: Teller };
      if (!contextTarget) return;
      for (const each of this.#seen) if (each.deref() === contextTarget || !each.deref()) this.#seen.delete(each);
      this.#seen.add(new WeakRef(contextTarget));
      // Who comes has often taken the place of somebody who told.
      if (this.#of.size > 0) onArrival();
    });
  }

  /** Remembers who is there. */
  note(items: readonly KeptWrite[]): void {
    const kept = new Set(items.map(({ id }) => id));
    for (const id of this.#of.keys()) if (!kept.has(id)) this.#of.delete(id);
    for (const item of items) {
      if (!item.isFromHere || this.#of.has(item.id)) continue;
      const here = [...this.#seen].filter((each) => tells(each, item, ONES));
      this.#of.set(item.id, here.length > 0 ? here : [...this.#seen].filter((each) => tells(each, item, LISTS)));
    }
  }

  /** Whether it is told on this page by whoever gave it. */
  areThereFor(item: KeptWrite): boolean {
    const all = this.#of.get(item.id) ?? [];
    return (
      item.isFromHere === true &&
      (all.length === 0 || all.some((each) => tells(each, item, ONES) || tells(each, item, LISTS)))
    );
  }
}

function tells(ref: WeakRef<Teller>, { enrollmentId, fileName }: KeptWrite, tags: typeof LISTS): boolean {
  const element = ref.deref();
  const tag = fileName === undefined ? tags.status : tags.file;
  const isAbout = tags === LISTS || element?.enrollmentId === enrollmentId;
  return element?.isConnected === true && isAbout && tag.test(element.localName);
}
