import { localTerms } from './local-terms.js';
import { nl } from './nl/common.js';

/** The shared terms for a locale. */
export const commonTerms = localTerms('common', nl, {
  en: async () => (await import('./en/common.js')).en,
  de: async () => (await import('./de/common.js')).de,
  fr: async () => (await import('./fr/common.js')).fr,
});
