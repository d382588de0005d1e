import type { Instant, ParticipationStatus } from '@enrollkit/core';
import { toTimestamp } from '../../database/instants.js';
import type { Database } from '../../parts/server-parts.js';
import type { Link } from './link-table.js';

/** Why somebody of a course has no booking here. What core refuses has its own code. */
export const MEMBER_PROBLEMS = ['no-email', 'no-name', 'booking-refused'] as const;
export type MemberProblem = (typeof MEMBER_PROBLEMS)[number];

/** Somebody in a course of a platform. */
export interface Member {
  readonly userId: string;
  readonly name?: string;
  readonly enrollmentId?: string;
  readonly problem?: MemberProblem;
  /** No longer in the course there. The booking stays: cancelling it is for people. */
  readonly isGone: boolean;
}

type Tables = Database['tables'];
type LinkKey = Pick<Link, 'providerId' | 'id'>;

/** Everybody of a link, in the order of their names. */
export async function listMembers(
  tables: Tables,
  { providerId, id }: LinkKey,
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<{ readonly members: readonly Member[]; readonly total: number }> {
  const all = tables.selectFrom('lti_members').where('provider_id', '=', providerId).where('link_id', '=', id);
  const { count } = await all.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await all.selectAll().orderBy('name').orderBy('user_id').limit(size).offset(offset).execute();
  const members = rows.map((row) => ({
    userId: row.user_id,
    ...(row.name !== null && { name: row.name }),
    ...(row.enrollment_id !== null && { enrollmentId: row.enrollment_id }),
    ...(row.problem !== null && { problem: row.problem as MemberProblem }),
    isGone: row.is_gone,
  }));
  return { members, total: count };
}

/** The booking of one of them. */
export async function findMember(
  tables: Tables,
  { providerId, id }: LinkKey,
  userId: string,
): Promise<Member | undefined> {
  const row = await tables
    .selectFrom('lti_members')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('link_id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row && { userId, isGone: row.is_gone, ...(row.enrollment_id !== null && { enrollmentId: row.enrollment_id }) };
}

/** Keeps what is known of somebody now. */
export async function keepMember(tables: Tables, { providerId, id }: LinkKey, member: Member): Promise<void> {
  const known = {
    name: member.name ?? null,
    enrollment_id: member.enrollmentId ?? null,
    problem: member.problem ?? null,
    is_gone: member.isGone,
  };
  await tables
    .insertInto('lti_members')
    .values({
      provider_id: providerId,
      link_id: id,
      user_id: member.userId,
      ...known,
      told_status: null,
      told_at: null,
      tell_after: null,
    })
    .onConflict((conflict) => conflict.columns(['provider_id', 'link_id', 'user_id']).doUpdateSet(known))
    .execute();
}

/** Those whom the platform no longer names have left. */
export async function markGone(tables: Tables, { providerId, id }: LinkKey, present: readonly string[]): Promise<void> {
  await tables
    .updateTable('lti_members')
    .set({ is_gone: true })
    .where('provider_id', '=', providerId)
    .where('link_id', '=', id)
    .$if(present.length > 0, (query) => query.where('user_id', 'not in', [...present]))
    .execute();
}

/** Somebody of whom the platform's grades say something else than the booking. */
export interface GradeToTell {
  readonly providerId: string;
  readonly linkId: string;
  readonly userId: string;
  readonly status: ParticipationStatus;
  readonly toldStatus: ParticipationStatus | undefined;
  readonly attempts: number;
}

/** The next ones whose status is a result, or was one when it was told; those that failed last come later. */
export async function gradesToTell(tables: Tables, now: Instant, results: readonly string[]): Promise<GradeToTell[]> {
  const rows = await tables
    .selectFrom('lti_members as m')
    .innerJoin('enrollments as e', (join) =>
      join.onRef('e.provider_id', '=', 'm.provider_id').onRef('e.id', '=', 'm.enrollment_id'),
    )
    .innerJoin('lti_links as l', (join) =>
      join.onRef('l.provider_id', '=', 'm.provider_id').onRef('l.id', '=', 'm.link_id'),
    )
    .select(['m.provider_id', 'm.link_id', 'm.user_id', 'm.told_status', 'm.attempts', 'e.status'])
    .where('l.lineitem_url', 'is not', null)
    .where((eb) => eb.or([eb('m.tell_after', 'is', null), eb('m.tell_after', '<=', toTimestamp(now))]))
    .where((eb) => eb('m.told_status', 'is distinct from', eb.ref('e.status')))
    .where((eb) => eb.or([eb('e.status', 'in', results as never), eb('m.told_status', 'is not', null)]))
    .orderBy('m.tell_after', (order) => order.asc().nullsFirst())
    .orderBy('m.provider_id')
    .orderBy('m.link_id')
    .orderBy('m.user_id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    providerId: row.provider_id,
    linkId: row.link_id,
    userId: row.user_id,
    status: row.status,
    toldStatus: (row.told_status ?? undefined) as ParticipationStatus | undefined,
    attempts: row.attempts,
  }));
}

/** The platform has it; or it is tried again later. */
export async function recordTold(
  tables: Tables,
  { providerId, linkId, userId }: Pick<GradeToTell, 'providerId' | 'linkId' | 'userId'>,
  outcome:
    | { readonly status: ParticipationStatus; readonly at: Instant }
    | { readonly attempts: number; readonly after: Instant },
): Promise<void> {
  await tables
    .updateTable('lti_members')
    .set(
      'status' in outcome
        ? { told_status: outcome.status, told_at: toTimestamp(outcome.at), attempts: 0, tell_after: null }
        : { attempts: outcome.attempts, tell_after: toTimestamp(outcome.after) },
    )
    .where('provider_id', '=', providerId)
    .where('link_id', '=', linkId)
    .where('user_id', '=', userId)
    .execute();
}
