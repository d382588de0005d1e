import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/starting-dates.js';

/** What is said about starts, by locale. */
export const startingDatesTerms = localTerms('starting-dates', nl, {
  en: async () => (await import('../terms/en/starting-dates.js')).en,
});
