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

export interface PersonKey {
  readonly column: 'id' | 'externalId' | 'email';
  readonly value: string;
}

/** A row as it was written, and what it asks for. */
export interface StatusListRow {
  readonly line: number;
  /** Who is meant. */
  readonly key?: PersonKey;
  /** What else the row says of them. */
  readonly otherKeys?: readonly PersonKey[];
  readonly status?: ParticipationStatus;
  readonly note?: string;
  readonly issues: readonly ListIssue[];
}

export interface StatusList {
  readonly rows: readonly StatusListRow[];
  /** About the whole. */
  readonly issues: readonly ListIssue[];
}

export const PERSON_KEYS = ['id', 'externalId', 'email'] as const;
const MOST_NOTE_CHARS = 500;
/** How people head the columns besides. */
const OTHER_HEADINGS: Readonly<Partial<Record<EnrollmentColumn, readonly string[]>>> = {
  id: [
    'id',
    'booking',
    'booking number',
    'boekingsnummer',
    'boekingsnr',
    'boeking',
    'inschrijving',
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
    'studentnummer',
    'kenmerk',
    'personalnummer',
    'matricule',
  ],
  status: [
    'status',
    'statut',
    'result',
    'resultaat',
    'uitslag',
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
  if (!first || !columns) return { rows: [], issues: [listIssue('list-without-columns')] };
  const rows = headed ? others : [first, ...others];
  if (rows.length > MOST_LIST_ROWS) return { rows: [], issues: [listIssue('list-too-long', { max: MOST_LIST_ROWS })] };
  // It has swallowed the rows behind it: of these nothing could be said.
  const unclosed = [first, ...others].at(-1);
  if (unclosed?.isUnclosed) return { rows: [], issues: [listIssue('list-quote-unclosed', { line: unclosed.line })] };
  return { rows: rows.map((row) => readRow(row, columns, statuses)), issues: [] };
}

type Columns = ReadonlyMap<EnrollmentColumn, number>;

function headedColumns({ cells }: CsvRow, words: readonly CsvWords[]): Columns | undefined {
  const names = new Map<string, EnrollmentColumn>();
  for (const { headings } of words) {
    for (const [column, name] of Object.entries(headings)) names.set(plainWord(name), column as EnrollmentColumn);
  }
  for (const [column, all] of Object.entries(OTHER_HEADINGS)) {
    for (const name of all.map(plainWord)) if (!names.has(name)) names.set(name, column as EnrollmentColumn);
  }
  const columns = new Map<EnrollmentColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const column = names.get(plainWord(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return isUsable(columns) ? columns : undefined;
}

/** A list without headings: an address and a status say themselves what they are. */
function guessedColumns({ cells }: CsvRow, statuses: ReadonlyMap<string, ParticipationStatus>): Columns | undefined {
  const email = cells.findIndex((cell) => /^\S+@\S+$/.test(cell));
  const status = cells.findIndex((cell) => statuses.has(plainWord(cell)));
  return email < 0 || status < 0
    ? undefined
    : new Map<EnrollmentColumn, number>([
        ['email', email],
        ['status', status],
      ]);
}

function isUsable(columns: Columns): boolean {
  return columns.has('status') && PERSON_KEYS.some((key) => columns.has(key));
}

function readRow(
  { line, cells }: CsvRow,
  columns: Columns,
  statuses: ReadonlyMap<string, ParticipationStatus>,
): StatusListRow {
  const cellOf = (column: EnrollmentColumn): string => cells[columns.get(column) ?? -1] ?? '';
  const [key, ...otherKeys] = PERSON_KEYS.flatMap((column): PersonKey[] => {
    const value = cellOf(column);
    return value === '' ? [] : [{ column, value }];
  });
  const [said, note] = [cellOf('status'), cellOf('note')];
  const status = statuses.get(plainWord(said));
  const issues: readonly ListIssue[] = [
    ...(key ? [] : [listIssue('row-without-person')]),
    ...(said === '' ? [listIssue('row-without-status')] : []),
    ...(said !== '' && status === undefined ? [listIssue('status-unknown', { value: said })] : []),
    ...(status !== undefined && !STATUSES_BY_HAND.includes(status)
      ? [listIssue('status-not-by-hand', { status })]
      : []),
    ...(note.length > MOST_NOTE_CHARS ? [listIssue('note-too-long', { max: MOST_NOTE_CHARS })] : []),
  ];
  return {
    line,
    ...(key && { key }),
    ...(otherKeys.length > 0 && { otherKeys }),
    ...(status !== undefined && { status }),
    ...(note !== '' && { note }),
    issues,
  };
}

function statusNames(words: readonly CsvWords[]): ReadonlyMap<string, ParticipationStatus> {
  const names = new Map<string, ParticipationStatus>();
  for (const status of STATUSES) {
    for (const { statuses } of words) names.set(plainWord(statuses[status]), status);
    names.set(plainWord(status), status);
  }
  return names;
}

/** `no show` is No-show, `E-mail adres` is E-mailadres. */
function plainWord(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

export function listIssue(code: ListIssueCode, params: Issue['params'] = {}): ListIssue {
  return errorIssue(code, '', params);
}
