import type { EnrollmentStatusTerms } from '../terms/enrollment-status.js';
import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/enrollment-status.js';

/** Other languages come as a whole. */
export const otherLanguages = {
  en: async (): Promise<EnrollmentStatusTerms> => (await import('../terms/en/enrollment-status.js')).en,
  de: async (): Promise<EnrollmentStatusTerms> => (await import('../terms/de/enrollment-status.js')).de,
  fr: async (): Promise<EnrollmentStatusTerms> => (await import('../terms/fr/enrollment-status.js')).fr,
};

/** What is said about a status at once, by locale. */
export const enrollmentStatusTerms = localTerms('enrollment-status', nl, otherLanguages);
