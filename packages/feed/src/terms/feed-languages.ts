import { localeOfTag, type Locale } from '@enrollkit/core';
import { en } from './en.js';
import type { FeedTerms } from './feed-terms.js';
import { nl } from './nl.js';

/** What is said about feeds, by language. */
export const FEED_TERMS = { nl, en } as const satisfies Record<Locale, FeedTerms>;

/** The nearest to the language of a page: English for those that aren't there. */
export function termsOf(tag: string): FeedTerms {
  return FEED_TERMS[localeOfTag(tag) ?? 'en'];
}
