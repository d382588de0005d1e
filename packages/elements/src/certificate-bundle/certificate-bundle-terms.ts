import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/certificate-bundle.js';

/** What is said about handing out many certificates, by locale. */
export const certificateBundleTerms = localTerms('certificate-bundle', nl, {
  en: async () => (await import('../terms/en/certificate-bundle.js')).en,
  de: async () => (await import('../terms/de/certificate-bundle.js')).de,
  fr: async () => (await import('../terms/fr/certificate-bundle.js')).fr,
});
