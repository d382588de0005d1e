import {
  changedBy,
  type EnrollmentDateField,
  type EnrollmentTerm,
  type RuleId,
  type StatusChange,
  type ParticipationStatus,
} from '@enrollkit/core';
import { formatInstant } from '../base/language/formats.js';
import type { CommonTerms } from '../terms/common.js';
import type { BookingWord, EnrollmentStatusTerms } from '../terms/enrollment-status.js';
import type { ShownStatus } from './status-icons.js';

/** What it takes to put an explanation in words. */
export interface Speech {
  readonly terms: EnrollmentStatusTerms;
  readonly common: CommonTerms;
  readonly locale: string;
  readonly timeZone: string;
}

/** One sentence of an explanation, with its statuses, days and rules in words. */
export function sayTerm({ term, params }: EnrollmentTerm, { terms, common, locale, timeZone }: Speech): string {
  const words: Readonly<Record<string, (value: string) => string>> = {
    status: (value) => common.statuses[value as ParticipationStatus],
    rule: (value) => terms.byRule[value as RuleId],
    field: (value) => terms.fields[value as EnrollmentDateField],
    at: (value) => formatInstant(value, locale, timeZone, 'long'),
  };
  const said = Object.entries(params).map(([name, value]) => [name, words[name]?.(value) ?? value]);
  // The table of terms has a sentence for every name, with these values: its type says so, per name.
  const sentence = terms.explanation[term] as (values: Readonly<Record<string, string>>) => string;
  return sentence(Object.fromEntries(said) as Record<string, string>);
}

/** A status, or where a booking stands, in the words of the locale. */
export function wordOf(status: ShownStatus, { terms, common }: Pick<Speech, 'terms' | 'common'>): string {
  return Object.hasOwn(terms.bookings, status)
    ? terms.bookings[status as BookingWord]
    : common.statuses[status as ParticipationStatus];
}

/** What brought a change about, in a few words. */
export function sayCause({ cause }: StatusChange, terms: EnrollmentStatusTerms): string {
  if (cause.kind === 'rule') return terms.byRule[cause.rule];
  return cause.kind === 'host' ? terms.byHost(cause.name, cause.detail ?? '') : terms.byHand(changedBy(cause));
}
