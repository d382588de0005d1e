import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/booking-withdrawal.js';

/** What is said about withdrawing, by locale. */
export const bookingWithdrawalTerms = localTerms('booking-withdrawal', nl, {
  en: async () => (await import('../terms/en/booking-withdrawal.js')).en,
  de: async () => (await import('../terms/de/booking-withdrawal.js')).de,
  fr: async () => (await import('../terms/fr/booking-withdrawal.js')).fr,
});
