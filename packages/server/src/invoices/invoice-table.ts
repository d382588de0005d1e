import type { InvoiceRow, InvoiceTable, ReadInvoiceTable } from '@enrollkit/core';
import { toTimestamp } from '../database/instants.js';
import type { Session, WriteSession } from '../store/session.js';
import { oneTenant, ownKey, providerOf } from '../store/tenant.js';

/** The invoices of a tenant. */
export function readInvoices({ tx, tenant }: Session): ReadInvoiceTable {
  return {
    async latest(enrollmentId) {
      const stored = await tx
        .selectFrom('invoices')
        .selectAll()
        .where('provider_id', '=', oneTenant(tenant))
        .where('enrollment_id', '=', enrollmentId)
        .orderBy('uploaded_at', 'desc')
        .orderBy('sha256')
        .limit(1)
        .executeTakeFirst();
      if (!stored) return undefined;
      return {
        enrollmentId,
        ...providerOf(stored),
        file: {
          name: stored.name,
          mediaType: stored.media_type as InvoiceRow['file']['mediaType'],
          sizeBytes: stored.size_bytes,
          sha256: stored.sha256,
        },
        uploadedAt: stored.uploaded_at,
        uploadedBy: stored.uploaded_by,
      };
    },
  };
}

/** The same, to write. */
export function writeInvoices(session: WriteSession): InvoiceTable {
  const { tx, tenant } = session;
  return {
    ...readInvoices(session),
    async put({ enrollmentId, providerId, file, uploadedAt, uploadedBy }) {
      const { name, mediaType, sizeBytes, sha256 } = file;
      const uploaded_at = toTimestamp(uploadedAt);
      await tx
        .insertInto('invoices')
        .values({
          provider_id: ownKey(tenant, providerId),
          enrollment_id: enrollmentId,
          sha256,
          name,
          media_type: mediaType,
          size_bytes: sizeBytes,
          uploaded_at,
          uploaded_by: uploadedBy,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['provider_id', 'enrollment_id', 'sha256'])
            .doUpdateSet({ name, uploaded_at, uploaded_by: uploadedBy }),
        )
        .execute();
    },
  };
}
