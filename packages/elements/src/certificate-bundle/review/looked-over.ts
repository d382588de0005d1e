import type { SortedItem } from '../bundle-item.js';

/**
 * That a person has looked over which file goes to whom. It holds for what they saw: until something else would be sent, and
 * however often the same is read again.
 */
export class LookedOver {
  /** What would be sent now. */
  readonly #rows: () => readonly SortedItem[];
  readonly #onLost: () => void;
  #seen: ReadonlyMap<string, string> | undefined;
  #wasLost = false;

  constructor(rows: () => readonly SortedItem[], onLost: () => void) {
    this.#rows = rows;
    this.#onLost = onLost;
  }

  get holds(): boolean {
    return this.#seen !== undefined && this.changed.size === 0;
  }

  /** What came, or became somebody else’s, since then. Nothing before anybody has looked. */
  get changed(): ReadonlySet<string> {
    const seen = this.#seen;
    const rows = seen ? this.#rows() : [];
    return new Set(rows.filter((row) => seen?.get(row.item.id) !== whose(row)).map(({ item }) => item.id));
  }

  /** A person ticks it or takes it back; what is shown already is no answer. */
  tick(isTicked: boolean): void {
    if (isTicked !== this.holds) this.#see(isTicked);
  }

  /** What a person does about one row, they have seen. */
  through(act: () => void): void {
    const isHeld = this.holds;
    act();
    if (isHeld) this.#see(true);
  }

  /** That it holds no longer, once. */
  tell(): void {
    const isLost = this.changed.size > 0;
    if (isLost && !this.#wasLost) this.#onLost();
    this.#wasLost = isLost;
  }

  forget(): void {
    this.#see(false);
  }

  #see(isSeen: boolean): void {
    this.#seen = isSeen ? new Map(this.#rows().map((row) => [row.item.id, whose(row)])) : undefined;
    this.#wasLost = false;
  }
}

/** The person as they are named in the list: one who is called otherwise now is to be looked at again. */
function whose({ person }: SortedItem): string {
  return JSON.stringify([person?.id, person?.participant.name]);
}
