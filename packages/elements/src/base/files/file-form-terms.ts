import type { FileUploadTerms } from '../../terms/file-upload.js';
import { localTerms } from '../../terms/local-terms.js';
import { nl } from '../../terms/nl/file-form.js';

/** Other languages come as a whole. */
export const otherLanguages = {
  en: async (): Promise<FileUploadTerms> => (await import('../../terms/en/file-upload.js')).en,
  de: async (): Promise<FileUploadTerms> => (await import('../../terms/de/file-upload.js')).de,
  fr: async (): Promise<FileUploadTerms> => (await import('../../terms/fr/file-upload.js')).fr,
};

/** What is said of files before one is chosen, by locale. */
export const fileFormTerms = localTerms('file-upload', nl, otherLanguages);
