import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/product-certifications.js';

/** What is said about what a course leads to, by locale. */
export const productCertificationsTerms = localTerms('product-certifications', nl, {
  en: async () => (await import('../terms/en/product-certifications.js')).en,
  de: async () => (await import('../terms/de/product-certifications.js')).de,
  fr: async () => (await import('../terms/fr/product-certifications.js')).fr,
});
