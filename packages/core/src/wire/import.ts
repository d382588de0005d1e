import type { FeedImport, FieldChange, FindingRecord, ImportSession, ImportStep } from '../import/feed-import.js';
import type { Issue } from '../issue.js';
import { camelCase, snakeCase, toCamelKeys, toSnakeKeys, type SnakeKeys } from './keys.js';

/** An import as the log of the HTTP API shows it. */
export interface WireImportSession extends SnakeKeys<Omit<ImportSession, 'problem'>> {
  readonly problem?: WireFinding;
}

/** One import with what was found in its feed. */
export interface WireImport extends WireImportSession {
  readonly findings: readonly WireFinding[];
}

/** A finding, and the sentence that a person reads. */
export interface WireFinding extends Omit<FindingRecord, 'recordId'> {
  readonly record_id?: string;
  readonly text: string;
}

/** What an import does with one record. */
export interface WireImportStep extends Omit<SnakeKeys<ImportStep>, 'changes'> {
  readonly changes: readonly FieldChange[];
}

/** Says what was found in a sentence. */
export type DescribeIssue = (issue: Issue) => string;

/** `describe` gives the sentences, in whatever language is asked for. */
export function toWireSession({ problem, ...session }: ImportSession, describe: DescribeIssue): WireImportSession {
  return { ...toSnakeKeys(session), ...(problem && { problem: toWireFinding(problem, describe) }) };
}

export function toWireImport({ findings, ...session }: FeedImport, describe: DescribeIssue): WireImport {
  return {
    ...toWireSession(session, describe),
    findings: findings.map((finding) => toWireFinding(finding, describe)),
  };
}

export function toWireImportStep({ changes, ...step }: ImportStep): WireImportStep {
  return { ...toSnakeKeys(step), changes: changes.map(toWireChangedField) };
}

/** The way back: a step in core's words, as a plan that was made without a server has it. */
export function fromWireImportStep({ changes, ...step }: WireImportStep): ImportStep {
  return {
    ...(toCamelKeys(step) as Omit<ImportStep, 'changes'>),
    changes: changes.map(({ path, ...values }) => ({
      path: renamePath(path, camelCase),
      ...(toCamelKeys(values) as Omit<FieldChange, 'path'>),
    })),
  };
}

export function toWireFinding({ recordId, ...finding }: FindingRecord, describe: DescribeIssue): WireFinding {
  return {
    ...finding,
    path: renamePath(finding.path, snakeCase),
    ...(recordId !== undefined && { record_id: recordId }),
    text: describe(finding),
  };
}

/** A value may be a whole record: a starting date, an additional cost. */
function toWireChangedField({ path, ...values }: FieldChange): FieldChange {
  return { path: renamePath(path, snakeCase), ...toSnakeKeys(values) };
}

/** `startingDates[S1].startDate` is `starting_dates[S1].start_date`: what is between brackets is the provider's. */
function renamePath(path: string, rename: (name: string) => string): string {
  return path.replace(/\[[^\]]*\]|[^[]+/g, (part) => (part.startsWith('[') ? part : rename(part)));
}
