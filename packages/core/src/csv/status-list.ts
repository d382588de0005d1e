import { normalizeEmail } from '../access/scope.js';
import { bookingStateOf } from '../booking/booking-state.js';
import type { Enrollment } from '../enrollment/enrollment.js';
import { STATUSES, STATUSES_BY_HAND, type ParticipationStatus } from '../enrollment/participation-status.js';
import { errorIssue, type Issue } from '../issue.js';
import type { ListIssueCode } from '../issue-codes.js';
import { foldText } from '../search/search-words.js';
import { readCsv, type CsvRow } from './csv.js';
import { API_WORDS, type CsvWords, type EnrollmentColumn } from './enrollment-csv.js';

/** Most rows of a list that is read in. */
export const MOST_LIST_ROWS = 10_000;

export interface ListIssue extends Issue {
  readonly code: ListIssueCode;
}

/** A row as it was written, and what it asks for. */
export interface StatusListRow {
  readonly line: number;
  /** Who is meant. */
  readonly key?: { readonly column: 'id' | 'externalId' | 'email'; readonly value: string };
  readonly status?: ParticipationStatus;
  readonly note?: string;
  readonly issues: readonly ListIssue[];
}

export interface StatusList {
  readonly rows: readonly StatusListRow[];
  /** About the whole. */
  readonly issues: readonly ListIssue[];
}

/** One of many changes by hand. */
export interface PlannedChange {
  readonly id: string;
  readonly to: ParticipationStatus;
  readonly expectedVersion: number;
  readonly note?: string;
}

/** A row with the enrollment that it means, before anything is done. */
export interface PlannedRow extends StatusListRow {
  readonly enrollment?: Enrollment;
  /** `same`: it has this status already. `refused`: an issue says why. */
  readonly outcome: 'change' | 'same' | 'refused';
  /** What to hand to `changeStatuses`. */
  readonly change?: PlannedChange;
}

const KEYS = ['id', 'externalId', 'email'] as const;
const MOST_NOTE_CHARS = 500;
/** How people head the columns besides. */
const OTHER_HEADINGS: Readonly<Partial<Record<EnrollmentColumn, readonly string[]>>> = {
  id: [
    'id',
    'booking',
    'booking number',
    'boekingsnummer',
    'inschrijfnummer',
    'buchungsnummer',
    "numero d'inscription",
  ],
  email: [
    'e-mail',
    'e-mail address',
    'email address',
    'e-mailadres',
    'e-mail-adresse',
    'adresse e-mail',
    'courriel',
    'mail',
  ],
  externalId: [
    'external id',
    'extern id',
    'user name',
    'gebruikersnaam',
    'benutzername',
    'identifiant',
    'number',
    'nummer',
    'numero',
    'personeelsnummer',
    'personalnummer',
    'matricule',
  ],
  status: [
    'status',
    'statut',
    'result',
    'resultaat',
    'ergebnis',
    'resultat',
    'attendance',
    'aanwezigheid',
    'anwesenheit',
    'presence',
  ],
  note: ['remark', 'opmerking', 'toelichting', 'bemerkung', 'anmerkung', 'remarque', 'commentaire'],
};

/**
 * Reads a list of people (booking number, external id or e-mail address) and their statuses, in the words of the API or of
 * any of these languages. Nothing is thrown: what is wrong stands with its row.
 *
 * @example
 * readStatusList('email;status\nanna@example.nl;afgerond', [nl]).rows;
 * // [{ line: 2, key: { column: 'email', value: 'anna@example.nl' }, status: 'completed', issues: [] }]
 */
export function readStatusList(text: string, languages: readonly CsvWords[] = []): StatusList {
  const words = [API_WORDS, ...languages];
  const statuses = statusNames(words);
  const [first, ...others] = readCsv(text, MOST_LIST_ROWS + 2);
  const headed = first && headedColumns(first, words);
  const columns = headed ?? (first && guessedColumns(first, statuses));
  if (!first || !columns) return { rows: [], issues: [issue('list-without-columns')] };
  const rows = headed ? others : [first, ...others];
  if (rows.length > MOST_LIST_ROWS) return { rows: [], issues: [issue('list-too-long', { max: MOST_LIST_ROWS })] };
  return { rows: rows.map((row) => readRow(row, columns, statuses)), issues: [] };
}

/**
 * What a list would do with these enrollments, row by row. Of several bookings of one person those count that are accepted.
 *
 * @example
 * const plan = planStatusList(readStatusList(text), rows);
 * await backend.changeStatuses(plan.flatMap(({ change }) => change ?? []));
 */
export function planStatusList(
  { rows }: Pick<StatusList, 'rows'>,
  enrollments: readonly Enrollment[],
): readonly PlannedRow[] {
  const found = enrollmentsByKey(enrollments);
  const named = new Map<string, StatusListRow>();
  return rows.map((row) => {
    const planned = planRow(row, row.key ? (found.get(keyText(row.key)) ?? []) : []);
    if (!planned.enrollment || planned.outcome === 'refused') return planned;
    const before = named.get(planned.enrollment.id);
    named.set(planned.enrollment.id, before ?? row);
    if (!before) return planned;
    const { change: _, ...same } = planned;
    if (before.status === row.status) return { ...same, outcome: 'same' };
    return { ...same, outcome: 'refused', issues: [issue('person-named-before', { line: before.line })] };
  });
}

