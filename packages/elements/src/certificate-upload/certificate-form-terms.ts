import type { CertificateUploadTerms } from '../terms/certificate-upload.js';
import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/certificate-form.js';

/** Other languages come as a whole. */
export const otherLanguages = {
  en: async (): Promise<CertificateUploadTerms> => (await import('../terms/en/certificate-upload.js')).en,
  de: async (): Promise<CertificateUploadTerms> => (await import('../terms/de/certificate-upload.js')).de,
  fr: async (): Promise<CertificateUploadTerms> => (await import('../terms/fr/certificate-upload.js')).fr,
};

/** What is said about certificates before anybody did something, by locale. */
export const certificateFormTerms = localTerms('certificate-upload', nl, otherLanguages);
