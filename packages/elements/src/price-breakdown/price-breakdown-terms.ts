import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/price-breakdown.js';

/** What is said about a price, by locale. */
export const priceBreakdownTerms = localTerms('price-breakdown', nl, {
  en: async () => (await import('../terms/en/price-breakdown.js')).en,
  de: async () => (await import('../terms/de/price-breakdown.js')).de,
  fr: async () => (await import('../terms/fr/price-breakdown.js')).fr,
});
