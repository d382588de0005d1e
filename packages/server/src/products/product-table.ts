import type { ProductRowQuery, ReadTable, StoredProduct, WriteTable } from '@enrollkit/core';
import { expressionBuilder, type Insertable, type Selectable } from 'kysely';
import type { ProductsTable, Tables } from '../database/tables.js';
import { after, anyOf, equal, ofTenant } from '../store/conditions.js';
import { readRows, type Conditions } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { oneTenant, ownKey, providerOf } from '../store/tenant.js';

/** The products of a tenant. `onRead` hears of every row. */
export function readProducts(
  session: Session,
  onRead: (row: StoredProduct) => void = () => undefined,
): ReadTable<StoredProduct, ProductRowQuery> {
  return readRows(session, {
    table: 'products',
    select: (tx) => tx.selectFrom('products').selectAll(),
    toRow(stored) {
      const row = toProduct(stored);
      onRead(row);
      return row;
    },
    conditions,
    isContinued: ({ afterId }) => afterId !== undefined,
  });
}

/** The same, to write. */
export function writeProducts(session: WriteSession): WriteTable<StoredProduct, ProductRowQuery> {
  const { tx, tenant, audit } = session;
  const before = new Map<string, StoredProduct>();
  return {
    ...readProducts(session, (row) => void before.set(row.id, row)),

    async put(row) {
      const stored = fromProduct(row, ownKey(tenant, row.providerId));
      const { provider_id, id: record_id } = stored;
      await tx
        .insertInto('products')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'id']).doUpdateSet(stored))
        .execute();
      audit.add(actionOf(before.get(row.id), row), { provider_id, kind: 'product', record_id });
      before.set(row.id, row);
    },

    async delete(id) {
      const provider_id = oneTenant(tenant);
      await tx.deleteFrom('products').where('provider_id', '=', provider_id).where('id', '=', id).execute();
      audit.add('product.remove', { provider_id, kind: 'product', record_id: id });
    },
  };
}

/** What a write was for. */
function actionOf(before: StoredProduct | undefined, after: StoredProduct): string {
  const differs = (field: 'certificationIds' | 'startStates') =>
    before !== undefined && JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  if (after.state === 'deleted') return 'product.remove';
  if (differs('certificationIds')) return 'product.link-certifications';
  return differs('startStates') ? 'product.cancel-start' : 'product.put';
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
  const start_states = JSON.stringify(startStates);
  return { provider_id, id, state, certification_ids, start_states, version, published: JSON.stringify(published) };
}
