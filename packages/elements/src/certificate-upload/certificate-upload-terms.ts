import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/certificate-upload.js';

/** What is said about certificates, by locale. */
export const certificateUploadTerms = localTerms('certificate-upload', nl, {
  en: async () => (await import('../terms/en/certificate-upload.js')).en,
  de: async () => (await import('../terms/de/certificate-upload.js')).de,
  fr: async () => (await import('../terms/fr/certificate-upload.js')).fr,
});
