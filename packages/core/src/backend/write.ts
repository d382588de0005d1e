import { addDays } from '../calendar/calendar-day.js';
import type { Instant } from '../calendar/time.js';
import { throwIfAborted } from '../abort.js';
import type { Change } from './ports/change-port.js';
import type { WriteOptions } from '../call-options.js';
import { digest, orderedJson } from './digest.js';
import { invalid } from './refusals.js';
import type { WriteTables } from './store.js';
import { presentMoment, type UseCaseContext } from './use-case-context.js';
import type { WritingMethod } from './audit.js';

/** How long a repeated request still gets its first answer. */
export const ANSWER_DAYS = 30;

export interface WriteRequest {
  readonly method: WritingMethod;
  /** Plain data that tells this request from others. */
  readonly args: unknown;
  readonly options: WriteOptions;
  /** What the actor says about it, for the audit trail. */
  readonly note?: string | undefined;
}

/** What a write did. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly changes: readonly Change[];
}

/**
 * One write: all or nothing, answered the same when its idempotency key comes again, told to listeners when done.
 * `work` may run more than once.
 */
export async function write<Result>(
  context: UseCaseContext,
  { method, args, options, note }: WriteRequest,
  work: (tables: WriteTables, now: Instant) => Promise<Outcome<Result>>,
): Promise<Result> {
  throwIfAborted(options.signal);
  const now = presentMoment(context);
  const key = answerKey(context, options);
  // Without a key nobody asks.
  const request = key === undefined ? '' : requestOf({ method, args, options });

  const { id, role } = context.actor;
  const intent = { useCase: method, actor: { id, role }, at: now, ...(note?.trim() && { note }) };
  const outcome = await context.store.write(intent, async (tables): Promise<Outcome<Result>> => {
    const answer = key === undefined ? undefined : await tables.answers.get(key);
    if (answer) {
      if (answer.request !== request) throw invalid('idempotency-key-reused', 'idempotencyKey');
      return { result: answer.result as Result, changes: [] };
    }
    const done = await work(tables, now);
    if (key !== undefined) {
      await forgetOldAnswers(tables, now);
      await tables.answers.put({ key, request, result: done.result, at: now });
    }
    // The last moment at which stopping leaves nothing behind.
    throwIfAborted(options.signal);
    return done;
  });

  for (const change of outcome.changes) context.store.changes.publish(change);
  return outcome.result;
}

/** What tells a request from others under the same key. */
export function requestOf({ method, args, options }: Omit<WriteRequest, 'note'>): string {
  return `${method} ${digest({ ...options, signal: undefined, onProgress: undefined, args })}`;
}

export async function forgetOldAnswers({ answers }: Pick<WriteTables, 'answers'>, now: Instant): Promise<void> {
  await answers.deleteBefore(`${addDays(now.slice(0, 10), -ANSWER_DAYS)}T00:00:00.000Z`);
}

/**
 * Keys are the caller's own: somebody else's same key is another one, and so is that of who has the same name and may know
 * less. An answer is given again without asking who may have it.
 */
export function answerKey({ actor, scope }: UseCaseContext, { idempotencyKey }: WriteOptions): string | undefined {
  if (idempotencyKey === undefined) return undefined;
  const isWholeProvider = actor.role === 'provider' && actor.enrollmentIds === undefined;
  const access = isWholeProvider ? [] : [actor.role, orderedJson(scope ?? null)];
  return JSON.stringify([actor.providerId ?? null, actor.id, idempotencyKey, ...access]);
}
