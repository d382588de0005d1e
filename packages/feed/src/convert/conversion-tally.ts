import type { ConversionIssue } from './conversion.js';

/** What happened to one element in the same way, in all of a feed. */
export interface ConversionGroup {
  /** The first of them. */
  readonly issue: ConversionIssue;
  /** The first product that it happened to. */
  readonly id: string;
  readonly products: number;
}

/** Counts what becomes of products. As large as the format has elements, however many products there are. */
export class ConversionTally {
  readonly #groups = new Map<string, ConversionGroup>();
  #refused = 0;

  /** The products that the other side would refuse. */
  get refused(): number {
    return this.#refused;
  }

  /** Refusals first, then what happens most. */
  get groups(): readonly ConversionGroup[] {
    const rank = ({ issue }: ConversionGroup) => (issue.severity === 'error' ? 0 : 1);
    return [...this.#groups.values()].sort((a, b) => rank(a) - rank(b) || b.products - a.products);
  }

  add(id: string, issues: readonly ConversionIssue[]): void {
    const seen = new Set<string>();
    if (issues.some(({ severity }) => severity === 'error')) this.#refused += 1;
    for (const issue of issues) {
      const key = `${issue.code} ${issue.path}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const before = this.#groups.get(key);
      this.#groups.set(key, before ? { ...before, products: before.products + 1 } : { issue, id, products: 1 });
    }
  }
}
