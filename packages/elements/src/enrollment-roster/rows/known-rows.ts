import type { Enrollment } from '@enrollkit/core';
import { newer } from './row-reader.js';

/** The rows that are here, as they came and as they are now. */
export class KnownRows {
  readonly #now = new Map<string, Enrollment>();
  /** Where each belonged, and where it stood in the order. */
  readonly #came = new Map<string, Enrollment>();
  /** What was heard while a page was on its way, and may be newer than what that says. */
  readonly #heard = new Map<string, Enrollment>();

  /** The first page of a question: rows of another one are gone. */
  begin(rows: readonly Enrollment[]): readonly string[] {
    const known = new Map([...this.#heard, ...this.#now]);
    for (const rows of [this.#now, this.#came, this.#heard]) rows.clear();
    // A change that was heard meanwhile may be newer than this answer.
    for (const row of rows) this.put(newer(known.get(row.id), row));
    return [...this.#now.keys()];
  }

  get(id: string): Enrollment | undefined {
    return this.#now.get(id);
  }

  put(row: Enrollment): void {
    this.#now.set(row.id, row);
    this.#came.set(row.id, row);
  }

  /** Another version of one of them. */
  accept(row: Enrollment): void {
    const known = this.#now.get(row.id);
    if (known) this.#now.set(row.id, newer(known, row));
  }

  drop(id: string): void {
    this.#now.delete(id);
    this.#came.delete(id);
  }

  /** What has become of rows: those that left, those that are here and changed, and those that aren't here. */
  sortOut(
    found: ReadonlyMap<string, Enrollment | undefined>,
    belongs: (row: Enrollment) => boolean,
    isReading: boolean,
  ): {
    readonly gone: readonly string[];
    readonly changed: readonly Enrollment[];
    readonly unknown: readonly (Enrollment | undefined)[];
  } {
    const [gone, changed, unknown] = [[] as string[], [] as Enrollment[], [] as (Enrollment | undefined)[]];
    for (const [id, row] of found) {
      if (isReading && row) this.#heard.set(id, row);
      const came = this.#came.get(id);
      if (!came) unknown.push(row);
      // A host's own records may not say where they belong: one that never did isn't gone.
      else if (!row || (belongs(came) && !belongs(row))) gone.push(id);
      else changed.push(row);
    }
    return { gone, changed, unknown };
  }
}
