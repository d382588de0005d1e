import {
  AUDITED_RECORDS,
  type AuditAction,
  comparableName,
  type ManyWriteTable,
  type ProductRowQuery,
  type ReadProductTable,
  type ReadTable,
  type StoredProduct,
} from '@enrollkit/core';
import { expressionBuilder, sql, type Insertable, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { ProductsTable, Tables } from '../database/tables.js';
import { after, anyOf, equal, ofTenant } from '../store/conditions.js';
import { cannotBeStored } from '../store/list-rows.js';
import { readRows, type Conditions } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { ownKey, providerOf } from '../store/tenant.js';

/** The products of a tenant. */
export function readProducts(session: Session): ReadProductTable {
  const rows: ReadTable<StoredProduct, ProductRowQuery> = readRows(session, {
    table: 'products',
    select: (tx) => tx.selectFrom('products').selectAll(),
    toRow: toProduct,
    conditions,
    isContinued: ({ afterId }) => afterId !== undefined,
  });
  return {
    ...rows,
    async namedLike({ names, providerId }) {
      const asked = new Set(names.map(comparableName));
      const named = await session.tx
        .selectFrom('products')
        .select(['id', sql<string>`published ->> 'name'`.as('name')])
        .where('provider_id', '=', ownKey(session.tenant, providerId))
        .where('compared_name', '=', sql<string>`any(${[...new Set(names.map(indexedName))]})`)
        .where('state', '=', 'active')
        .orderBy('id')
        .execute();
      return named.filter((product) => asked.has(comparableName(product.name)));
    },
  };
}

/** The same, to write. */
export function writeProducts(
  session: WriteSession,
): ManyWriteTable<StoredProduct, ProductRowQuery, 'product'> & ReadProductTable {
  const { tenant, audit, later } = session;
  const table = {
    ...readProducts(session),

    async putAll(rows: readonly StoredProduct[], action: AuditAction<'product'>) {
      if (rows.length === 0) return;
      const put = audit
        .telling(...rows.map((row) => ({ action, record: AUDITED_RECORDS.product(row) })))
        .insertInto('products')
        .values(rows.map((row) => fromProduct(row, ownKey(tenant, row.providerId))))
        .modifyEnd(OR_AS_GIVEN);
      later(put.execute());
    },

    put: (row: StoredProduct, action: AuditAction<'product'>) => table.putAll([row], action),
  };
  return table;
}

/** Where it is there already, each column as it is in the row that was to be inserted. */
const OR_AS_GIVEN = sql.raw(
  `on conflict (provider_id, id) do update set ${Object.keys({
    state: 1,
    certification_ids: 1,
    start_states: 1,
    version: 1,
    compared_name: 1,
    published: 1,
  } satisfies Readonly<Record<Exclude<keyof ProductsTable, 'provider_id' | 'id'>, 1>>)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`,
);

/** Those with this in their names, however that is written. */
export function nameHas(search: string): RawBuilder<SqlBool> {
  return cannotBeStored(search)
    ? sql<SqlBool>`false`
    : sql<SqlBool>`position(${comparableName(search)} in compared_name) > 0`;
}

/** An index takes no more than some 2,700 bytes of a row, and names were longer once. */
function indexedName(name: string): string {
  return comparableName(name).slice(0, 200);
}

function conditions({ scope, state, ids, afterId }: ProductRowQuery): Conditions {
  const eb = expressionBuilder<Tables, 'products'>();
  return [...ofTenant(scope), ...equal(eb, 'state', state), ...anyOf(eb, 'id', ids), ...after(eb, 'id', afterId)];
}

function toProduct(stored: Selectable<ProductsTable>): StoredProduct {
  const { id, state, certification_ids: certificationIds, start_states: startStates, version, published } = stored;
  return { ...published, id, ...providerOf(stored), state, certificationIds, startStates, version };
}

function fromProduct(row: StoredProduct, provider_id: string): Insertable<ProductsTable> {
  const { id, providerId: _, state, certificationIds: certification_ids, startStates, version, ...published } = row;
  return {
    provider_id,
    id,
    state,
    certification_ids,
    start_states: JSON.stringify(startStates),
    version,
    compared_name: indexedName(row.name),
    published: JSON.stringify(published),
  };
}
