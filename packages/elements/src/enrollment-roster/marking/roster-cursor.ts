/** What the cursor asks of the list: its rows, in the order shown. */
interface CursorRows {
  readonly count: number;
  idAt(index: number): string | undefined;
  placeOf(id: string): number;
}

/** Where a person is in the list, and which rows are chosen. By id: rows may move, and stay chosen. */
export class RosterCursor {
  readonly #rows: CursorRows;
  readonly #selected = new Set<string>();
  #current: string | undefined;
  /** From where a range is counted. */
  #anchor: string | undefined;

  constructor(rows: CursorRows) {
    this.#rows = rows;
  }

  /** The row that the keyboard is at; the first one as long as nobody went anywhere. */
  get index(): number {
    const place = this.#current === undefined ? 0 : this.#rows.placeOf(this.#current);
    return Math.max(0, place);
  }

  get id(): string | undefined {
    return this.#rows.idAt(this.index);
  }

  /** Those of the chosen rows that are shown: whom a filter hides, nobody marks. They are chosen again when they are seen again. */
  get selected(): ReadonlySet<string> {
    return new Set([...this.#selected].filter((id) => this.#rows.placeOf(id) >= 0));
  }

  isSelected(id: string): boolean {
    return this.#selected.has(id);
  }

  /** Goes to a row; with a range all rows from where it began are chosen. */
  moveTo(index: number, extend = false): void {
    const target = Math.min(Math.max(index, 0), this.#rows.count - 1);
    const from = this.#anchor ?? this.id;
    this.#current = this.#rows.idAt(target) ?? this.#current;
    if (!extend) {
      this.#anchor = this.#current;
      return;
    }
    this.#anchor = from;
    this.#selectRange(from === undefined ? target : this.#rows.placeOf(from), target);
  }

  /** Chooses a row, or leaves it out again. */
  toggle(index: number, extend = false): void {
    const id = this.#rows.idAt(index);
    if (id === undefined) return;
    if (extend) {
      this.moveTo(index, true);
      return;
    }
    this.#current = this.#anchor = id;
    if (!this.#selected.delete(id)) this.#selected.add(id);
  }

  select(ids: Iterable<string>): void {
    this.clear();
    for (const id of ids) this.#selected.add(id);
  }

  clear(): void {
    this.#selected.clear();
    this.#anchor = this.#current;
  }

  /** These are done with. */
  leaveOut(ids: Iterable<string>): void {
    for (const id of ids) this.#selected.delete(id);
    this.#anchor = this.#current;
  }

  #selectRange(a: number, b: number): void {
    this.#selected.clear();
    for (let index = Math.min(a, b); index <= Math.max(a, b); index += 1) {
      const id = this.#rows.idAt(index);
      if (id !== undefined) this.#selected.add(id);
    }
  }
}
