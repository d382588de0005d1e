import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/starting-dates.js';

/** What is said about starts, by locale. */
export const startingDatesTerms = localTerms('starting-dates', nl, {
  en: async () => (await import('../terms/en/starting-dates.js')).en,
  de: async () => (await import('../terms/de/starting-dates.js')).de,
  fr: async () => (await import('../terms/fr/starting-dates.js')).fr,
});
