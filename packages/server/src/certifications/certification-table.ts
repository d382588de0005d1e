import {
  AUDITED_RECORDS,
  type Certification,
  type CertificationRowQuery,
  type ReadTable,
  type WriteTable,
} from '@enrollkit/core';
import { expressionBuilder, type Insertable, type Selectable } from 'kysely';
import type { CertificationsTable, Tables } from '../database/tables.js';
import { after, anyOf, ofTenant } from '../store/conditions.js';
import { present } from '../store/list-rows.js';
import { readRows } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { ownKey, providerOf, withoutKey } from '../store/tenant.js';

/** The certifications of a tenant. */
export function readCertifications(session: Session): ReadTable<Certification, CertificationRowQuery> {
  return readRows(session, {
    table: 'certifications',
    select: (tx) => tx.selectFrom('certifications').selectAll(),
    toRow: toCertification,
    isContinued: ({ afterId }) => afterId !== undefined,
    conditions({ scope, ids, afterId }: CertificationRowQuery) {
      const eb = expressionBuilder<Tables, 'certifications'>();
      return [...ofTenant(scope), ...anyOf(eb, 'id', ids), ...after(eb, 'id', afterId)];
    },
  });
}

/** The same, to write. */
export function writeCertifications(
  session: WriteSession,
): WriteTable<Certification, CertificationRowQuery, 'certification'> {
  const { tenant, audit, later } = session;
  return {
    ...readCertifications(session),

    async put(row, action) {
      const stored = fromCertification(row, ownKey(tenant, row.providerId));
      const put = audit
        .telling({ action, record: AUDITED_RECORDS.certification(row) })
        .insertInto('certifications')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'id']).doUpdateSet(withoutKey(stored)));
      later(put.execute());
    },
  };
}

export function toCertification(stored: Selectable<CertificationsTable>): Certification {
  const { id, name, requires_valid_until: requiresValidUntil, verified, version } = stored;
  return {
    id,
    ...providerOf(stored),
    name,
    ...present('description', stored.description),
    requiresValidUntil,
    verified,
    ...present('rejection', stored.rejection),
    version,
  };
}

function fromCertification(row: Certification, providerId: string): Insertable<CertificationsTable> {
  const { id, name, description, requiresValidUntil, verified, rejection, version } = row;
  return {
    provider_id: providerId,
    id,
    name,
    description: description ?? null,
    requires_valid_until: requiresValidUntil,
    verified,
    rejection: rejection ? JSON.stringify(rejection) : null,
    version,
  };
}
