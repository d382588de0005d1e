import {
  bookingStateOf,
  ENROLLMENT_ORDERS,
  enrollmentWords,
  type EnrollmentOrder,
  type EnrollmentRow,
  type MissingFact,
} from '@enrollkit/core';

/** What enrollments are found and ordered by, as core has it. Each order has the id behind it. */
export function searchKeys(row: EnrollmentRow): Readonly<Record<string, IDBValidKey>> {
  const lacks = (fact: MissingFact): boolean => row[`${fact}UploadedAt`] === undefined;
  const orders = Object.entries(ENROLLMENT_ORDERS).map(([name, valueOf]) => [`${name}InOrder`, [valueOf(row), row.id]]);
  return {
    ...(Object.fromEntries(orders) as Record<`${EnrollmentOrder}InOrder`, IDBValidKey>),
    words: [...enrollmentWords(row)],
    missing: bookingStateOf(row) === 'accepted' ? (['certificate', 'invoice'] as const).filter(lacks) : [],
  };
}
