import type { FeedFinding } from '../check/feed-finding.js';
import { describeFinding, findingTitle } from '../terms/describe-finding.js';
import { en } from '../terms/en.js';
import type { FeedTerms } from '../terms/feed-terms.js';
import { nl } from '../terms/nl.js';

/** Dutch for Dutch, English for all others, with the region's own formats. */
export function termsOf(locale: string): FeedTerms {
  return /^nl\b/i.test(locale) ? nl : en;
}

/** What is wrong and what to do. */
export function describe(finding: FeedFinding, locale: string): string {
  return describeFinding(finding, termsOf(locale));
}

/** What a kind of finding is called. */
export function kindTitle(finding: FeedFinding, locale: string): string {
  return findingTitle(finding, termsOf(locale));
}
