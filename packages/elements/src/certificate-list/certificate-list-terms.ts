import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/certificate-list.js';

/** What is said about a list of certificates, by locale. */
export const certificateListTerms = localTerms('certificate-list', nl, {
  en: async () => (await import('../terms/en/certificate-list.js')).en,
  de: async () => (await import('../terms/de/certificate-list.js')).de,
  fr: async () => (await import('../terms/fr/certificate-list.js')).fr,
});
