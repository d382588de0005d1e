import { EnrollkitError, type Actor, type FullBackend, type Certificate } from '@enrollkit/core';
import type { ServerParts } from '../parts/server-parts.js';
import { recordAudit, type AuditedAction, type AuditedRecord } from './record-audit.js';

export interface AuditedBackendOptions {
  readonly parts: Pick<ServerParts, 'database' | 'clock'>;
  readonly actor: Actor;
  readonly requestId: string;
}

/**
 * A backend that writes down who saw or downloaded which certificate. When that can't be written, the certificate is not
 * handed out. What is refused was not seen.
 */
export function auditedBackend(backend: FullBackend, { parts, actor, requestId }: AuditedBackendOptions): FullBackend {
  const { database, clock } = parts;

  async function handOut(action: AuditedAction, certificates: readonly Certificate[]): Promise<void> {
    const records = await withOwners(parts, actor, certificates);
    try {
      await recordAudit(database, { action, kind: 'certificate', records }, { actor, clock, requestId });
    } catch (cause) {
      throw new EnrollkitError('internal', 'Who sees what could not be written down', { cause });
    }
  }

  /** A download reads the record first, and its entry names the enrollment that only the record tells. */
  let lastRead: Certificate | undefined;

  return {
    ...backend,
    async getCertificate(id, options) {
      const certificate = await backend.getCertificate(id, options);
      await handOut('certificate.read', [certificate]);
      lastRead = certificate;
      return certificate;
    },
    async listCertificates(query, options) {
      const page = await backend.listCertificates(query, options);
      await handOut('certificate.read', page.items);
      return page;
    },
    async openCertificateFile(id, options) {
      const certificate = lastRead?.id === id ? lastRead : await backend.getCertificate(id, options);
      const file = await backend.openCertificateFile(id, options);
      await handOut('certificate.download', [certificate]);
      return file;
    },
  };
}

/** Whoever deals with several providers may see certificates of each: the entry goes where the certificate is. */
async function withOwners(
  { database }: Pick<ServerParts, 'database'>,
  actor: Actor,
  certificates: readonly Certificate[],
): Promise<readonly AuditedRecord[]> {
  const records = certificates.map(({ id, enrollmentId }) => ({ id, enrollmentId }));
  if (records.length === 0 || actor.role === 'provider' || actor.providerId !== undefined) return records;
  const rows = await database.tables
    .selectFrom('certificates')
    .select(['id', 'provider_id', 'enrollment_id'])
    .where(
      'id',
      'in',
      records.map(({ id }) => id),
    )
    .execute();
  return records.flatMap((record) => {
    const owners = rows.filter((row) => row.id === record.id && row.enrollment_id === record.enrollmentId);
    return owners.length === 0 ? [record] : owners.map((row) => ({ ...record, providerId: row.provider_id }));
  });
}
