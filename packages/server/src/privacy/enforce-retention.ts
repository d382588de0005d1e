import { dayOf } from '@enrollkit/core';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { ServerParts } from '../parts/server-parts.js';
import { eraseEnrollments, type EnrollmentToErase, type ErasedCounts, type ErasureParts } from './erase-enrollments.js';
import { NOBODYS_ADDRESSES } from './erased-person.js';

/** Few enough that others hardly wait for one transaction. */
const BATCH = 100;

/** Stands in the trail for what no person did. */
const RETENTION = { id: 'retention', role: 'rule' } as const;

/**
 * Erases the person from every enrollment that its provider keeps no longer: whose end date (else start date, else day it
 * was accepted) lies more than the provider's months back. In batches, each done or not; what another server is at is left
 * to it. Stops between batches when told to.
 */
export async function enforceRetention(
  parts: ErasureParts & Pick<ServerParts, 'settings'>,
  { signal, batch = BATCH }: { readonly signal?: AbortSignal; readonly batch?: number } = {},
): Promise<ErasedCounts> {
  const { clock, settings } = parts;
  const { timeZone } = settings;
  const today = dayOf(clock(), timeZone);
  let total: ErasedCounts = { bookings: 0, certificates: 0, invoices: 0, files: 0 };
  while (!signal?.aborted) {
    const erased = await eraseEnrollments(parts, {
      actor: RETENTION,
      select: (tx) => selectOutdated(tx, { today, timeZone, batch }),
    });
    if (erased.bookings === 0) break;
    total = {
      bookings: total.bookings + erased.bookings,
      certificates: total.certificates + erased.certificates,
      invoices: total.invoices + erased.invoices,
      files: total.files + erased.files,
    };
  }
  return total;
}

/** A month-only date is over when its month is. What was erased before is left alone, unless a file came since. */
async function selectOutdated(
  tx: Transaction<Tables>,
  { today, timeZone, batch }: { readonly today: string; readonly timeZone: string; readonly batch: number },
): Promise<readonly EnrollmentToErase[]> {
  const { rows } = await sql<EnrollmentToErase>`
    select enrollments.provider_id, enrollments.id, participant_email, email, external_id
    from providers join enrollments on enrollments.provider_id = providers.id
    where providers.retention_months is not null
      and coalesce(
        case when end_date_is_month_only then date_trunc('month', end_date) + interval '1 month - 1 day' else end_date end,
        case when start_date_is_month_only then date_trunc('month', start_date) + interval '1 month - 1 day'
          else start_date end,
        (coalesce(accepted_at, enrollments.created_at) at time zone ${timeZone})::date
      ) + make_interval(months => providers.retention_months) < ${today}::date
      and (
        email not like ${NOBODYS_ADDRESSES}
        or exists (select from certificates where certificates.provider_id = enrollments.provider_id
          and certificates.enrollment_id = enrollments.id)
        or exists (select from invoices where invoices.provider_id = enrollments.provider_id
          and invoices.enrollment_id = enrollments.id)
      )
    limit ${batch}
    for update of enrollments skip locked
  `.execute(tx);
  return rows;
}
