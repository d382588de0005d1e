import type { EnrollmentDateField, EnrollmentTerm, ParticipationStatus, RuleId } from '@enrollkit/core';
import { formatInstant } from '../base/language/formats.js';
import type { CommonTerms } from '../terms/common.js';
import type { BookingWord, StatusShownTerms, EnrollmentStatusTerms } from '../terms/enrollment-status.js';
import type { ShownStatus } from './status-icons.js';

/** What it takes to put an explanation in words; those of why only where somebody asks why. */
export interface Speech<Terms extends StatusShownTerms = StatusShownTerms> {
  readonly terms: Terms;
  readonly common: CommonTerms;
  readonly locale: string;
  readonly timeZone: string;
}

/** One sentence of an explanation, with its statuses, days and rules in words. */
export function sayTerm({ term, params }: EnrollmentTerm, { terms, common, locale, timeZone }: Speech): string {
  const { byRule, fields, explanation } = terms as Partial<EnrollmentStatusTerms>;
  const words: Readonly<Record<string, (value: string) => string>> = {
    status: (value) => common.statuses[value as ParticipationStatus],
    rule: (value) => byRule?.[value as RuleId] ?? value,
    field: (value) => fields?.[value as EnrollmentDateField] ?? value,
    at: (value) => formatInstant(value, locale, timeZone, 'long'),
  };
  const said = Object.entries(params).map(([name, value]) => [name, words[name]?.(value) ?? value]);
  // The table of terms has a sentence for every name, with these values: its type says so, per name.
  const sentence = explanation?.[term] as (values: Readonly<Record<string, string>>) => string;
  return sentence(Object.fromEntries(said) as Record<string, string>);
}

/** A status, or where a booking stands, in the words of the locale. */
export function wordOf(status: ShownStatus, { terms, common }: Pick<Speech, 'terms' | 'common'>): string {
  return Object.hasOwn(terms.bookings, status)
    ? terms.bookings[status as BookingWord]
    : common.statuses[status as ParticipationStatus];
}
