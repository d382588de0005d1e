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
  const params = seen(finding.params);
  const words = wordsOf(finding, terms);
  const sentence = 'sentences' in words ? words.sentences[String(params.problem)] : words.sentence;
  return sentence?.(params, formatsFor(terms.locale)) ?? words.title;
}

/** What findings of this kind are called, for a list that groups them. */
export function findingTitle(finding: Pick<FeedFinding, 'code'>, terms: FeedTerms): string {
  return wordsOf(finding, terms).title;
}

type Params = FeedFinding['params'];

/** Nobody sees these, so that a value with one looks as it should. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** What can't be seen by its number: “[U+200B]1250.00”. */
function seen(params: Params): Params {
  if (!Object.values(params).some((value) => String(value).search(UNSEEN) >= 0)) return params;
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(UNSEEN, nameOf) : value,
  ]);
  return Object.fromEntries(entries) as Params;
}

function nameOf(character: string): string {
  return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
type AnyWords =
  | { readonly title: string; readonly sentence: Sentence<Params> }
  | { readonly title: string; readonly sentences: Readonly<Record<string, Sentence<Params>>> };

/** The params fit the code: whoever reported it was checked for that. */
function wordsOf({ code }: Pick<FeedFinding, 'code'>, terms: FeedTerms): AnyWords {
  return terms.findings[code] as AnyWords;
}
