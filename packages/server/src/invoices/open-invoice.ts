import { can, EnrollkitError, type Actor, type Enrollment } from '@enrollkit/core';
import type { StreamableBinary } from '../files/server-file-store.js';
import type { ServerParts } from '../parts/server-parts.js';

/** An invoice as it is kept. */
export interface Invoice {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: StreamableBinary;
}

/** Rejects with `forbidden` when this actor may not deal with the invoice of a booking that it may read. */
export function expectInvoicing(actor: Actor, { id, participant, providerId }: Enrollment): void {
  const owner = providerId === undefined ? {} : { providerId };
  const resource = { kind: 'enrollment', enrollmentId: id, participant, ...owner } as const;
  if (!can(actor, 'enrollment.record-invoice', resource))
    throw new EnrollkitError('forbidden', 'Only the provider may handle invoices of this booking');
}

/** The latest invoice of a booking. Rejects with `not-found` when there is none. */
export async function openInvoice(
  { database, files }: Pick<ServerParts, 'database' | 'files'>,
  { id, providerId }: Enrollment,
): Promise<Invoice> {
  const row = await database.tables
    .selectFrom('invoices')
    .select(['name', 'media_type', 'sha256'])
    .where('provider_id', '=', providerId ?? '')
    .where('enrollment_id', '=', id)
    .orderBy('uploaded_at', 'desc')
    .orderBy('sha256')
    .limit(1)
    .executeTakeFirst();
  const content = row && (await files.open(row.sha256));
  if (!content) throw new EnrollkitError('not-found', `No invoice of ${id}`);
  return { name: row.name, mediaType: row.media_type, sha256: row.sha256, content };
}
