import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/enrollment-roster.js';

/** What is said about a list of enrollments, by locale. */
export const enrollmentRosterTerms = localTerms('enrollment-roster', nl, {
  en: async () => (await import('../terms/en/enrollment-roster.js')).en,
  de: async () => (await import('../terms/de/enrollment-roster.js')).de,
  fr: async () => (await import('../terms/fr/enrollment-roster.js')).fr,
});
