import {
  bringUpToDate,
  dayOf,
  normalizeEmail,
  type Actor,
  type Certificate,
  type CertificateRow,
} from '@enrollkit/core';
import { toSnakeKeys, toWireBooking, toWireCertificate } from '@enrollkit/core/wire';
import { sql, type SqlBool } from 'kysely';
import { toEntry } from '../audit/read-audit.js';
import type { ServerParts } from '../parts/server-parts.js';
import { readCertificates } from '../certificates/certificate-table.js';
import { readEnrollments } from '../bookings/enrollment-table.js';
import { transactionRunner } from '../database/run-transaction.js';
import { providerOf, tenantOf } from '../store/tenant.js';

/**
 * Everything that is kept about a person, as the API spells it: at the actor's provider, or everywhere for platform staff.
 * Files are named by their address.
 */
export async function exportParticipant(
  { database, clock, settings }: Pick<ServerParts, 'database' | 'clock' | 'settings'>,
  { email, actor }: { readonly email: string; readonly actor: Actor },
): Promise<ParticipantExport> {
  const { timeZone, basePath } = settings;
  const now = clock();
  const today = dayOf(now, timeZone);
  const person = normalizeEmail(email);

  return transactionRunner(database.tables).read(async (tx) => {
    const session = { tx, tenant: tenantOf(actor), scope: {} };
    const enrollments = (await readEnrollments(session).list({ email: person })).items;
    const certificates = (await readCertificates(session).list({ email: person })).items;
    const keys = sql`unnest(
      ${enrollments.map(({ providerId }) => providerId ?? '')}::text[], ${enrollments.map(({ id }) => id)}::text[]
    ) as own (provider_id, id)`;
    const isOwn = sql<SqlBool>`(provider_id, enrollment_id) in (select provider_id, id from ${keys})`;
    const invoices = await tx.selectFrom('invoices').selectAll().where(isOwn).execute();
    const audit = await tx.selectFrom('audit_entries').selectAll().where(isOwn).orderBy('at').orderBy('id').execute();

    return {
      exported_at: now,
      email: person,
      bookings: enrollments.map(({ nextRuleAt: _, ...row }) =>
        toWireBooking(bringUpToDate(row, { now, timeZone }).enrollment),
      ),
      certificates: certificates.map((row) => ({
        ...toWireCertificate(plainCertificate(row), today),
        file_address: `${basePath}/certificates/${encodeURIComponent(row.id)}/file`,
      })),
      invoices: invoices.map((invoice) => ({
        ...toSnakeKeys(providerOf(invoice)),
        booking_id: invoice.enrollment_id,
        name: invoice.name,
        media_type: invoice.media_type,
        size_bytes: invoice.size_bytes,
        sha256: invoice.sha256,
        uploaded_at: invoice.uploaded_at,
        uploaded_by: invoice.uploaded_by,
      })),
      audit: audit.map((row) => {
        const { enrollmentId, ...entry } = toEntry(row);
        return { ...toSnakeKeys(entry), booking_id: enrollmentId };
      }),
    };
  });
}

/** What the person gets. */
export interface ParticipantExport {
  readonly exported_at: string;
  readonly email: string;
  readonly bookings: { readonly id: string; readonly provider_id?: string }[];
  readonly certificates: object[];
  readonly invoices: object[];
  readonly audit: object[];
}

function plainCertificate({ owner, ...row }: CertificateRow): Certificate {
  const { email, externalId } = owner;
  return { ...row, participant: { email, ...(externalId !== undefined && { externalId }) } };
}
