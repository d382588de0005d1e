import { can, type Action } from '../../access/can.js';
import type { Certificate } from '../../certificate/certificate.js';
import type { Change } from '../backend.js';
import { findRow } from '../find-row.js';
import { forbidden, notFound } from '../refusals.js';
import type { CertificateRow, ReadTables } from '../store.js';
import { tenantOf } from '../tenant.js';
import type { UseCaseContext } from '../use-case-context.js';

/** The row, when the actor may know of it and may do this with it. */
export async function loadCertificate(
  tables: Pick<ReadTables, 'certificates' | 'certifications'>,
  { actor }: UseCaseContext,
  { id, action }: { readonly id: string; readonly action: Action },
): Promise<CertificateRow> {
  const row = await findRow(tables.certificates, id);
  if (!row) throw notFound('certificate', id);
  const certification = await tables.certifications.get(row.certificationId);
  const resource = {
    kind: 'certificate',
    enrollmentId: row.enrollmentId,
    certificationVerified: certification?.verified ?? false,
    participant: row.owner,
    ...tenantOf(row.owner),
  } as const;
  if (!can(actor, 'certificate.read', resource)) throw notFound('certificate', id);
  if (!can(actor, action, resource)) throw forbidden(action);
  return row;
}

/** The record that is asked for, without how it is kept. */
export function withoutOwner({ owner: _, ...certificate }: CertificateRow): Certificate {
  return certificate;
}

export function certificateChange({ id, enrollmentId, owner }: CertificateRow): Change {
  return { kind: 'certificate', id, enrollmentId, ...tenantOf(owner) };
}
