import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/invoice-upload.js';

/** What is said about invoices, by locale. */
export const invoiceUploadTerms = localTerms('invoice-upload', nl, {
  en: async () => (await import('../terms/en/invoice-upload.js')).en,
  de: async () => (await import('../terms/de/invoice-upload.js')).de,
  fr: async () => (await import('../terms/fr/invoice-upload.js')).fr,
});
