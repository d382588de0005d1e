import { BOOKING_STATES, bookingStateOf, type BookingState } from '../booking/booking-state.js';
import type { Enrollment } from '../enrollment/enrollment.js';
import { PARTICIPATION_STATUSES, type ParticipationStatus } from '../enrollment/participation-status.js';
import { toWireName } from '../enrollment/wire-name.js';
import { formatMinor } from '../price/format-minor.js';
import { BYTE_ORDER_MARK, csvRow, type CsvSeparator } from './csv.js';

/** The columns of a list of enrollments: what stands in each, and what the API calls it. */
const COLUMNS = {
  id: { heading: 'booking_id', text: ({ id }) => id },
  name: { heading: 'name', text: ({ participant }) => participant.name },
  email: { heading: 'email', text: ({ participant }) => participant.email },
  externalId: { heading: 'external_id', text: ({ participant }) => participant.externalId },
  employerId: { heading: 'employer_id', text: ({ participant }) => participant.employerId },
  productId: { heading: 'product_id', text: ({ productId }) => productId },
  startingDateId: { heading: 'starting_date_id', text: ({ startingDateId }) => startingDateId },
  startDate: {
    heading: 'start_date',
    text: ({ startDate, startDateIsMonthOnly }) => dayOrMonth(startDate, startDateIsMonthOnly),
  },
  endDate: { heading: 'end_date', text: ({ endDate, endDateIsMonthOnly }) => dayOrMonth(endDate, endDateIsMonthOnly) },
  bookingState: { heading: 'booking_status', text: (enrollment, { states }) => states[bookingStateOf(enrollment)] },
  status: { heading: 'participation_status', text: ({ status }, { statuses }) => statuses[status] },
  note: { heading: 'note', text: ({ history }) => history.at(-1)?.note },
  invoiceUploadedAt: { heading: 'invoice_uploaded_at', text: ({ invoiceUploadedAt }) => invoiceUploadedAt },
  certificateUploadedAt: {
    heading: 'certificate_uploaded_at',
    text: ({ certificateUploadedAt }) => certificateUploadedAt,
  },
  total: { heading: 'total', text: ({ booked }) => booked && formatMinor(booked.totalMinor) },
  createdAt: { heading: 'created_at', text: ({ createdAt }) => createdAt },
  updatedAt: { heading: 'updated_at', text: ({ updatedAt }) => updatedAt },
} as const satisfies Readonly<
  Record<string, { heading: string; text: (enrollment: Enrollment, words: CsvWords) => string | undefined }>
>;

export type EnrollmentColumn = keyof typeof COLUMNS;

export const ENROLLMENT_COLUMNS = Object.keys(COLUMNS) as readonly EnrollmentColumn[];

/** The words of a language for a list of enrollments. */
export interface CsvWords {
  readonly headings: Readonly<Partial<Record<EnrollmentColumn, string>>>;
  readonly statuses: Readonly<Record<ParticipationStatus, string>>;
  readonly states: Readonly<Record<BookingState, string>>;
}

/** The words of the API. */
export const API_WORDS: CsvWords = {
  headings: mapValues(COLUMNS, ({ heading }) => heading),
  statuses: mapValues(PARTICIPATION_STATUSES, (_, status) => toWireName(status)),
  states: mapValues(BOOKING_STATES, (_, state) => state),
};

export interface EnrollmentCsvOptions {
  /** Default: all of them. */
  readonly columns?: readonly EnrollmentColumn[];
  /** Default: those of the API. */
  readonly words?: CsvWords;
  /** Default a comma, as RFC 4180 has it. */
  readonly separator?: CsvSeparator;
}

/** What stands in the columns for one enrollment: in a file, and wherever else a row of it is shown. */
export function enrollmentCells(enrollment: Enrollment, options: EnrollmentCsvOptions = {}): readonly string[] {
  const { columns = ENROLLMENT_COLUMNS, words = API_WORDS } = options;
  return columns.map((column) => COLUMNS[column].text(enrollment, words) ?? '');
}

/** The begin of a file: how it is encoded, and the headings. */
export function enrollmentCsvHeading({
  columns = ENROLLMENT_COLUMNS,
  words = API_WORDS,
  separator = ',',
}: EnrollmentCsvOptions = {}): string {
  const headings = columns.map((column) => words.headings[column] ?? COLUMNS[column].heading);
  return BYTE_ORDER_MARK + csvRow(headings, separator);
}

/** The row of one enrollment. */
export function enrollmentCsvRow(enrollment: Enrollment, options: EnrollmentCsvOptions = {}): string {
  return csvRow(enrollmentCells(enrollment, options), options.separator ?? ',');
}

/**
 * A whole list as CSV, which {@link readStatusList} reads back.
 *
 * @example
 * saveBlob(new Blob([enrollmentCsv(rows, { columns: ['name', 'email', 'status'], separator: ';' })]), 'deelnemers.csv');
 */
export function enrollmentCsv(enrollments: Iterable<Enrollment>, options: EnrollmentCsvOptions = {}): string {
  let csv = enrollmentCsvHeading(options);
  for (const enrollment of enrollments) csv += enrollmentCsvRow(enrollment, options);
  return csv;
}

function dayOrMonth(day: string | undefined, isMonthOnly = false): string | undefined {
  return isMonthOnly ? day?.slice(0, 7) : day;
}

function mapValues<Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  map: (value: Value, key: Key) => Result,
): Readonly<Record<Key, Result>> {
  const entries = Object.entries(record) as [Key, Value][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)])) as Record<Key, Result>;
}
