// What is said of starts where they are booked, for whoever moves somebody from one to another.
export { courseBookingTerms } from '../../course-booking/course-booking-terms.js';
export { isBookable, offersOf } from '../../starting-dates/offered-product.js';
export { StartWords } from '../../starting-dates/start-words.js';
export { startingDatesTerms } from '../../starting-dates/starting-dates-terms.js';
