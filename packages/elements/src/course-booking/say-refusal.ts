import type { CommonTerms } from '../terms/common.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';

type Words = Readonly<Partial<Record<string, string>>>;

/** What is said of an issue's code; `undefined` of one that nothing is known of. */
export function sentenceOf(code: string, { issues, faults }: CourseBookingTerms): string | undefined {
  return code === 'email-invalid' ? faults[code] : (issues as Words)[code];
}

/** Why a participant isn't booked, by the code of an issue or of an error: said in the language that the page has by now. */
export function failureOf(why: string, terms: CourseBookingTerms, { errors }: CommonTerms): string {
  return sentenceOf(why, terms) ?? (errors as Words)[why] ?? terms.rowNotSent;
}
