import {
  EnrollkitError,
  type Certification,
  type CertificationRowQuery,
  type ReadTable,
  type WriteTable,
} from '@enrollkit/core';
import type { ExpressionBuilder, Insertable, Selectable } from 'kysely';
import type { CertificationsTable, Tables } from '../database/tables.js';
import { anyOf, equal } from './conditions.js';
import { cannotBeStored, listRows, present } from './list-rows.js';
import type { Session, WriteSession } from './session.js';
import { ownKey, providerOf, withoutKey } from './tenant.js';

/** The certifications of a tenant. */
export function readCertifications({ tx, tenant }: Session): ReadTable<Certification, CertificationRowQuery> {
  const rows = tx.selectFrom('certifications').selectAll();
  return {
    async get(id) {
      if (cannotBeStored(id)) return undefined;
      const found = tenant === undefined ? rows.limit(2) : rows.where('provider_id', '=', tenant);
      const [only, second] = await found.where('id', '=', id).execute();
      return only && !second ? toCertification(only) : undefined;
    },

    async list(query) {
      const where = (eb: ExpressionBuilder<Tables, 'certifications'>) =>
        eb.and([
          ...equal(eb, 'provider_id', tenant),
          ...equal(eb, 'provider_id', query.scope?.providerId === null ? '' : query.scope?.providerId),
          ...anyOf(eb, 'id', query.ids),
        ]);
      return listRows(query, {
        rows: async ({ size, offset }) => {
          const page = rows.where(where).orderBy('id').orderBy('provider_id').offset(offset);
          const found = await (size === undefined ? page : page.limit(size)).execute();
          return found.map(toCertification);
        },
        count: async () => {
          const counting = tx
            .selectFrom('certifications')
            .where(where)
            .select(({ fn }) => fn.countAll<number>().as('count'));
          return (await counting.executeTakeFirstOrThrow()).count;
        },
      });
    },
  };
}

/** The same, to write. */
export function writeCertifications(session: WriteSession): WriteTable<Certification, CertificationRowQuery> {
  const { tx, tenant, audit } = session;
  return {
    ...readCertifications(session),

    async put(row) {
      const stored = fromCertification(row, ownKey(tenant, row.providerId));
      const { provider_id, id: record_id } = stored;
      await tx
        .insertInto('certifications')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'id']).doUpdateSet(withoutKey(stored)))
        .execute();
      const action = row.verified ? 'certification.verify' : 'certification.create';
      audit.add(action, { provider_id, kind: 'certification', record_id });
    },

    async delete(id) {
      if (tenant === undefined)
        throw new EnrollkitError('internal', 'Whose certification is to be deleted is not said');
      await tx.deleteFrom('certifications').where('provider_id', '=', tenant).where('id', '=', id).execute();
      audit.add('certification.remove', { provider_id: tenant, kind: 'certification', record_id: id });
    },
  };
}

function toCertification(stored: Selectable<CertificationsTable>): Certification {
  const { id, name, requires_valid_until: requiresValidUntil, verified, version } = stored;
  return {
    id,
    ...providerOf(stored),
    name,
    ...present('description', stored.description),
    requiresValidUntil,
    verified,
    version,
  };
}

function fromCertification(row: Certification, providerId: string): Insertable<CertificationsTable> {
  const { id, name, description, requiresValidUntil, verified, version } = row;
  return {
    provider_id: providerId,
    id,
    name,
    description: description ?? null,
    requires_valid_until: requiresValidUntil,
    verified,
    version,
  };
}
