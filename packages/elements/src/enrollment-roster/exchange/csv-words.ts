import type { CsvSeparator, CsvWords } from '@enrollkit/core';
import type { CommonTerms } from '../../terms/common.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';

/** The words of the page's language for a file. */
export function csvWords({ csv }: EnrollmentRosterTerms, { statuses }: CommonTerms): CsvWords {
  return { headings: csv.headings, states: csv.states, statuses };
}

/** A spreadsheet of a country that writes decimals with a comma wants a semicolon between columns. */
export function separatorOf(locale: string): CsvSeparator {
  const isComma = new Intl.NumberFormat(locale).formatToParts(0.5).some(({ value }) => value === ',');
  return isComma ? ';' : ',';
}
