import type { Enrollment } from '@enrollkit/core';
import type { FieldFault } from '../terms/course-booking.js';

/** As many as one call of a list may have. */
export const MOST_PARTICIPANTS = 500;
/** As core allows. */
const LONGEST_TEXT = 250;
/** What browsers take for an address; the backend has the last word. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** One participant as filled in, and what became of it. */
export interface Row {
  readonly key: number;
  readonly name: string;
  readonly email: string;
  readonly outcome?: RowOutcome;
}

/** What a page may know of the person before it: of somebody who is signed in. */
export interface KnownParticipant {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export type RowOutcome =
  | { readonly kind: 'booked'; readonly enrollment: Enrollment }
  | { readonly kind: 'queued' }
  | { readonly kind: 'failed'; readonly why: string };

export type Buyer = 'consumer' | 'company';

/** Everything that a person fills in. */
export interface Draft {
  readonly startingDateId: string;
  readonly selectedCosts: readonly string[];
  readonly buyer: Buyer | undefined;
  readonly rows: readonly Row[];
}

export const EMPTY_DRAFT: Draft = {
  startingDateId: '',
  selectedCosts: [],
  buyer: undefined,
  rows: [{ key: 0, name: '', email: '' }],
};

/** What is wrong with the two fields of each row that is still to be booked, by the row's key. */
export function rowFaults(rows: readonly Row[]): ReadonlyMap<number, { name?: FieldFault; email?: FieldFault }> {
  const seen = new Set<string>();
  const faults = new Map<number, { name?: FieldFault; email?: FieldFault }>();
  for (const { key, name, email, outcome } of rows) {
    const address = email.trim().toLowerCase();
    const isTwin = seen.has(address);
    if (address) seen.add(address);
    if (outcome && outcome.kind !== 'failed') continue;
    const nameFault = textFault(name, 'name-missing');
    const emailFault =
      textFault(email, 'email-missing') ??
      (!EMAIL.test(email.trim()) ? 'email-invalid' : isTwin ? 'same-twice' : undefined);
    if (nameFault ?? emailFault) {
      faults.set(key, { ...(nameFault && { name: nameFault }), ...(emailFault && { email: emailFault }) });
    }
  }
  return faults;
}

function textFault(text: string, missing: FieldFault): FieldFault | undefined {
  if (text.trim() === '') return missing;
  return text.trim().length > LONGEST_TEXT ? 'too-long' : undefined;
}

/** The first row with what is known, where nothing stands in it yet. */
export function withKnown(rows: readonly Row[], known: Pick<Row, 'name' | 'email'>): readonly Row[] {
  const [first, ...others] = rows;
  return first && !first.outcome && `${first.name}${first.email}` === '' ? [{ ...first, ...known }, ...others] : rows;
}

/**
 * Rows of a spreadsheet as participants: the cell with an @ is the address, what stands in the others the name. A line
 * without an address above the rest is a heading.
 */
export function readPasted(text: string): readonly Pick<Row, 'name' | 'email'>[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line.split(/[\t;]/).map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .trim(),
      ),
    )
    .filter((cells) => cells.some(Boolean))
    .map((cells) => {
      const email = cells.find((cell) => cell.includes('@')) ?? '';
      return { name: cells.filter((cell) => cell && cell !== email).join(' '), email };
    });
  const [first, ...others] = rows;
  return first?.email === '' && others.some(({ email }) => email !== '') ? others : rows;
}

/** The rows with the pasted ones in the place of the one that it was pasted in, when that is empty. */
export function withPasted(
  rows: readonly Row[],
  at: number,
  pasted: readonly Pick<Row, 'name' | 'email'>[],
): readonly Row[] {
  const index = rows.findIndex(({ key }) => key === at);
  const target = rows[index];
  const isEmpty = target && `${target.name}${target.email}`.trim() === '';
  let key = nextKey(rows);
  const made = pasted.map((row) => ({ ...row, key: key++ }));
  const all = [...rows.slice(0, isEmpty ? index : index + 1), ...made, ...rows.slice(index + 1)];
  return all.slice(0, MOST_PARTICIPANTS);
}

export function nextKey(rows: readonly Row[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1;
}
