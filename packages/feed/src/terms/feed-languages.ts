import type { Locale } from '@enrollkit/core';
import { de } from './de.js';
import { en } from './en.js';
import type { FeedTerms } from './feed-terms.js';
import { fr } from './fr.js';
import { nl } from './nl.js';

/** What is said about feeds, by language. */
export const FEED_TERMS = { nl, en, de, fr } as const satisfies Record<Locale, FeedTerms>;
