import { can, type Action } from '../../../access/can.js';
import type { CertificateResource } from '../../../access/resource.js';
import type { Certificate, Certification } from '../../../certificate/certificate.js';
import type { Change } from '../../ports/change-port.js';
import { findRow } from '../../find-row.js';
import { forbidden, notFound } from '../../refusals.js';
import type { CertificateRow, ReadTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';

/** The row and what it is for, when the actor may know of it and may do this with it. */
export async function loadCertificate(
  tables: Pick<ReadTables, 'certificates' | 'certifications'>,
  { actor, verifyCertifications }: UseCaseContext,
  { id, action }: { readonly id: string; readonly action: Action },
): Promise<{ readonly row: CertificateRow; readonly certification: Certification | undefined }> {
  const row = await findRow(tables.certificates, id);
  if (!row) throw notFound('certificate', id);
  const certification = (await certificationsOf(tables, [row]))(row);
  const resource = {
    kind: 'certificate',
    enrollmentId: row.enrollmentId,
    certificationVerified: !verifyCertifications || certification?.verified === true,
    participant: row.owner,
    ...tenantOf(row.owner),
  } as const;
  if (!can(actor, 'certificate.read', resource)) throw notFound('certificate', id);
  if (!can(actor, action, resource)) throw forbidden(action);
  return { row, certification };
}

/** The record that is asked for: with what it is for and whose it is, without how it is kept. */
export function toCertificate(
  context: Pick<UseCaseContext, 'actor' | 'verifyCertifications'>,
  { owner, ...row }: CertificateRow,
  certification: Certification | undefined,
): Certificate {
  const { name, email, externalId } = owner;
  const participant = {
    ...(name !== undefined && { name }),
    email,
    ...(externalId !== undefined && { externalId }),
  };
  return {
    ...row,
    ...(certification && { certification: descriptionOf(certification, context) }),
    participant,
    allowed: REMOVE.filter((action) => can(context.actor, action, certificateResource(row, owner))),
  };
}

/** The same for the rows of a page: each certification is looked up once. */
export async function toCertificates(
  tables: Pick<ReadTables, 'certifications'>,
  context: UseCaseContext,
  rows: readonly CertificateRow[],
): Promise<Certificate[]> {
  const certificationOf = await certificationsOf(tables, rows);
  return rows.map((row) => toCertificate(context, row, certificationOf(row)));
}

/** What these certificates are for: of their own provider, because another one may use the same id for something else. */
async function certificationsOf(
  { certifications }: Pick<ReadTables, 'certifications'>,
  rows: readonly CertificateRow[],
): Promise<(row: CertificateRow) => Certification | undefined> {
  const ids = [...new Set(rows.map(({ certificationId }) => certificationId))];
  const { items } = await certifications.list({ ids });
  const keyOf = (id: string, { providerId }: { readonly providerId?: string }): string =>
    JSON.stringify([id, providerId ?? null]);
  const byKey = new Map(items.map((certification) => [keyOf(certification.id, certification), certification]));
  return ({ certificationId, owner }) => byKey.get(keyOf(certificationId, owner));
}

function descriptionOf(
  { name, description, verified }: Certification,
  { verifyCertifications }: Pick<UseCaseContext, 'verifyCertifications'>,
): NonNullable<Certificate['certification']> {
  return { name, ...(description !== undefined && { description }), verified: verified || !verifyCertifications };
}

const REMOVE = ['certificate.remove'] as const satisfies readonly Action[];

/** To whoever may see it at all, whether it is verified makes no difference any more. */
function certificateResource(
  { enrollmentId }: Pick<CertificateRow, 'enrollmentId'>,
  owner: CertificateRow['owner'],
): CertificateResource {
  return {
    kind: 'certificate',
    enrollmentId,
    certificationVerified: true,
    participant: owner,
    ...tenantOf(owner),
  };
}

export function certificateChange({ id, enrollmentId, owner }: CertificateRow): Change {
  return { kind: 'certificate', id, enrollmentId, ...tenantOf(owner) };
}
