import {
  EnrollkitError,
  type ProductRowQuery,
  type ReadTable,
  type StoredProduct,
  type WriteTable,
} from '@enrollkit/core';
import type { ExpressionBuilder, Insertable, Selectable } from 'kysely';
import type { ProductsTable, Tables } from '../database/tables.js';
import { equal } from './conditions.js';
import { cannotBeStored, listRows } from './list-rows.js';
import type { Session, WriteSession } from './session.js';
import { ownKey, providerOf, withoutKey } from './tenant.js';

/** The products of a tenant. `onRead` hears of every row. */
export function readProducts(
  { tx, tenant }: Session,
  onRead: (row: StoredProduct) => void = () => undefined,
): ReadTable<StoredProduct, ProductRowQuery> {
  const rows = tx.selectFrom('products').selectAll();
  const read = (stored: Selectable<ProductsTable>) => {
    const row = toProduct(stored);
    onRead(row);
    return row;
  };
  return {
    async get(id) {
      if (cannotBeStored(id)) return undefined;
      const found = tenant === undefined ? rows.limit(2) : rows.where('provider_id', '=', tenant);
      const [only, second] = await found.where('id', '=', id).execute();
      return only && !second ? read(only) : undefined;
    },

    async list(query) {
      const where = (eb: ExpressionBuilder<Tables, 'products'>) =>
        eb.and([
          ...equal(eb, 'provider_id', tenant),
          ...equal(eb, 'provider_id', query.scope?.providerId === null ? '' : query.scope?.providerId),
          ...equal(eb, 'state', query.state),
        ]);
      return listRows(query, {
        rows: async ({ size, offset }) => {
          const page = rows.where(where).orderBy('id').orderBy('provider_id').offset(offset);
          const found = await (size === undefined ? page : page.limit(size)).execute();
          return found.map(read);
        },
        count: async () => {
          const counting = tx
            .selectFrom('products')
            .where(where)
            .select(({ fn }) => fn.countAll<number>().as('count'));
          return (await counting.executeTakeFirstOrThrow()).count;
        },
      });
    },
  };
}

/** The same, to write. */
export function writeProducts(session: WriteSession): WriteTable<StoredProduct, ProductRowQuery> {
  const { tx, tenant, audit } = session;
  const linked = new Map<string, string>();
  return {
    ...readProducts(session, (row) => void linked.set(row.id, JSON.stringify(row.certificationIds))),

    async put(row) {
      const stored = fromProduct(row, ownKey(tenant, row.providerId));
      const { provider_id, id: record_id } = stored;
      await tx
        .insertInto('products')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'id']).doUpdateSet(withoutKey(stored)))
        .execute();
      const before = linked.get(row.id);
      const isLink = before !== undefined && before !== JSON.stringify(row.certificationIds);
      const action = isLink ? 'product.link-certifications' : 'product.put';
      audit.add(action, { provider_id, kind: 'product', record_id });
    },

    async delete(id) {
      if (tenant === undefined) throw new EnrollkitError('internal', 'Whose product is to be deleted is not said');
      await tx.deleteFrom('products').where('provider_id', '=', tenant).where('id', '=', id).execute();
      audit.add('product.remove', { provider_id: tenant, kind: 'product', record_id: id });
    },
  };
}

function toProduct(stored: Selectable<ProductsTable>): StoredProduct {
  const { id, state, certification_ids: certificationIds, version, published } = stored;
  return { startStates: [], ...published, id, ...providerOf(stored), state, certificationIds, version };
}

function fromProduct(row: StoredProduct, provider_id: string): Insertable<ProductsTable> {
  const { id, providerId: _, state, certificationIds: certification_ids, version, ...published } = row;
  return { provider_id, id, state, certification_ids, version, published: JSON.stringify(published) };
}
