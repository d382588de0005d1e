import { localTerms } from '../../terms/local-terms.js';
import { nl } from '../../terms/nl/refused-writes.js';

/** What is said of writes that were refused, by locale. */
export const refusedWritesTerms = localTerms('refused-writes', nl, {
  en: async () => (await import('../../terms/en/refused-writes.js')).en,
  de: async () => (await import('../../terms/de/refused-writes.js')).de,
  fr: async () => (await import('../../terms/fr/refused-writes.js')).fr,
});
