import { can, EnrollkitError, inspectFile, type Actor, type Enrollment, type StagedFile } from '@enrollkit/core';
import type { NamedBinary } from '@enrollkit/core';
import { toTimestamp } from '../database/instants.js';
import type { StreamableBinary } from '../files/server-file-store.js';
import type { ServerParts } from '../parts/server-parts.js';
import { keepFile } from '../files/file-table.js';

type InvoiceParts = Pick<ServerParts, 'database' | 'files' | 'clock' | 'settings'>;

const MEDIA_TYPE = 'application/pdf';

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

/** Refuses what is no whole PDF, by its bytes. */
export async function expectInvoiceFile(
  file: NamedBinary,
  { settings }: Pick<InvoiceParts, 'settings'>,
): Promise<void> {
  const { issues } = await inspectFile(file, { accept: [MEDIA_TYPE], maxSizeBytes: settings.maxFileBytes });
  const [issue] = issues ?? [];
  if (!issue) return;
  const codes = { 'file-too-large': 'too-large', 'file-not-pdf': 'unsupported-media-type' } as const;
  const code = codes[issue.code as keyof typeof codes] as (typeof codes)[keyof typeof codes] | undefined;
  throw new EnrollkitError(code ?? 'invalid', `file: ${issue.code}`, { issues: [issue] });
}

/** Keeps a staged invoice with its booking: row and file together. The same invoice again is one. */
export async function keepInvoice(
  { database, files, clock }: InvoiceParts,
  {
    staged,
    name,
    actor,
    enrollment,
  }: {
    readonly staged: StagedFile;
    readonly name: string;
    readonly actor: Actor;
    readonly enrollment: Enrollment;
  },
): Promise<void> {
  await database.tables.transaction().execute(async (tx) => {
    await keepFile(tx, files, staged);
    const uploaded_at = toTimestamp(clock());
    await tx
      .insertInto('invoices')
      .values({
        provider_id: enrollment.providerId ?? '',
        enrollment_id: enrollment.id,
        sha256: staged.sha256,
        name,
        media_type: MEDIA_TYPE,
        size_bytes: staged.sizeBytes,
        uploaded_at,
        uploaded_by: actor.id,
      })
      .onConflict((conflict) =>
        conflict.columns(['provider_id', 'enrollment_id', 'sha256']).doUpdateSet({ name, uploaded_at }),
      )
      .execute();
  });
}

/** The latest invoice of a booking. Rejects with `not-found` when there is none. */
export async function openInvoice(
  { database, files }: Pick<InvoiceParts, 'database' | 'files'>,
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
