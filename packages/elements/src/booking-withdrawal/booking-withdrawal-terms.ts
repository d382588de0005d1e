import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/booking-withdrawal.js';

/** What is said about withdrawing, by locale. */
export const bookingWithdrawalTerms = localTerms('booking-withdrawal', nl, {
  en: async () => (await import('../terms/en/booking-withdrawal.js')).en,
});
