import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/product-details.js';

/** What is said about a product, by locale. */
export const productDetailsTerms = localTerms('product-details', nl, {
  en: async () => (await import('../terms/en/product-details.js')).en,
  de: async () => (await import('../terms/de/product-details.js')).de,
  fr: async () => (await import('../terms/fr/product-details.js')).fr,
});
