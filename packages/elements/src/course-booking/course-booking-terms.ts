import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/course-booking.js';

/** What is said about booking, by locale. */
export const courseBookingTerms = localTerms('course-booking', nl, {
  en: async () => (await import('../terms/en/course-booking.js')).en,
});
