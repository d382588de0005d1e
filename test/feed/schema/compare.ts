import type { Difference } from './differences.js';
import type { Reasons } from './judges.js';

/** What everybody says of one feed. */
export interface Verdict {
  /** What was done to the feed. */
  readonly what: string;
  readonly strict: Reasons;
  readonly own: Reasons;
  readonly official: Reasons;
}

type Judge = 'strict' | 'own' | 'official';

export interface Comparison {
  /** Reasons to refuse a feed that the other takes, of which `differences` says nothing. */
  readonly unexplained: readonly string[];
  /** Differences that there aren't. */
  readonly stale: readonly string[];
}

export const AS_LISTED: Comparison = { unexplained: [], stale: [] };

/** Compares the feeds that one judge refuses and another takes with the list of what they differ in. */
export function compare(
  verdicts: readonly Verdict[],
  refusing: Judge,
  taking: Judge,
  differences: readonly Difference[],
): Comparison {
  const found = new Set<Difference>();
  const unexplained: string[] = [];
  for (const { what, [refusing]: reasons, [taking]: objections } of verdicts) {
    if (objections.length > 0) continue;
    for (const reason of reasons) {
      const listed = differences.filter((difference) => difference.reason.test(reason));
      for (const difference of listed) found.add(difference);
      if (listed.length === 0) unexplained.push(`${what}: ${reason}`);
    }
  }
  const stale = differences.filter((difference) => !found.has(difference)).map(({ reason }) => String(reason));
  return { unexplained, stale };
}
