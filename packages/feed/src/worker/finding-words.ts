import type { FeedFinding } from '../check/feed-finding.js';

/** What is wrong and what to do, in the language that comes nearest. */
export function describe(finding: FeedFinding, _locale: string): string {
  return finding.code;
}

/** What a kind of finding is called. */
export function kindTitle(finding: FeedFinding, _locale: string): string {
  return finding.code;
}
