import type { FeedFinding } from '../check/feed-finding.js';
import type { FeedTerms, FindingWords } from './feed-terms.js';
import { formatsFor } from './formats.js';

/**
 * The sentence on a finding: what is wrong, with the values, and what to write instead.
 *
 * @example
 * import { nl } from '@enrollkit/feed/terms/nl.js';
 * describeFinding(finding, nl) // 'Het bedrag “399,00” heeft een komma. Schrijf 399.00.'
 */
export function describeFinding(finding: Pick<FeedFinding, 'code' | 'params'>, terms: FeedTerms): string {
  return wordsOf(finding, terms).sentence(finding.params, formatsFor(terms.locale));
}

/** What findings of this kind are called, for a list that groups them. */
export function findingTitle(finding: Pick<FeedFinding, 'code'>, terms: FeedTerms): string {
  return wordsOf(finding, terms).title;
}

/** The params fit the code: whoever reported it was checked for that. */
function wordsOf({ code }: Pick<FeedFinding, 'code'>, terms: FeedTerms): FindingWords<FeedFinding['params']> {
  return terms.findings[code] as FindingWords<FeedFinding['params']>;
}
