import type { CheckedPlace, FindingTotals } from './checked-entry.js';

/** Adds up what was found in a feed. */
export class FindingCounts {
  #items = 0;
  #errors = 0;
  #warnings = 0;
  readonly #byCode = new Map<string, number>();

  count({ issues, marks }: CheckedPlace): void {
    // What stands beside the products has no elements that were read.
    if (marks.length > 0) this.#items += 1;
    for (const { code, severity } of issues) {
      if (severity === 'error') this.#errors += 1;
      else this.#warnings += 1;
      this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    }
  }

  /** Products or trainers. */
  get items(): number {
    return this.#items;
  }

  totals(): FindingTotals {
    return { errors: this.#errors, warnings: this.#warnings, byCode: Object.fromEntries(this.#byCode) };
  }
}
