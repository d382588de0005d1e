import type { FeedFinding } from '../findings/feed-finding.js';
import type { FeedTerms, Sentence } from './feed-terms.js';
import { formatsFor } from './formats.js';

/**
 * The sentence on a finding: what is wrong, with the values, and what to write instead.
 *
 * @example
 * import { nl } from '@enrollkit/feed/terms/nl.js';
 * describeFinding(finding, nl) // 'Het bedrag “399,00” heeft een komma. Schrijf 399.00.'
 */
export function describeFinding(finding: Pick<FeedFinding, 'code' | 'params'>, terms: FeedTerms): string {
  const { params } = finding;
  const words = wordsOf(finding, terms);
  const sentence = 'sentences' in words ? words.sentences[String(params.problem)] : words.sentence;
  return sentence?.(params, formatsFor(terms.locale)) ?? words.title;
}

/** What findings of this kind are called, for a list that groups them. */
export function findingTitle(finding: Pick<FeedFinding, 'code'>, terms: FeedTerms): string {
  return wordsOf(finding, terms).title;
}

type Params = FeedFinding['params'];
type AnyWords =
  | { readonly title: string; readonly sentence: Sentence<Params> }
  | { readonly title: string; readonly sentences: Readonly<Record<string, Sentence<Params>>> };

/** The params fit the code: whoever reported it was checked for that. */
function wordsOf({ code }: Pick<FeedFinding, 'code'>, terms: FeedTerms): AnyWords {
  return terms.findings[code] as AnyWords;
}
