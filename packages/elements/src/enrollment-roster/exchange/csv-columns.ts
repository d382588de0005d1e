import type { EnrollmentColumn } from '@enrollkit/core';

/** What people want of a list, in the order in which they read it. */
export const CSV_COLUMNS = [
  'id',
  'name',
  'email',
  'externalId',
  'employerId',
  'startDate',
  'endDate',
  'bookingState',
  'status',
  'note',
  'invoiceUploadedAt',
  'certificateUploadedAt',
] as const satisfies readonly EnrollmentColumn[];

export type CsvColumn = (typeof CSV_COLUMNS)[number];
