import type { BookingState, EnrollmentNeed, ListIssueCode, StatusByHand } from '@enrollkit/core';
import type { CsvColumn } from '../enrollment-roster/exchange/csv-columns.js';
import type { RosterField } from '../enrollment-roster/table/roster-fields.js';
import type { Counted } from './feed-check.js';

/** What `<enrollment-roster>` says. Counts and days arrive formatted, statuses in words. */
export interface EnrollmentRosterTerms {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly fields: Readonly<Record<RosterField, string>>;
  /** What stands in a cell with nothing to say, for screen readers too. */
  readonly none: string;
  readonly participants: (count: Counted) => string;
  readonly shownOf: (shown: string, total: string) => string;
  readonly empty: string;
  readonly noMatch: string;
  readonly clearFilters: string;

  /** Past everything above the rows, for the keyboard. */
  readonly toRows: string;
  readonly search: string;
  readonly searchHint: string;
  readonly statusFilter: string;
  readonly everyStatus: string;
  readonly startFilter: string;
  readonly everyStart: string;
  readonly missingFilter: string;
  readonly nothingMissing: string;
  readonly missing: Readonly<Record<'certificate' | 'invoice', string>>;
  readonly endsBefore: string;
  readonly moreFilters: string;
  readonly order: string;
  readonly ascending: (field: string) => string;
  readonly descending: (field: string) => string;
  readonly todo: string;
  readonly tasks: Readonly<Record<EnrollmentNeed, string>>;

  readonly export: string;
  readonly import: string;
  readonly print: string;
  readonly exported: (count: Counted) => string;
  /** Without the ending. */
  readonly fileName: string;
  /** A file for a spreadsheet. What is written here is read back, too. */
  readonly csv: {
    readonly headings: Readonly<Record<CsvColumn, string>>;
    readonly states: Readonly<Record<BookingState, string>>;
  };
  readonly importTitle: string;
  readonly importHint: string;
  readonly importFile: string;
  /** Of a number that nobody counts beyond. */
  readonly moreThan: (count: string) => string;
  readonly importWorkbook: string;
  readonly importTooLarge: (most: string) => string;
  readonly importSummary: (change: Counted, same: Counted, refused: Counted) => string;
  readonly importApply: (change: Counted) => string;
  readonly importLine: string;
  readonly importSame: (status: string) => string;
  readonly importChange: (from: string, to: string) => string;
  readonly importMore: (left: Counted) => string;
  readonly importIssues: Readonly<
    Record<
      ListIssueCode,
      (facts: { readonly value: string; readonly number: string; readonly status: string }) => string
    >
  >;

  readonly select: (name: string) => string;
  readonly selectAll: string;
  readonly clearSelection: string;
  readonly chosen: (count: string) => string;
  readonly nobodyChosen: string;
  /** What the buttons are for. */
  readonly setStatus: string;
  /** Everybody who has no result yet. */
  readonly restCompleted: (status: string) => string;
  readonly keys: Readonly<Record<StatusByHand, string>>;
  readonly allKeys: string;
  readonly keyHelp: {
    readonly move: string;
    readonly choose: string;
    readonly range: string;
    readonly all: string;
    readonly open: string;
    readonly search: string;
    readonly undo: string;
    readonly clear: string;
  };
  readonly close: string;

  readonly noteFor: (status: string, who: string) => string;
  readonly noteReaders: string;
  readonly charactersLeft: (count: string) => string;
  readonly saveWithNote: string;

  readonly marking: string;
  readonly marked: (count: Counted, status: string) => string;
  readonly markedOne: (name: string, status: string) => string;
  /** By a list, each to a status of its own. */
  readonly listed: (count: Counted) => string;
  readonly undone: (count: Counted) => string;
  readonly nothingMarked: string;
  readonly markQueued: (count: Counted) => string;
  readonly markFailed: (count: Counted) => string;
  /** Rows that had a result, and kept it. */
  readonly kept: (count: Counted) => string;
  readonly overwrite: (status: string) => string;
  readonly unable: (count: Counted) => string;
  readonly undo: string;
  readonly retryFailed: string;

  readonly rowSaving: (status: string) => string;
  readonly rowQueued: (status: string) => string;
  readonly rowFailed: (status: string) => string;
  readonly rowTheirs: (theirs: string, ours: string) => string;
  readonly retryRow: string;
  readonly anyway: (status: string) => string;
  readonly letGo: string;
  readonly keepTheirs: (status: string) => string;

  readonly open: (name: string) => string;
  readonly details: string;
  readonly previous: string;
  readonly nextRow: string;
  readonly gone: string;
  readonly correct: string;
  readonly name: string;
  readonly email: string;
  readonly employer: string;
  readonly reference: string;
  readonly start: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly moveStart: string;
  readonly moved: (start: string) => string;
  readonly faults: Readonly<Record<'name' | 'email' | 'too-long', string>>;
  readonly corrections: string;
  /** `Ana Smit wordt Anna Smit`. */
  readonly corrected: (field: string, from: string, to: string) => string;
}
