import type { Actor, Change } from '@enrollkit/core';
import { sql, type Transaction } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';
import { sweepFiles } from '../files/sweep-files.js';
import type { ServerParts } from '../parts/server-parts.js';
import { writeAudit, type AuditRow } from '../store/audit-trail.js';
import { dropFile } from '../files/file-table.js';
import { transactionRunner } from '../database/run-transaction.js';
import { providerOf } from '../store/tenant.js';
import type { Told } from '../webhooks/event-types.js';
import { tellWebhooks } from '../webhooks/outbox.js';
import { nobodysAddress } from './erased-person.js';

export type ErasureParts = Pick<ServerParts, 'database' | 'stores' | 'files' | 'clock' | 'ids'>;

/** What of an enrollment says whose it was. */
export interface EnrollmentToErase {
  readonly provider_id: string;
  readonly id: string;
  readonly participant_email: string;
  readonly email: string;
  readonly external_id: string | null;
}

export interface Erasure {
  /** On whose behalf. */
  readonly actor: Pick<Actor, 'id'> & { readonly role: Actor['role'] | 'rule' };
  readonly requestId?: string;
  /** Finds the enrollments, in the transaction that erases them. It may run again. */
  readonly select: (tx: Transaction<Tables>) => Promise<readonly EnrollmentToErase[]>;
}

/** How much was erased. */
export interface ErasedCounts {
  readonly bookings: number;
  readonly certificates: number;
  readonly invoices: number;
  /** Files whose bytes went: what another record shares stays. */
  readonly files: number;
}

/**
 * Takes the person out of enrollments: name, address and keys go, certificates and invoices go with their files, and so do
 * kept answers that repeat them. What happened to the enrollment, and when, stays. The bytes are gone when this resolves;
 * should removing them fail, it rejects, and the cleaner finds them within its hour.
 */
export async function eraseEnrollments(parts: ErasureParts, erasure: Erasure): Promise<ErasedCounts> {
  const { database, stores, files, clock } = parts;
  const { enrollments, certificates, invoices } = await transactionRunner(database.tables).write(async (tx) => {
    const selected = await erasure.select(tx);
    if (selected.length === 0) return { enrollments: [], certificates: [], invoices: [] };
    const keys = keysOf(selected);
    const removed = {
      certificates: await removeCertificates(tx, keys),
      invoices: await removeInvoices(tx, keys),
    };
    await anonymize(tx, selected, parts);
    await forgetAnswersAbout(tx, keys);
    await forgetMembers(tx, keys);
    const entries = auditEntries(selected, removed.certificates, erasure, toTimestamp(clock()));
    await writeAudit(tx, entries);
    await tellWebhooks(tx, entries.map(toldOf));
    return { enrollments: selected, ...removed };
  });

  const hashes = [...new Set([...certificates, ...invoices].map(({ sha256 }) => sha256))];
  const gone = hashes.length === 0 ? 0 : await sweepFiles({ files, database, clock, only: hashes, graceMs: 0 });
  for (const change of changesOf(enrollments, certificates)) stores.changes.publish(change);
  return {
    bookings: enrollments.length,
    certificates: certificates.length,
    invoices: invoices.length,
    files: gone,
  };
}

/** The primary keys, as two lists that belong together. */
interface Keys {
  readonly providerIds: readonly string[];
  readonly ids: readonly string[];
}

function keysOf(rows: readonly Pick<EnrollmentToErase, 'provider_id' | 'id'>[]): Keys {
  return { providerIds: rows.map(({ provider_id }) => provider_id), ids: rows.map(({ id }) => id) };
}

interface RemovedFile {
  readonly provider_id: string;
  readonly enrollment_id: string;
  readonly sha256: string;
}

async function removeCertificates(
  tx: Transaction<Tables>,
  { providerIds, ids }: Keys,
): Promise<readonly (RemovedFile & { readonly id: string })[]> {
  const { rows } = await sql<RemovedFile & { readonly id: string }>`
    delete from certificates using unnest(${providerIds}::text[], ${ids}::text[]) as erased (provider_id, id)
    where certificates.provider_id = erased.provider_id and certificates.enrollment_id = erased.id
    returning certificates.provider_id, certificates.id, certificates.enrollment_id, certificates.sha256
  `.execute(tx);
  await dropFiles(tx, rows);
  return rows;
}

async function removeInvoices(tx: Transaction<Tables>, { providerIds, ids }: Keys): Promise<readonly RemovedFile[]> {
  const { rows } = await sql<RemovedFile>`
    delete from invoices using unnest(${providerIds}::text[], ${ids}::text[]) as erased (provider_id, id)
    where invoices.provider_id = erased.provider_id and invoices.enrollment_id = erased.id
    returning invoices.provider_id, invoices.enrollment_id, invoices.sha256
  `.execute(tx);
  await dropFiles(tx, rows);
  return rows;
}

/** In one order everywhere, so that nobody waits for somebody who waits for them. */
async function dropFiles(tx: Transaction<Tables>, rows: readonly RemovedFile[]): Promise<void> {
  const hashes = [...new Set(rows.map(({ sha256 }) => sha256))].sort();
  for (const sha256 of hashes) await dropFile(tx, sha256);
}

/** What became of a booking, without what was said, and without the one whose it was. */
const TOLD_OF_NOBODY = sql`coalesce((
  select jsonb_agg(
    case when step ->> 'by' in (participant_email, email, external_id)
      then (step - 'note' - 'name') || '{"by": "erased"}'
      else step - 'note'
    end order by position
  )
  from jsonb_array_elements(booking_history) with ordinality as steps (step, position)
), '[]')`;

