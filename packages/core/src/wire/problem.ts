import { EnrollkitError, ERROR_CODES, type ErrorCode } from '../errors.js';
import type { Issue } from '../issue.js';
import { camelCase, snakeCase } from './keys.js';

/** What went wrong, as the HTTP API says it. Source: RFC 9457, problem details. */
export interface Problem {
  /** Address of the page about this code, relative to the API. */
  readonly type: string;
  /** In a few words, for developers. */
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  /** What to do. */
  readonly help?: string;
  readonly errors?: readonly WireIssue[];
  /** The record as it is now, for `conflict` and `duplicate`, as the API spells it. */
  readonly current?: unknown;
  readonly retry_after_ms?: number;
}

export interface WireIssue extends Omit<Issue, 'severity'> {
  readonly severity?: Issue['severity'];
  /** A sentence for developers that says what to do. */
  readonly help?: string;
}

/** Fields that have another name on the wire than their spelling gives. */
const WIRE_NAMES = {
  enrollmentId: 'booking_id',
  idempotencyKey: 'Idempotency-Key',
  selectedCosts: 'cost_ids',
  status: 'participation_status',
  bookingState: 'status',
  originalStatus: 'original_participation_status',
} as const;
const FIELD_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(WIRE_NAMES).map(([field, name]) => [name, field]),
);

/** `additionalCosts[1].vatMinor` is `additional_costs[1].vat_minor`, `selectedCosts[0]` is `cost_ids[0]`. */
export function toWirePath(path: string): string {
  const [name, rest] = splitPath(path);
  return ((WIRE_NAMES as Readonly<Record<string, string>>)[name] ?? snakeCase(name)) + snakeCase(rest);
}

export function fromWirePath(path: string): string {
  const [name, rest] = splitPath(path);
  return (FIELD_NAMES[name] ?? camelCase(name)) + camelCase(rest);
}

/** The first name of a path, and what follows it. */
function splitPath(path: string): readonly [name: string, rest: string] {
  const { 0: name = '' } = /^[^.[]*/.exec(path) ?? [];
  return [name, path.slice(name.length)];
}

/**
 * The error that a problem stands for. `current` is given already read: only the caller knows which record it is.
 * A code that this kit doesn't know becomes the one that fits the status.
 */
export function errorFromProblem(problem: Partial<Problem>, status: number, current?: unknown): EnrollkitError {
  const issues = (problem.errors ?? []).map(toIssue);
  const code = isErrorCode(problem.code) ? problem.code : codeForStatus(status);
  return new EnrollkitError(code, problem.detail ?? problem.title ?? `HTTP ${status}`, {
    issues,
    current,
    ...(problem.retry_after_ms !== undefined && { retryAfterMs: problem.retry_after_ms }),
  });
}

/** Other servers may leave out what says nothing. */
type SentIssue = Omit<WireIssue, 'params'> & Partial<Pick<WireIssue, 'params'>>;

function toIssue({ severity = 'error', path, params = {}, ...issue }: SentIssue): Issue {
  return { ...issue, severity, path: fromWirePath(path), params };
}

/** The table of codes read backwards: the first code with this status, else what the kind of status says. */
export function codeForStatus(status: number): ErrorCode {
  const codes = Object.keys(ERROR_CODES) as ErrorCode[];
  return codes.find((code) => ERROR_CODES[code].httpStatus === status) ?? (status >= 500 ? 'internal' : 'bad-answer');
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
