import type { Enrollment } from '@enrollkit/core';

type Compare = (a: Enrollment, b: Enrollment) => number;

/**
 * How far a list was read, page by page. A backend goes on behind a row where that stands now: so it goes on behind one that
 * stands where it stood when it came. Behind one that moved meanwhile, rows would be left out.
 */
export class PageFrontier {
  #rows: Enrollment[] = [];

  begin(rows: readonly Enrollment[]): void {
    this.#rows = [...rows];
  }

  goOn(rows: readonly Enrollment[]): void {
    this.#rows.push(...rows);
  }

  drop(id: string): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  }

  /** The last row that stands where it stood. `isBefore`: others came after it. */
  lastUnmoved(
    now: (id: string) => Enrollment | undefined,
    compare: Compare,
  ): { readonly id: string | undefined; readonly isBefore: boolean } {
    const index = this.#rows.findLastIndex((row) => compare(row, now(row.id) ?? row) === 0);
    return { id: this.#rows[index]?.id, isBefore: index < this.#rows.length - 1 };
  }

  /** Whether a row stands among those that were read; of a whole list every row does. */
  covers(row: Enrollment, compare: Compare): boolean {
    const last = this.#rows.at(-1);
    return last !== undefined && compare(row, last) <= 0;
  }
}

/** The rows with some more, each before the first that belongs behind it; the others stay where they are. */
export function inserted(
  rows: readonly Enrollment[],
  more: readonly Enrollment[],
  compare: Compare,
): readonly Enrollment[] {
  const all: Enrollment[] = [];
  let next = 0;
  for (const row of more.toSorted(compare)) {
    for (let other = rows[next]; other && compare(other, row) <= 0; other = rows[next]) {
      all.push(other);
      next += 1;
    }
    all.push(row);
  }
  return [...all, ...rows.slice(next)];
}