async function anonymize(
  tx: Transaction<Tables>,
  rows: readonly EnrollmentToErase[],
  { clock, ids }: ErasureParts,
): Promise<void> {
  const { providerIds, ids: enrollmentIds } = keysOf(rows);
  const addresses = rows.map(() => nobodysAddress(ids));
  await sql`
    update enrollments set participant_name = '', participant_email = erased.address, email = erased.address,
      external_id = null, employer_id = null, words = '', sort_name = '', corrections = '[]', withdrawal = null,
      booking_history = ${TOLD_OF_NOBODY}, version = version + 1, updated_at = ${toTimestamp(clock())}::timestamptz
    from unnest(${providerIds}::text[], ${enrollmentIds}::text[], ${addresses}::text[])
      as erased (provider_id, id, address)
    where enrollments.provider_id = erased.provider_id and enrollments.id = erased.id
  `.execute(tx);

  // Nobody is left who could be told, and what was said with a decision, or stated when withdrawing, is the person's.
  await sql`
    delete from mails using unnest(${providerIds}::text[], ${enrollmentIds}::text[]) as own (provider_id, id)
    where mails.provider_id = own.provider_id and mails.enrollment_id = own.id
  `.execute(tx);
  await sql`
    update enrollments set withdrawal = null, booking_history = (
      select coalesce(jsonb_agg(change - 'note' - 'name' - 'by' order by place), '[]')
      from jsonb_array_elements(booking_history) with ordinality as told (change, place)
    )
    from unnest(${providerIds}::text[], ${enrollmentIds}::text[]) as own (provider_id, id)
    where enrollments.provider_id = own.provider_id and enrollments.id = own.id
  `.execute(tx);

  // What was said about an enrollment may name the person.
  for (const table of ['status_changes', 'audit_entries']) {
    await sql`
      update ${sql.table(table)} as told set note = null
      from unnest(${providerIds}::text[], ${enrollmentIds}::text[]) as own (provider_id, id)
      where told.provider_id = own.provider_id and told.enrollment_id = own.id and note is not null
    `.execute(tx);
  }

  // Who did something is an id that the host chose: one that is the person's own goes too, from the history and the trail.
  const own = rows.flatMap(({ provider_id, id, participant_email, email, external_id }) =>
    [participant_email, email, external_id].flatMap((name) => (name === null ? [] : [{ provider_id, id, name }])),
  );
  const { providerIds: ownProviders, ids: ownIds } = keysOf(own);
  const names = own.map(({ name }) => name);
  for (const [table, name] of [
    ['status_changes', sql`, actor_name = null`],
    ['audit_entries', sql``],
  ] as const) {
    await sql`
      update ${sql.table(table)} as told set actor_id = 'erased'${name}
      from unnest(${ownProviders}::text[], ${ownIds}::text[], ${names}::text[]) as own (provider_id, id, name)
      where told.provider_id = own.provider_id and told.enrollment_id = own.id and told.actor_id = own.name
    `.execute(tx);
  }
}

/** A first answer that is kept for its idempotency key repeats the record as it was. The key then counts as unused. */
async function forgetAnswersAbout(tx: Transaction<Tables>, { providerIds, ids }: Keys): Promise<void> {
  await sql`
    delete from answers using unnest(${providerIds}::text[], ${ids}::text[]) as erased (provider_id, id)
    where coalesce(answers.key::json ->> 0, '') = erased.provider_id
      and (answers.result ->> 'id' = erased.id or answers.result ->> 'enrollmentId' = erased.id)
  `.execute(tx);
}

interface ErasureEntry extends AuditRow {
  readonly action: 'participant.erase' | 'certificate.remove';
  readonly enrollment_id: string;
}

function auditEntries(
  enrollments: readonly EnrollmentToErase[],
  certificates: readonly (RemovedFile & { readonly id: string })[],
  { actor, requestId }: Erasure,
  at: string,
): readonly ErasureEntry[] {
  const facts = { at, actor_id: actor.id, actor_role: actor.role, request_id: requestId ?? null };
  return [
    ...enrollments.map(({ provider_id, id }) => ({
      ...facts,
      action: 'participant.erase' as const,
      kind: 'enrollment',
      provider_id,
      record_id: id,
      enrollment_id: id,
    })),
    ...certificates.map(({ provider_id, id, enrollment_id }) => ({
      ...facts,
      action: 'certificate.remove' as const,
      kind: 'certificate',
      provider_id,
      record_id: id,
      enrollment_id,
    })),
  ];
}

/** Whoever keeps a copy is told that it must go. Source: GDPR, article 19. */
function toldOf({ action, provider_id, record_id, enrollment_id, at }: ErasureEntry): Told {
  return { action, providerId: provider_id, recordId: record_id, enrollmentId: enrollment_id, at };
}

function changesOf(
  enrollments: readonly EnrollmentToErase[],
  certificates: readonly (RemovedFile & { readonly id: string })[],
): readonly Change[] {
  return [
    ...enrollments.map((row): Change => ({ kind: 'enrollment', id: row.id, ...providerOf(row) })),
    ...certificates.map((row): Change => ({
      kind: 'certificate',
      id: row.id,
      enrollmentId: row.enrollment_id,
      ...providerOf(row),
    })),
  ];
}

/** Learning platforms' names for these people. Results are no longer told, and the next list of members makes no link. */
async function forgetMembers(tx: Transaction<Tables>, { providerIds, ids }: Keys): Promise<void> {
  await sql`
    delete from lti_members using unnest(${providerIds}::text[], ${ids}::text[]) as gone (provider_id, id)
    where lti_members.provider_id = gone.provider_id and lti_members.enrollment_id = gone.id
  `.execute(tx);
}
