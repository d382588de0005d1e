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
import type { EnrollmentStatusTerms } from '../terms/enrollment-status.js';

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

/** What brought a change about, in a few words. */
export function sayCause({ cause }: StatusChange, terms: EnrollmentStatusTerms): string {
  if (cause.kind === 'rule') return terms.byRule[cause.rule];
  return cause.kind === 'host' ? terms.byHost(cause.name, cause.detail ?? '') : terms.byHand(changedBy(cause));
}
