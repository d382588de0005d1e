import { can, type Action } from '../../access/can.js';
import type { Certificate, Certification } from '../../certificate/certificate.js';
import type { Change } from '../backend.js';
import { findRow } from '../find-row.js';
import { forbidden, notFound } from '../refusals.js';
import type { CertificateRow, ReadTables } from '../store.js';
import { tenantOf } from '../tenant.js';
import type { UseCaseContext } from '../use-case-context.js';

/** The row and what it is for, when the actor may know of it and may do this with it. */
export async function loadCertificate(
  tables: Pick<ReadTables, 'certificates' | 'certifications'>,
  { actor }: UseCaseContext,
  { id, action }: { readonly id: string; readonly action: Action },
): Promise<{ readonly row: CertificateRow; readonly certification: Certification | undefined }> {
  const row = await findRow(tables.certificates, id);
  if (!row) throw notFound('certificate', id);
  const certification = await certificationOf(tables, row);
  const resource = {
    kind: 'certificate',
    enrollmentId: row.enrollmentId,
    certificationVerified: certification?.verified ?? false,
    participant: row.owner,
    ...tenantOf(row.owner),
  } as const;
  if (!can(actor, 'certificate.read', resource)) throw notFound('certificate', id);
  if (!can(actor, action, resource)) throw forbidden(action);
  return { row, certification };
}

/** The record that is asked for: with what it is for and whose it is, without how it is kept. */
export function toCertificate(
  { owner, ...row }: CertificateRow,
  certification: Certification | undefined,
): Certificate {
  const { email, externalId } = owner;
  return {
    ...row,
    ...(certification && { certification: descriptionOf(certification) }),
    participant: { email, ...(externalId !== undefined && { externalId }) },
  };
}

/** The same for the rows of a page: each certification is looked up once. */
export async function toCertificates(
  { certifications }: Pick<ReadTables, 'certifications'>,
  rows: readonly CertificateRow[],
): Promise<Certificate[]> {
  const ids = [...new Set(rows.map(({ certificationId }) => certificationId))];
  const { items } = await certifications.list({ ids });
  const byKey = new Map(items.map((certification) => [keyOf(certification.id, certification), certification]));
  return rows.map((row) => toCertificate(row, byKey.get(keyOf(row.certificationId, row.owner))));
}

/** The one of the certificate's own provider: others may have one under the same id. */
async function certificationOf(
  { certifications }: Pick<ReadTables, 'certifications'>,
  { certificationId, owner }: CertificateRow,
): Promise<Certification | undefined> {
  const scope = { providerId: owner.providerId ?? null };
  const { items } = await certifications.list({ ids: [certificationId], scope, size: 1 });
  return items[0];
}

function keyOf(id: string, { providerId }: { readonly providerId?: string }): string {
  return JSON.stringify([providerId ?? null, id]);
}

function descriptionOf({ name, description }: Certification): NonNullable<Certificate['certification']> {
  return { name, ...(description !== undefined && { description }) };
}

export function certificateChange({ id, enrollmentId, owner }: CertificateRow): Change {
  return { kind: 'certificate', id, enrollmentId, ...tenantOf(owner) };
}
