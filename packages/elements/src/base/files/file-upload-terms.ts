import { localTerms } from '../../terms/local-terms.js';
import { nl } from '../../terms/nl/file-upload.js';

/** What is said about files, by locale. */
export const fileUploadTerms = localTerms('file-upload', nl, {
  en: async () => (await import('../../terms/en/file-upload.js')).en,
  de: async () => (await import('../../terms/de/file-upload.js')).de,
  fr: async () => (await import('../../terms/fr/file-upload.js')).fr,
});