type Columns = ReadonlyMap<EnrollmentColumn, number>;

function headedColumns({ cells }: CsvRow, words: readonly CsvWords[]): Columns | undefined {
  const names = new Map<string, EnrollmentColumn>();
  for (const { headings } of words) {
    for (const [column, name] of Object.entries(headings)) names.set(foldText(name), column as EnrollmentColumn);
  }
  for (const [column, all] of Object.entries(OTHER_HEADINGS)) {
    for (const name of all) if (!names.has(name)) names.set(name, column as EnrollmentColumn);
  }
  const columns = new Map<EnrollmentColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const column = names.get(foldText(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return isUsable(columns) ? columns : undefined;
}

/** A list without headings: an address and a status say themselves what they are. */
function guessedColumns({ cells }: CsvRow, statuses: ReadonlyMap<string, ParticipationStatus>): Columns | undefined {
  const email = cells.findIndex((cell) => /^\S+@\S+$/.test(cell));
  const status = cells.findIndex((cell) => statuses.has(statusKey(cell)));
  return email < 0 || status < 0
    ? undefined
    : new Map<EnrollmentColumn, number>([
        ['email', email],
        ['status', status],
      ]);
}

function isUsable(columns: Columns): boolean {
  return columns.has('status') && KEYS.some((key) => columns.has(key));
}

function readRow(
  { line, cells }: CsvRow,
  columns: Columns,
  statuses: ReadonlyMap<string, ParticipationStatus>,
): StatusListRow {
  const cellOf = (column: EnrollmentColumn): string => cells[columns.get(column) ?? -1] ?? '';
  const column = KEYS.find((key) => cellOf(key) !== '');
  const [said, note] = [cellOf('status'), cellOf('note')];
  const status = statuses.get(statusKey(said));
  const issues: readonly ListIssue[] = [
    ...(column === undefined ? [issue('row-without-person')] : []),
    ...(said === '' ? [issue('row-without-status')] : []),
    ...(said !== '' && status === undefined ? [issue('status-unknown', { value: said })] : []),
    ...(status !== undefined && !STATUSES_BY_HAND.includes(status) ? [issue('status-not-by-hand', { status })] : []),
    ...(note.length > MOST_NOTE_CHARS ? [issue('note-too-long', { max: MOST_NOTE_CHARS })] : []),
  ];
  return {
    line,
    ...(column !== undefined && { key: { column, value: cellOf(column) } }),
    ...(status !== undefined && { status }),
    ...(note !== '' && { note }),
    issues,
  };
}

function statusNames(words: readonly CsvWords[]): ReadonlyMap<string, ParticipationStatus> {
  const names = new Map<string, ParticipationStatus>();
  for (const status of STATUSES) {
    for (const { statuses } of words) names.set(statusKey(statuses[status]), status);
    names.set(statusKey(status), status);
  }
  return names;
}

/** `no show` is No-show. */
function statusKey(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

type Key = NonNullable<StatusListRow['key']>;

function keyText({ column, value }: Key): string {
  return `${column} ${column === 'email' ? normalizeEmail(value) : value}`;
}

function enrollmentsByKey(enrollments: readonly Enrollment[]): ReadonlyMap<string, readonly Enrollment[]> {
  const found = new Map<string, Enrollment[]>();
  for (const enrollment of enrollments) {
    const { id, participant } = enrollment;
    const values = { id, externalId: participant.externalId, email: participant.email };
    for (const column of KEYS) {
      const value = values[column];
      if (value === undefined) continue;
      const text = keyText({ column, value });
      const others = found.get(text);
      if (others) others.push(enrollment);
      else found.set(text, [enrollment]);
    }
  }
  return found;
}

function planRow(row: StatusListRow, all: readonly Enrollment[]): PlannedRow {
  const accepted = all.filter((enrollment) => bookingStateOf(enrollment) === 'accepted');
  const [enrollment, ...others] = accepted.length > 0 ? accepted : all;
  const refused = (...issues: readonly ListIssue[]): PlannedRow => ({ ...row, outcome: 'refused', issues });
  const { key, status, note } = row;
  if (row.issues.length > 0 || !key || status === undefined) return refused(...row.issues);
  if (!enrollment) return refused(issue('person-unknown', { value: key.value }));
  if (others.length > 0) return refused(issue('person-ambiguous', { value: key.value, count: others.length + 1 }));
  if (accepted.length === 0) return { ...refused(issue('booking-without-status')), enrollment };
  if (enrollment.status === status) return { ...row, enrollment, outcome: 'same' };
  const { id, version: expectedVersion } = enrollment;
  const change = { id, to: status, expectedVersion, ...(note !== undefined && { note }) };
  return { ...row, enrollment, outcome: 'change', change };
}

function issue(code: ListIssueCode, params: Issue['params'] = {}): ListIssue {
  return errorIssue(code, '', params);
}
