import type { ImportStep, ImportStepRowQuery, ImportStepTable, ReadImportStepTable } from '@enrollkit/core';
import { expressionBuilder, sql, type Selectable, type SqlBool } from 'kysely';
import { toTimestamp, toTimestampOrNull } from '../database/instants.js';
import type { ImportStepsTable, Tables } from '../database/tables.js';
import { after, anyOf, equal, isThere } from '../store/conditions.js';
import { cannotBeStored, present } from '../store/list-rows.js';
import { readRows } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { oneTenant } from '../store/tenant.js';

/** As `previousIdOf` says it. */
const IS_NEW_ID = sql<SqlBool>`(action = 'create' and changes @> '[{"path": "id"}]')`;

/** The steps of a tenant's imports, in their order. */
export function readImportSteps(session: Session): ReadImportStepTable {
  const { tx, tenant } = session;
  const rows = readRows(session, {
    table: 'import_steps',
    select: (connection) => connection.selectFrom('import_steps').selectAll(),
    order: () => sql`position`,
    toRow: toStep,
    isContinued: ({ afterOrder }: ImportStepRowQuery) => afterOrder !== undefined,
    conditions({ importId, isDone, action, isNewId, afterOrder }: ImportStepRowQuery) {
      const eb = expressionBuilder<Tables, 'import_steps'>();
      return [
        ...equal(eb, 'import_id', importId),
        ...isThere(eb, 'done_at', isDone),
        ...anyOf(eb, 'action', action === undefined ? undefined : [action].flat()),
        ...(isNewId === undefined ? [] : [isNewId ? IS_NEW_ID : sql<SqlBool>`not ${IS_NEW_ID}`]),
        ...after(eb, 'position', afterOrder),
      ];
    },
  });
  return {
    list: (query) => rows.list(query),
    async getAll(importId, ids) {
      const known = ids.filter((id) => !cannotBeStored(id));
      if (tenant === undefined || cannotBeStored(importId) || known.length === 0) return [];
      const found = tx
        .selectFrom('import_steps')
        .selectAll()
        .where('provider_id', '=', tenant)
        .where('import_id', '=', importId)
        .where('id', '=', sql<string>`any(${known})`);
      return (await found.execute()).map(toStep);
    },
  };
}

/** The same, to write. What is done with a record stands in the trail with that record; the steps need no other. */
export function writeImportSteps(session: WriteSession): ImportStepTable {
  const { tx, tenant, later } = session;
  return {
    ...readImportSteps(session),

    async putAll(steps) {
      const column = (value: (step: ImportStep) => string | number | null) => steps.map(value);
      // As columns: a statement can't have as many parameters as a batch has values.
      const put = sql<{ readonly id: string }>`
        insert into import_steps (provider_id, import_id, id, position, name, action, changes, line, done_at)
        select ${oneTenant(tenant)}, * from unnest(
          ${column(({ importId }) => importId)}::text[], ${column(({ id }) => id)}::text[],
          ${column(({ order }) => order)}::integer[], ${column(({ name }) => name)}::text[],
          ${column(({ action }) => action)}::text[], ${column(({ changes }) => JSON.stringify(changes))}::jsonb[],
          ${column(({ line }) => line ?? null)}::integer[],
          ${column(({ doneAt }) => toTimestampOrNull(doneAt))}::timestamptz[]
        )
        on conflict (provider_id, id, import_id) do update
        set name = excluded.name, action = excluded.action, changes = excluded.changes, line = excluded.line,
          done_at = excluded.done_at
        where import_steps.position = excluded.position
        returning id
      `;
      const kept = new Set((await put.execute(tx)).rows.map(({ id }) => id));
      return steps.map(({ id }) => id).filter((id) => !kept.has(id));
    },

    async markDone(importId, ids, at) {
      const done = sql`
        with done as (
          update import_steps set done_at = ${toTimestamp(at)}
          where provider_id = ${oneTenant(tenant)} and import_id = ${importId} and id = any(${ids})
          returning import_id
        )
        update imports set applied = applied + (select count(*) from done)
        where imports.provider_id = ${oneTenant(tenant)} and imports.id = ${importId}
      `;
      later(done.execute(tx));
    },

    async deleteAll(importId) {
      await tx
        .deleteFrom('import_steps')
        .where('provider_id', '=', oneTenant(tenant))
        .where('import_id', '=', importId)
        .execute();
    },
  };
}

function toStep(stored: Selectable<ImportStepsTable>): ImportStep {
  const { import_id: importId, id, position: order, name, action, changes } = stored;
  return {
    importId,
    id,
    order,
    name,
    action,
    changes,
    ...present('line', stored.line),
    ...present('doneAt', stored.done_at),
  };
}
