import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/enrollment-status.js';

/** What is said about a status, by locale. */
export const enrollmentStatusTerms = localTerms('enrollment-status', nl, {
  en: async () => (await import('../terms/en/enrollment-status.js')).en,
});
