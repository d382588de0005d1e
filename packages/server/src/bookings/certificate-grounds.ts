import type {
  CertificateGrounds,
  EnrollmentRow,
  EnrollmentRowQuery,
  ReadEnrollmentTable,
  ReadTable,
} from '@enrollkit/core';
import { sql, type Selectable } from 'kysely';
import { toCertification } from '../certifications/certification-table.js';
import type { CertificationsTable } from '../database/tables.js';
import { cannotBeStored } from '../store/list-rows.js';
import { readRows, type RowSource } from '../store/read-rows.js';
import type { Session } from '../store/session.js';
import { HISTORY, SELECTED_COLUMNS, toEnrollmentRow } from './enrollment-rows.js';

type Met = Pick<RowSource<'enrollments', never, never, EnrollmentRowQuery>, 'conditions' | 'inScope'>;

/** What certificates are judged by: one question for all with the same certification. `onRead` hears of every enrollment. */
export function certificateGroundsOf(
  session: Session,
  met: Met,
  onRead: (row: EnrollmentRow) => void,
): ReadEnrollmentTable['getForCertificates'] {
  return async (aims) => {
    const certificationIds = [...new Set(aims.map(({ certificationId }) => certificationId))];
    const found = await Promise.all(
      certificationIds.map(async (certificationId) => {
        const ids = aims.flatMap((aim) => (aim.certificationId === certificationId ? [aim.enrollmentId] : []));
        const grounds = readGrounds(session, {
          ...met,
          certificationId: cannotBeStored(certificationId) ? '' : certificationId,
          onRead,
        });
        return [certificationId, await getAll(session, grounds, [...new Set(ids)])] as const;
      }),
    );
    const byCertification = new Map(found);
    return aims.map((aim) => byCertification.get(aim.certificationId)?.get(aim.enrollmentId));
  };
}

/** As `get`, of each: where several providers use one id, whoever deals with them must say which is meant. */
async function getAll(
  { tenant, scope }: Session,
  grounds: ReadTable<CertificateGrounds, EnrollmentRowQuery>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CertificateGrounds>> {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) {
    const one = await grounds.get(only);
    return new Map(one ? [[only, one]] : []);
  }
  if (tenant === undefined && !scope) return new Map();
  const storable = ids.filter((id) => !cannotBeStored(id));
  const { items } = await grounds.list({ ids: storable, ...(tenant === undefined && scope && { scope }) });
  const counts = new Map<string, number>();
  for (const { enrollment } of items) counts.set(enrollment.id, (counts.get(enrollment.id) ?? 0) + 1);
  const known = items.filter(({ enrollment }) => counts.get(enrollment.id) === 1);
  return new Map(known.map((each) => [each.enrollment.id, each]));
}

/** What a certificate is judged by, beside the enrollment. Only what is asked of a product: its texts may be long. */
function readGrounds(
  session: Session,
  {
    certificationId,
    onRead,
    ...met
  }: Met & { readonly certificationId: string; readonly onRead: (row: EnrollmentRow) => void },
): ReadTable<CertificateGrounds, EnrollmentRowQuery> {
  const product = sql<readonly string[] | null>`(
    select certification_ids from products
    where products.provider_id = enrollments.provider_id and products.id = enrollments.product_id
  )`;
  const certification = sql<Selectable<CertificationsTable> | null>`(
    select to_json(certifications) from certifications
    where certifications.provider_id = enrollments.provider_id and certifications.id = ${certificationId}
  )`;
  return readRows(session, {
    table: 'enrollments',
    select: (tx) =>
      tx
        .selectFrom('enrollments')
        .select(SELECTED_COLUMNS)
        .select([HISTORY.as('history'), product.as('certification_ids'), certification.as('certification')]),
    toRow(stored): CertificateGrounds {
      const enrollment = toEnrollmentRow(stored);
      onRead(enrollment);
      return {
        enrollment,
        ...(stored.certification_ids && { product: { certificationIds: stored.certification_ids } }),
        ...(stored.certification && { certification: toCertification(stored.certification) }),
      };
    },
    ...met,
  });
}
