import { normalizeEmail } from '../access/scope.js';
import { bookingStateOf } from '../booking/booking-state.js';
import type { Enrollment } from '../enrollment/enrollment.js';
import type { ParticipationStatus } from '../enrollment/participation-status.js';
import {
  listIssue,
  PERSON_KEYS,
  type ListIssue,
  type PersonKey,
  type StatusList,
  type StatusListRow,
} from './status-list.js';

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
    const planned = planRow(row, found);
    if (!planned.enrollment || planned.outcome === 'refused') return planned;
    const before = named.get(planned.enrollment.id);
    named.set(planned.enrollment.id, before ?? row);
    if (!before) return planned;
    const { change: _, ...same } = planned;
    if (before.status === row.status) return { ...same, outcome: 'same' };
    return { ...same, outcome: 'refused', issues: [listIssue('person-named-before', { line: before.line })] };
  });
}

function keyText({ column, value }: PersonKey): string {
  return `${column} ${column === 'email' ? normalizeEmail(value) : value}`;
}

/** Spreadsheets take the zeros off a number. */
function withoutZeros({ column, value }: PersonKey): string | undefined {
  return column !== 'email' && /^\d+$/.test(value) ? `${column} number ${value.replace(/^0+(?=\d)/, '')}` : undefined;
}

type Found = ReadonlyMap<string, readonly Enrollment[]>;

function enrollmentsByKey(enrollments: readonly Enrollment[]): Found {
  const found = new Map<string, Enrollment[]>();
  const add = (text: string | undefined, enrollment: Enrollment): void => {
    if (text === undefined) return;
    const others = found.get(text);
    if (others) others.push(enrollment);
    else found.set(text, [enrollment]);
  };
  for (const enrollment of enrollments) {
    const { id, participant } = enrollment;
    const values = { id, externalId: participant.externalId, email: participant.email };
    for (const column of PERSON_KEYS) {
      const value = values[column];
      if (value === undefined) continue;
      add(keyText({ column, value }), enrollment);
      add(withoutZeros({ column, value }), enrollment);
    }
  }
  return found;
}

function enrollmentsOf(key: PersonKey, found: Found): readonly Enrollment[] {
  return found.get(keyText(key)) ?? found.get(withoutZeros(key) ?? '') ?? [];
}

/**
 * Whom a row means. A booking number must be one of these; a number or an address that nobody has may be somebody's of
 * another system. What two people have says that a column was moved or sorted without the others: then it means nobody.
 */
function meantBy(key: PersonKey, others: readonly PersonKey[], found: Found): readonly Enrollment[] | ListIssue {
  const { value, column } = key;
  const [next, ...rest] = others;
  let all = enrollmentsOf(key, found);
  if (all.length === 0) {
    if (column !== 'id' && next) return meantBy(next, rest, found);
    return listIssue(/^\d+(?:[.,]\d+)?E\+\d+$/i.test(value) ? 'number-shortened' : 'person-unknown', { value });
  }
  for (const other of others) {
    const theirs = enrollmentsOf(other, found);
    if (theirs.length === 0) continue;
    all = all.filter((enrollment) => theirs.includes(enrollment));
    if (all.length === 0) return listIssue('person-contradiction', { value: other.value });
  }
  return all;
}

function planRow(row: StatusListRow, found: Found): PlannedRow {
  const refused = (...issues: readonly ListIssue[]): PlannedRow => ({ ...row, outcome: 'refused', issues });
  const { key, otherKeys = [], status, note } = row;
  if (row.issues.length > 0 || !key || status === undefined) return refused(...row.issues);
  const meant = meantBy(key, otherKeys, found);
  if ('code' in meant) return refused(meant);
  const accepted = meant.filter((enrollment) => bookingStateOf(enrollment) === 'accepted');
  const [enrollment, ...others] = accepted.length > 0 ? accepted : meant;
  if (!enrollment) return refused(listIssue('person-unknown', { value: key.value }));
  if (others.length > 0) return refused(listIssue('person-ambiguous', { value: key.value, count: others.length + 1 }));
  if (accepted.length === 0) return { ...refused(listIssue('booking-without-status')), enrollment };
  if (enrollment.status === status) return { ...row, enrollment, outcome: 'same' };
  const { id, version: expectedVersion } = enrollment;
  const change = { id, to: status, expectedVersion, ...(note !== undefined && { note }) };
  return { ...row, enrollment, outcome: 'change', change };
}
