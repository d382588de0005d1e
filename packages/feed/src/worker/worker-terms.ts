import { localeOfTag, type Locale } from '@enrollkit/core';
import { en } from '../terms/en.js';
import type { FeedTerms } from '../terms/feed-terms.js';
import { nl } from '../terms/nl.js';

/** Languages that are fetched when a page speaks them: most pages never do. */
const LATER: Readonly<Record<Exclude<Locale, 'nl' | 'en'>, () => Promise<FeedTerms>>> = {
  de: async () => (await import('../terms/de.js')).de,
  fr: async () => (await import('../terms/fr.js')).fr,
};

const known: Partial<Record<Locale, FeedTerms>> = { nl, en };

/** Gets what is said in the language of a page. Never rejects: what can't be fetched is said in English. */
export async function loadTerms(tag: string): Promise<void> {
  const language = languageOf(tag);
  if (known[language] || language === 'nl' || language === 'en') return;
  const terms = await LATER[language]().catch(() => undefined);
  if (terms) known[language] = terms;
}

/** The nearest to the language of a page: English for those that aren't there. */
export function termsOf(tag: string): FeedTerms {
  return known[languageOf(tag)] ?? en;
}

function languageOf(tag: string): Locale {
  return localeOfTag(tag) ?? 'en';
}
