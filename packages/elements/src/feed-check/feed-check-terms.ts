import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/feed-check.js';

/** What is said about a feed, by locale. */
export const feedCheckTerms = localTerms('feed-check', nl, {
  en: async () => (await import('../terms/en/feed-check.js')).en,
  de: async () => (await import('../terms/de/feed-check.js')).de,
  fr: async () => (await import('../terms/fr/feed-check.js')).fr,
});
