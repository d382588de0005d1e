import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/course-booking.js';

/** What is said about booking, by locale. */
export const courseBookingTerms = localTerms('course-booking', nl, {
  en: async () => (await import('../terms/en/course-booking.js')).en,
  de: async () => (await import('../terms/de/course-booking.js')).de,
  fr: async () => (await import('../terms/fr/course-booking.js')).fr,
});
