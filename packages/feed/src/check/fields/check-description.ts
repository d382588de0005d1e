import type { Product } from '@enrollkit/core';
import type { CheckContext, ReportFinding } from './check-context.js';
import { ENOUGH, scanDescription, type DescriptionScan } from './scan-description.js';

/** Written without spaces between words: those are found by a dictionary. */
const UNSPACED_LANGUAGES: ReadonlySet<string> = new Set(['ja', 'km', 'lo', 'my', 'th', 'zh']);
const ESCAPED_TAG = /&lt;\/?(?:p|b|strong|h2|em|i|ul|ol|li|br|div|span)\b/i;

/** Length and tags of the description. Source: domain.md section 4. */
export function checkDescription({ description, language }: Product, { report }: CheckContext): void {
  // Missing: reading has said so.
  if (description === '') return;
  const { characters, words: spacedWords, tags, attributes } = scanDescription(description);
  if (characters < ENOUGH) {
    report('description-too-short', 'description', { characters, minimum: ENOUGH });
  } else if (spacedWords < ENOUGH) {
    const words = UNSPACED_LANGUAGES.has(language) ? countByDictionary(description, language) : spacedWords;
    if (words < ENOUGH) report('description-few-words', 'description', { words, minimum: ENOUGH });
  }
  checkMarkup(description, { tags, attributes }, { element: 'Description', path: 'description' }, report);
}

/** What an importer drops from HTML, and what it would show by mistake. */
export function checkMarkup(
  html: string,
  { tags, attributes }: Pick<DescriptionScan, 'tags' | 'attributes'>,
  { element, path }: { readonly element: string; readonly path: string },
  report: ReportFinding,
): void {
  if (tags.length > 0) report('description-tags', path, { element, tags: tags.join(', ') });
  if (attributes.length > 0) report('description-attributes', path, { element, attributes: attributes.join(', ') });
  if (html.includes('&lt;') && ESCAPED_TAG.test(html)) report('description-escaped', path, { element });
}

function countByDictionary(html: string, language: string): number {
  // A tag without an end is text up to the next one: so no text is gone through twice.
  const text = html.slice(0, 20_000).replace(/<[^<>]*>/g, ' ');
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (isWordLike) words += 1;
  }
  return words;
}
