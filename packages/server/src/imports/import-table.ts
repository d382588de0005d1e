import {
  AUDITED_RECORDS,
  NO_IMPORT_COUNTS,
  type ImportRowQuery,
  type ImportSession,
  type ImportTable,
  type ReadImportTable,
} from '@enrollkit/core';
import { expressionBuilder, sql, type Insertable, type Selectable } from 'kysely';
import { toTimestamp, toTimestampOrNull } from '../database/instants.js';
import type { ImportsTable, Tables } from '../database/tables.js';
import { anyOf, equal, ofTenant } from '../store/conditions.js';
import { cannotBeStored, present } from '../store/list-rows.js';
import { readRows } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { oneTenant, ownKey, providerOf } from '../store/tenant.js';

/** Everything but the findings: there may be a megabyte of them. */
const SESSION = [
  'provider_id',
  'id',
  'kind',
  'state',
  'source',
  'options',
  'started_at',
  'started_by',
  'planned_at',
  'finished_at',
  'counts',
  'applied',
  'progress',
  'problem',
  'version',
] as const;

/** The imports of a tenant, newest first. */
export function readImports(session: Session): ReadImportTable {
  const { tx, tenant } = session;
  return {
    ...readRows(session, {
      table: 'imports',
      select: (connection) => connection.selectFrom('imports').select(SESSION),
      order: () => sql`started_at desc, id desc`,
      toRow: toSession,
      conditions({ scope, kind, state }: ImportRowQuery) {
        const eb = expressionBuilder<Tables, 'imports'>();
        const states = state === undefined ? undefined : [state].flat();
        return [...ofTenant(scope), ...equal(eb, 'kind', kind), ...anyOf(eb, 'state', states)];
      },
    }),

    async getFindings(id) {
      if (tenant === undefined || cannotBeStored(id)) return [];
      const rows = tx.selectFrom('imports').select('findings').where('provider_id', '=', tenant).where('id', '=', id);
      return (await rows.executeTakeFirst())?.findings ?? [];
    },
  };
}

/** The same, to write. */
export function writeImports(session: WriteSession): ImportTable {
  const { tx, tenant, audit, later } = session;
  return {
    ...readImports(session),

    async put(row, action) {
      const stored = fromSession(row, ownKey(tenant, row.providerId));
      const put = audit
        .telling({ action, record: AUDITED_RECORDS.import(row) })
        .insertInto('imports')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'id']).doUpdateSet(stored));
      later(put.execute());
    },

    async putFindings(id, findings) {
      await tx
        .updateTable('imports')
        .set({ findings: JSON.stringify(findings) })
        .where('provider_id', '=', tenant ?? '')
        .where('id', '=', id)
        .execute();
    },

    async putProgress(id, progress) {
      await tx
        .updateTable('imports')
        .set({ progress: progress ? JSON.stringify(progress) : null })
        .where('provider_id', '=', tenant ?? '')
        .where('id', '=', id)
        .execute();
    },

    async delete(id, action) {
      const provider_id = oneTenant(tenant);
      const own = tx.deleteFrom('imports').where('provider_id', '=', provider_id).where('id', '=', id);
      const deleted = await own.returning(['provider_id', 'id']).execute();
      const records = deleted.map((row) => AUDITED_RECORDS.import({ id, ...providerOf(row) }));
      later(audit.add(records.map((record) => ({ action, record }))));
    },
  };
}

function toSession(stored: Omit<Selectable<ImportsTable>, 'findings' | 'attempts'>): ImportSession {
  const { id, kind, state, source, options, version } = stored;
  return {
    id,
    ...providerOf(stored),
    kind,
    state,
    source,
    options,
    startedAt: stored.started_at,
    startedBy: stored.started_by,
    ...present('plannedAt', stored.planned_at),
    ...present('finishedAt', stored.finished_at),
    // Rows from before don't say what hangs on what they delete.
    counts: { ...NO_IMPORT_COUNTS, ...stored.counts, applied: stored.applied },
    ...present('progress', stored.progress),
    ...present('problem', stored.problem),
    version,
  };
}

function fromSession(row: ImportSession, provider_id: string): Insertable<ImportsTable> {
  const { id, kind, state, source, options, startedAt, startedBy, plannedAt, finishedAt, progress, problem, version } =
    row;
  const { applied, ...counts } = row.counts;
  return {
    provider_id,
    id,
    kind,
    state,
    source: JSON.stringify(source),
    options: JSON.stringify(options),
    started_at: toTimestamp(startedAt),
    started_by: startedBy,
    planned_at: toTimestampOrNull(plannedAt),
    finished_at: toTimestampOrNull(finishedAt),
    counts: JSON.stringify(counts),
    applied,
    progress: progress ? JSON.stringify(progress) : null,
    problem: problem === undefined ? null : JSON.stringify(problem),
    version,
  };
}
