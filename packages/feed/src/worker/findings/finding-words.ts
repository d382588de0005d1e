import type { FeedFinding } from '../../findings/feed-finding.js';
import { describeFinding, findingTitle } from '../../terms/describe-finding.js';
import { termsOf } from '../worker-terms.js';

/** What is wrong and what to do. */
export function describe(finding: FeedFinding, locale: string): string {
  return describeFinding(finding, termsOf(locale));
}

/** What a kind of finding is called. */
export function kindTitle(finding: FeedFinding, locale: string): string {
  return findingTitle(finding, termsOf(locale));
}

const LONGEST_NAME = 200;

/** As much of a name as anybody reads. A feed may have one of a megabyte, and a list of such names would hold up the page. */
export function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
