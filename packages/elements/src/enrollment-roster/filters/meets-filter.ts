import {
  bookingStateOf,
  enrollmentWords,
  lastDayOf,
  meetsSearch,
  parseSearch,
  type Enrollment,
  type EnrollmentQuery,
} from '@enrollkit/core';

/** What of a query a list that holds its rows can tell by itself. What must be done depends on more than the row. */
export type LocalQuery = Omit<EnrollmentQuery, 'needs'>;

const words = new WeakMap<Enrollment['participant'], readonly string[]>();

/** Whether an enrollment is one of those that a query asks for. */
export function filterOf(query: LocalQuery): (enrollment: Enrollment) => boolean {
  const terms = parseSearch(query.search ?? '');
  const statuses = query.status === undefined ? undefined : new Set([query.status].flat());
  const states = query.bookingState === undefined ? undefined : new Set([query.bookingState].flat());
  const missing = [query.missing ?? []].flat();
  return (enrollment) => {
    const { productId, startingDateId, status } = enrollment;
    if (query.productId !== undefined && query.productId !== productId) return false;
    if (query.startingDateId !== undefined && query.startingDateId !== startingDateId) return false;
    if (statuses && !statuses.has(status)) return false;
    if (states && !states.has(bookingStateOf(enrollment))) return false;
    if (missing.length > 0 && !missing.every((fact) => lacks(enrollment, fact))) return false;
    if (query.endsBefore !== undefined && !((lastDayOf(enrollment) ?? '9999') < query.endsBefore)) return false;
    return terms.length === 0 || meetsSearch(wordsOf(enrollment), terms);
  };
}

/** Of a place in a course only: nobody waits for the invoice of what was cancelled. */
function lacks(enrollment: Enrollment, fact: 'certificate' | 'invoice'): boolean {
  if (bookingStateOf(enrollment) !== 'accepted') return false;
  return (fact === 'certificate' ? enrollment.certificateUploadedAt : enrollment.invoiceUploadedAt) === undefined;
}

/** Worked out once for each person: a search looks at thousands with every letter. */
function wordsOf({ id, participant }: Enrollment): readonly string[] {
  const known = words.get(participant) ?? enrollmentWords({ id, participant });
  words.set(participant, known);
  return known;
}
