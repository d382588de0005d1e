import type { Actor, Instant, Page } from '@enrollkit/core';
import { sql, type Expression, type Selectable, type SqlBool } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { AuditEntriesTable } from '../database/tables.js';
import type { Database } from '../parts/server-parts.js';
import { badRequest } from '../http/problem.js';
import { cannotBeStored, listRows } from '../store/list-rows.js';
import { providerOf, tenantOf } from '../store/tenant.js';

/** One line of the trail: who did or saw what, when. Ids only. */
export interface AuditEntry {
  readonly at: Instant;
  readonly providerId?: string;
  readonly actorId: string;
  /** A role of an actor; `rule`: the calendar. */
  readonly actorRole: string;
  /** What was being done: a method of the backend. Absent: somebody only looked. */
  readonly useCase?: string;
  readonly action: string;
  readonly kind: string;
  readonly recordId: string;
  readonly enrollmentId?: string;
  /** What the actor said about it. */
  readonly note?: string;
  readonly requestId?: string;
}

export interface AuditQuery {
  readonly enrollmentId?: string;
  readonly certificateId?: string;
  readonly actorId?: string;
  readonly from?: Instant;
  /** Before this moment. */
  readonly until?: Instant;
  /** Only what is older than the entry with this place. */
  readonly after?: AuditPlace;
  readonly size: number;
  readonly offset: number;
}

/** Where an entry stands in the trail: it says all that the next page has to know, also when the entry is gone by then. */
export type AuditPlace = string;

const PLACE = /^(\d{1,13})-(\d{1,16})$/;

/** The trail of the actor's provider, or of every provider for platform staff; the newest first. */
export async function readAudit(
  { tables }: Pick<Database, 'tables'>,
  actor: Actor,
  { enrollmentId, certificateId, actorId, from, until, after, ...paging }: AuditQuery,
): Promise<Page<AuditEntry & { readonly place: AuditPlace }>> {
  if (cannotBeStored([enrollmentId, certificateId, actorId])) return { items: [], total: 0 };
  const conditions = [
    condition('provider_id', '=', tenantOf(actor)),
    condition('enrollment_id', '=', enrollmentId),
    condition('kind', '=', certificateId && 'certificate'),
    condition('record_id', '=', certificateId),
    condition('actor_id', '=', actorId),
    condition('at', '>=', from && toTimestamp(from)),
    condition('at', '<', until && toTimestamp(until)),
    ...(after === undefined ? [] : [isOlderThan(after)]),
    // A widget's token is about its own enrollments, here too.
    ...(actor.enrollmentIds ? [sql<SqlBool>`enrollment_id = any(${actor.enrollmentIds})`] : []),
  ];
  const query = tables.selectFrom('audit_entries').where((where) => where.and(conditions.flatMap((one) => one ?? [])));

  return listRows(paging, {
    isUncounted: after !== undefined,
    async rows({ size, offset }) {
      const page = query.selectAll().orderBy('at', 'desc').orderBy('id', 'desc').offset(offset);
      const rows = await (size === undefined ? page : page.limit(size)).execute();
      return rows.map((row) => ({ ...toEntry(row), place: placeOf(row) }));
    },
    async count(most) {
      const some = query.select('id').limit(most).as('some');
      const counted = tables.selectFrom(some).select(({ fn }) => fn.countAll<number>().as('total'));
      return (await counted.executeTakeFirstOrThrow()).total;
    },
  });
}

function placeOf({ at, id }: Selectable<AuditEntriesTable>): AuditPlace {
  return `${Date.parse(at)}-${id}`;
}

function isOlderThan(place: AuditPlace): Expression<SqlBool> {
  const [, ms, id] = PLACE.exec(place) ?? [];
  if (ms === undefined) throw badRequest('after-id-unknown', 'after_id', { afterId: place });
  const at = toTimestamp(new Date(Number(ms)).toISOString());
  // Both: by the first PostgreSQL goes to the place in its index.
  return sql<SqlBool>`(at <= ${at} and (at, id) < (${at}, ${id}))`;
}

function condition(
  column: keyof AuditEntriesTable,
  operator: '=' | '>=' | '<',
  value: string | undefined,
): Expression<SqlBool> | undefined {
  return value === undefined ? undefined : sql<SqlBool>`${sql.ref(column)} ${sql.raw(operator)} ${value}`;
}

export function toEntry(row: Selectable<AuditEntriesTable>): AuditEntry {
  return {
    at: row.at,
    ...providerOf(row),
    actorId: row.actor_id,
    actorRole: row.actor_role,
    ...(row.use_case !== null && { useCase: row.use_case }),
    action: row.action,
    kind: row.kind,
    recordId: row.record_id,
    ...(row.enrollment_id !== null && { enrollmentId: row.enrollment_id }),
    ...(row.note !== null && { note: row.note }),
    ...(row.request_id !== null && { requestId: row.request_id }),
  };
}
