import { can } from '../../../access/can.js';
import type { Instant } from '../../../calendar/time.js';
import { EnrollkitError } from '../../../errors.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import type { StatusAnswer, StatusRequest } from '../../ports/many-port.js';
import { expectVersion, forbidden, invalid, notFound } from '../../refusals.js';
import type { StoredAnswer, WriteTables } from '../../store.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { answerKey, forgetOldAnswers, requestOf } from '../../write.js';
import { isSame } from './act-on-enrollment.js';
import { allowedWith } from './allowed.js';
import { enrollmentChange, enrollmentResource, nextVersion, rowToKeep, upToDate } from './enrollment-records.js';
import { statusChange } from './status-change.js';

export interface KeyedChange {
  readonly change: StatusRequest;
  readonly idempotencyKey?: string;
}

const ACTION = 'enrollment.change-status';

/**
 * Changes the statuses of one group in one transaction, whatever its size with the same few reads and writes. Each change is
 * as `changeStatus` would make it, with the same key, request and line in the trail; one that is refused writes nothing.
 */
export async function changeGroup(
  context: UseCaseContext,
  group: readonly KeyedChange[],
): Promise<readonly StatusAnswer[]> {
  const { store, actor } = context;
  const now = presentMoment(context);
  const intent = { useCase: 'changeStatus', actor: { id: actor.id, role: actor.role }, at: now } as const;
  const asked = group.map(({ change, idempotencyKey }) => ({
    change,
    key: answerKey(context, { ...(idempotencyKey !== undefined && { idempotencyKey }) }),
    request: idempotencyKey === undefined ? '' : requestOfChange(change, idempotencyKey),
  }));

  const done = await store.write(intent, async (tables) => {
    const known = await load(tables, context, asked, now);
    const written = new Map<string, Enrollment>();
    const given: StoredAnswer[] = [];
    const answers = asked.map(({ change, key, request }) =>
      answerOf(context, () => {
        const first = key === undefined ? undefined : known.answers.get(key);
        if (first) {
          if (first.request !== request) throw invalid('idempotency-key-reused', 'idempotencyKey');
          return first.result as Enrollment;
        }
        const { result, isChanged } = changeOne(context, change, { enrollment: known.enrollments.get(change.id), now });
        known.enrollments.set(change.id, result);
        if (isChanged) written.set(change.id, result);
        if (key !== undefined) {
          const answer = { key, request, result, at: now };
          known.answers.set(key, answer);
          given.push(answer);
        }
        return result;
      }),
    );
    const rows = [...written.values()].map((enrollment) => rowToKeep(enrollment, { ...context, now }));
    if (rows.length > 0) await tables.enrollments.putAll(rows, ACTION);
    if (given.length > 0) {
      await forgetOldAnswers(tables, now);
      await tables.answers.putAll(given);
    }
    return { answers, changes: [...written.values()].map(enrollmentChange) };
  });

  for (const change of done.changes) store.changes.publish(change);
  return done.answers;
}

interface Known {
  readonly enrollments: Map<string, Enrollment>;
  readonly answers: Map<string, StoredAnswer>;
}

async function load(
  tables: WriteTables,
  context: UseCaseContext,
  asked: readonly { readonly change: StatusRequest; readonly key: string | undefined }[],
  now: Instant,
): Promise<Known> {
  const { scope } = context;
  const keys = asked.flatMap(({ key }) => (key === undefined ? [] : [key]));
  // Hosts without TypeScript may ask with something that is no id: there is no such row.
  const ids = [...new Set(asked.map(({ change }) => change.id))].filter((id) => typeof id === 'string');
  const answers = keys.length === 0 ? [] : await tables.answers.getAll(keys);
  const rows = scope && ids.length > 0 ? (await tables.enrollments.list({ ids, scope })).items : [];
  return {
    answers: new Map(answers.map((answer) => [answer.key, answer])),
    enrollments: new Map(rows.map((row) => [row.id, upToDate(row, context, now)])),
  };
}

function changeOne(
  context: UseCaseContext,
  { id, to, cause, note, expectedVersion }: StatusRequest,
  { enrollment, now }: { readonly enrollment: Enrollment | undefined; readonly now: Instant },
): { readonly result: Enrollment; readonly isChanged: boolean } {
  const change = statusChange(context, { to, ...(cause && { cause }), ...(note !== undefined && { note }) });
  if (!enrollment) throw notFound('enrollment', id);
  if (!can(context.actor, ACTION, enrollmentResource(enrollment))) throw forbidden(ACTION);
  expectVersion(enrollment, { ...(expectedVersion !== undefined && { expectedVersion }) });
  const outcome = change(enrollment, { now, timeZone: context.timeZone });
  if (outcome.issues.length === 0 && isSame(outcome.enrollment, enrollment)) {
    return { result: enrollment, isChanged: false };
  }
  return { result: nextVersion(outcome, now), isChanged: true };
}

/** What became of one change: whatever the kit refuses it with is its own answer. */
function answerOf(context: UseCaseContext, work: () => Enrollment): StatusAnswer {
  try {
    return { enrollment: allowedWith(context, work()) };
  } catch (error) {
    if (!(error instanceof EnrollkitError)) throw error;
    const { code, message, issues, current } = error;
    if (current === undefined) return { problem: error };
    const now = allowedWith(context, current as Enrollment);
    return { problem: new EnrollkitError(code, message, { cause: error, issues, current: now }) };
  }
}

/** The same request as `changeStatus` makes of it. */
function requestOfChange({ id, to, note, cause, expectedVersion }: StatusRequest, idempotencyKey: string): string {
  const options = {
    idempotencyKey,
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(cause && { cause }),
  };
  return requestOf({ method: 'changeStatus', args: [id, note === undefined ? to : [to, note]], options });
}
