import { parseParticipationStatus, STATUS_RULES, type Enrollment, type StatusChange } from '@enrollkit/core';
import { badAnswer } from '../base/reading/bad-answer.js';
import { warnOnce } from '../base/warn-once.js';

/** What a host's plain-object backend may answer: any word as status, and no history. */
interface HostEnrollment extends Omit<Enrollment, 'status' | 'history'> {
  readonly status: string;
  readonly history?: Enrollment['history'];
}

/** The enrollment as the rules expect it. A status that the kit doesn't know is `unknown`, its word kept beside it. */
export function readEnrollment(answer: HostEnrollment): Enrollment {
  const status: unknown = answer.status;
  if (typeof status !== 'string') throw badAnswer('enrollment');
  return { ...answer, ...parseParticipationStatus(status), history: readHistory(answer.history) };
}

/** One entry that nobody can read must not hide the status, and the developer hears of it. */
function readHistory(history: unknown): readonly StatusChange[] {
  const entries: readonly unknown[] = Array.isArray(history) ? history : [];
  const readable = entries.filter(isReadable);
  if (readable.length < entries.length) warnOnce('history-unreadable', []);
  return readable.map((change) => ({
    ...change,
    from: parseParticipationStatus(change.from).status,
    to: parseParticipationStatus(change.to).status,
  }));
}

function isReadable(entry: unknown): entry is StatusChange {
  const { from, to, at, cause } = (entry ?? {}) as Partial<StatusChange>;
  if ([from, to, at].some((text) => typeof text !== 'string') || !cause) return false;
  if (cause.kind === 'manual') return typeof cause.by === 'string';
  if (cause.kind === 'host') return typeof cause.name === 'string';
  return Object.hasOwn(STATUS_RULES, cause.rule);
}
