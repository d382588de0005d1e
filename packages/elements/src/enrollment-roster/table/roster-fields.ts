import type { EnrollmentOrder } from '@enrollkit/core';
import { warnOnce } from '../../base/warn-once.js';

/** A column: by what a backend can order it, and how wide it is at least, in `em`. */
interface FieldSpec {
  readonly order?: EnrollmentOrder;
  readonly width: number;
}

/** The columns that a host can choose, in no order: that of `fields` holds. */
export const ROSTER_FIELDS = {
  participant: { order: 'participant', width: 10 },
  status: { order: 'status', width: 10 },
  next: { width: 7.75 },
  start: { order: 'ends', width: 10 },
  certificate: { width: 6.5 },
  invoice: { width: 6.5 },
  booked: { order: 'booked', width: 6.5 },
  changed: { order: 'changed', width: 6.5 },
} as const satisfies Record<string, FieldSpec>;

export type RosterField = keyof typeof ROSTER_FIELDS;

/** What the backend orders by for this column; `undefined`: it can't. */
export function orderOf(field: RosterField): EnrollmentOrder | undefined {
  return (ROSTER_FIELDS[field] as FieldSpec).order;
}

/**
 * Below this a table would break its words: then it scrolls sideways, with the names in view. The columns that are shown
 * unless others are asked for need no more than 44 em, below which there are cards instead (cards.styles.ts).
 */
export function leastWidth(fields: readonly RosterField[]): number {
  return fields.reduce((sum, field) => sum + ROSTER_FIELDS[field].width, 3);
}

const DEFAULT_FIELDS: readonly RosterField[] = ['participant', 'status', 'next', 'certificate', 'invoice'];

/** `participant status next` as columns. Without the participant nobody knows whose row it is: that one is always first. */
export function readFields(fields: string | undefined): readonly RosterField[] {
  const names = fields?.trim().split(/\s+/).filter(Boolean) ?? [];
  const unknown = names.filter((name) => !Object.hasOwn(ROSTER_FIELDS, name));
  if (unknown.length > 0) {
    const known = Object.keys(ROSTER_FIELDS).join(' ');
    warnOnce('field-unknown', [unknown.join(', '), known]);
  }
  const chosen = names.filter((name): name is RosterField => Object.hasOwn(ROSTER_FIELDS, name));
  return chosen.length === 0 ? DEFAULT_FIELDS : [...new Set<RosterField>(['participant', ...chosen])];
}
