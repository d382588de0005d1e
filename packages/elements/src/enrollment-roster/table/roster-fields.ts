import type { EnrollmentOrder } from '@enrollkit/core';
import { warnOnce } from '../../base/warn-once.js';

/**
 * The columns that a host can choose, in no order: that of `fields` holds. Beside each, by what a backend can order it;
 * the width is in the styles.
 */
export const ROSTER_FIELDS = {
  participant: 'participant',
  status: 'status',
  next: undefined,
  start: 'ends',
  certificate: undefined,
  invoice: undefined,
  booked: 'booked',
  changed: 'changed',
} as const satisfies Record<string, EnrollmentOrder | undefined>;

export type RosterField = keyof typeof ROSTER_FIELDS;

const DEFAULT_FIELDS: readonly RosterField[] = ['participant', 'status', 'next', 'certificate', 'invoice'];

/** `participant status next` as columns. Without the participant nobody knows whose row it is: that one is always first. */
export function readFields(fields: string | undefined): readonly RosterField[] {
  const names = fields?.trim().split(/\s+/).filter(Boolean) ?? [];
  const unknown = names.filter((name) => !Object.hasOwn(ROSTER_FIELDS, name));
  if (unknown.length > 0) {
    const known = Object.keys(ROSTER_FIELDS).join(' ');
    warnOnce(`<enrollment-roster fields>: there is no ${unknown.join(', ')}. Choose from: ${known}.`);
  }
  const chosen = names.filter((name): name is RosterField => Object.hasOwn(ROSTER_FIELDS, name));
  return chosen.length === 0 ? DEFAULT_FIELDS : [...new Set<RosterField>(['participant', ...chosen])];
}
