import type { EntryPlace } from '../read/feed-entry.js';
import type { CheckSummary } from './checked-entry.js';
import type { FeedFinding } from './feed-finding.js';

/** Adds up what was found in a feed. */
export class FindingCounts {
  #items = 0;
  #errors = 0;
  #warnings = 0;
  readonly #byCode = new Map<string, number>();

  count({ issues, marks }: Pick<EntryPlace, 'marks'> & { readonly issues: readonly FeedFinding[] }): void {
    // What stands beside the products has no elements that were read.
    if (marks.length > 0) this.#items += 1;
    for (const { code, severity } of issues) {
      if (severity === 'error') this.#errors += 1;
      else this.#warnings += 1;
      this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    }
  }

  summary(): CheckSummary {
    const byCode = Object.fromEntries(this.#byCode);
    return { products: this.#items, errors: this.#errors, warnings: this.#warnings, byCode };
  }
}
