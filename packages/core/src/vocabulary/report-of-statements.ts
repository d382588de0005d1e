import { parseInstant } from '../calendar/instant.js';
import type { HostCause } from '../enrollment/enrollment.js';
import type { ParticipationStatus } from '../enrollment/participation-status.js';
import { MOVE_ON } from './cmi5.js';
import type { Loss } from './losses.js';
import { fromVocabulary } from './vocabulary.js';
import type { MoveOn } from './words.js';

/** What is read of an xAPI statement. Everything else in it is left alone. */
export interface Statement {
  readonly id?: string;
  readonly verb: { readonly id: string };
  readonly object?: unknown;
  readonly timestamp?: string;
  readonly result?: { readonly success?: boolean };
}

export interface ReportOptions {
  /** What people call the system that the statements come from. */
  readonly host: string;
  /** Of the launch data, for statements of a cmi5 course. */
  readonly moveOn?: MoveOn;
}

/** What statements say, ready for `changeStatus(id, to, { cause })`. */
export interface StatusReport {
  readonly to: ParticipationStatus;
  readonly cause: HostCause;
  readonly losses: readonly Loss[];
}

const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';
const LAST_SEGMENT = /[^/]+$/;

/**
 * What the statements about one person and one course come to, as a report by the host: it counts like a change by hand.
 * Undefined when none of them says how far the person has come. A pass holds against a fail before and after it, since a
 * retake doesn't undo it; voided statements don't count.
 *
 * @example
 * reportOfStatements(statements, { host: 'Moodle', moveOn: 'CompletedAndPassed' });
 * // { to: 'started', cause: { kind: 'host', name: 'Moodle', detail: 'passed' }, losses: ['move-on-not-met'] }
 * Source: xAPI 1.0.3 (voiding), cmi5 section 13.1.4 (moveOn).
 */
export function reportOfStatements(
  statements: readonly Statement[],
  { host, moveOn }: ReportOptions,
): StatusReport | undefined {
  const voided = new Set(statements.filter(({ verb }) => verb.id === VOIDED).map(voidedId));
  const said = statements
    .filter(({ id }) => id === undefined || !voided.has(id))
    .map((statement) => ({ ...read(statement), atMs: parseInstant(statement.timestamp ?? '') ?? 0 }))
    .filter(({ status }) => status !== 'unknown')
    .toSorted((a, b) => a.atMs - b.atMs);
  const furthest = said.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)).at(-1);
  if (!furthest) return undefined;
  const settled = moveOn === undefined ? furthest : underMoveOn(said, furthest, moveOn);
  const { status: to, name: detail, losses } = settled;
  return { to, cause: { kind: 'host', name: host, detail }, losses };
}

interface Said {
  readonly status: ParticipationStatus;
  /** The last part of the verb: what history tells. */
  readonly name: string;
  readonly losses: readonly Loss[];
}

/** Who completed without success has failed, whatever the verb says. */
function read({ verb, result }: Statement): Said {
  const name = LAST_SEGMENT.exec(verb.id)?.[0] ?? verb.id;
  const { status, losses } = fromVocabulary({ verb: verb.id }, 'xapi');
  if (status === 'completed' && result?.success === false) return { status: 'did-not-pass', name, losses: [] };
  return { status, name, losses };
}

/** The unit is done when the LMS says so, or when what `moveOn` asks for has come. */
function underMoveOn(said: readonly Said[], furthest: Said, moveOn: MoveOn): Said {
  if (furthest.status !== 'completed') return furthest;
  const has = (name: string): boolean => said.some((one) => one.name === name && one.status === 'completed');
  if (has('satisfied') || has('waived')) return furthest;
  const criterion = MOVE_ON[moveOn];
  const wanted = (['completed', 'passed'] as const).filter((verb) => criterion[verb]);
  const isMet = criterion.both ? wanted.every(has) : wanted.some(has);
  if (isMet) return furthest;
  const failed = said.findLast(({ status }) => status === 'did-not-pass');
  return failed && !has('passed') ? failed : { ...furthest, status: 'started', losses: ['move-on-not-met'] };
}

/** What a statement can come to, the furthest last. */
const ORDER: readonly ParticipationStatus[] = ['enrolled', 'started', 'did-not-pass', 'completed'];

function voidedId({ object }: Statement): unknown {
  return typeof object === 'object' && object !== null && 'id' in object ? object.id : undefined;
}
