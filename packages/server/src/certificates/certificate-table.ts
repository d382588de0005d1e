import {
  AUDITED_RECORDS,
  normalizeEmail,
  type CertificateRow,
  type CertificateRowQuery,
  type AuditAction,
  type DeletingTable,
  type ManyWriteTable,
  type ReadTable,
  type Scope,
} from '@enrollkit/core';
import { expressionBuilder, sql, type Insertable, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { CertificatesTable, Tables } from '../database/tables.js';
import { anyOf, equal, from, ofPerson, ofTenant, oneOf } from '../store/conditions.js';
import { behindRow, besideIndex } from '../store/order.js';
import { wordsMeeting } from '../store/words.js';
import { present } from '../store/list-rows.js';
import { readRows, type Conditions } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { columnsOf, orAsGiven, rowsOf, type ColumnTypes } from '../store/rows-of.js';
import { oneTenant, ownKey, providerOf } from '../store/tenant.js';

/** The certificates of a tenant. */
export function readCertificates(session: Session): ReadTable<CertificateRow, CertificateRowQuery> {
  return readRows(session, {
    table: 'certificates',
    select: (tx) => tx.selectFrom('certificates').selectAll('certificates'),
    toRow: toCertificateRow,
    conditions,
    inScope,
    order: orderOf,
    isById: ({ orderBy }) => orderBy === undefined,
    isContinued: ({ after }) => after !== undefined,
    mayBeFew: ({ search, isVerified }) => search !== undefined || isVerified === false,
  });
}

/** The same, to write. */
export function writeCertificates(
  session: WriteSession,
): ManyWriteTable<CertificateRow, CertificateRowQuery, 'certificate'> & DeletingTable<'certificate'> {
  const { tx, tenant, audit, outbox, later } = session;

  const putAll = async (rows: readonly CertificateRow[], action: AuditAction<'certificate'>): Promise<void> => {
    const stored = rows.map((row) => fromCertificateRow(row, ownKey(tenant, row.owner.providerId)));
    const put = audit
      .telling(...rows.map((row) => ({ action, record: AUDITED_RECORDS.certificate(row) })))
      .insertInto('certificates')
      .columns(COLUMNS)
      .expression(rowsOf(stored, TYPES))
      .modifyEnd(OR_AS_GIVEN);
    later(put.execute());
    for (const row of rows) outbox.certificate(row, action);
  };

  return {
    ...readCertificates(session),

    put: (row, action) => putAll([row], action),
    putAll,

    async delete(id, action) {
      const provider_id = oneTenant(tenant);
      const deleted = await tx
        .deleteFrom('certificates')
        .where('provider_id', '=', provider_id)
        .where('id', '=', id)
        .returning(['provider_id', 'id', 'enrollment_id'])
        .execute();
      const records = deleted.map(({ enrollment_id: enrollmentId, ...row }) =>
        AUDITED_RECORDS.certificate({ id: row.id, enrollmentId, owner: providerOf(row) }),
      );
      later(audit.add(records.map((record) => ({ action, record }))));
    },
  };
}

const TYPES = {
  provider_id: 'text',
  id: 'text',
  enrollment_id: 'text',
  certification_id: 'text',
  owner_name: 'text',
  owner_email: 'text',
  email: 'text',
  external_id: 'text',
  employer_id: 'text',
  file_name: 'text',
  media_type: 'text',
  size_bytes: 'bigint',
  sha256: 'text',
  active_content: 'text[]',
  valid_from: 'date',
  valid_until: 'date',
  consent_text_version: 'text',
  consent_confirmed_at: 'timestamptz',
  consent_confirmed_by: 'text',
  uploaded_by: 'text',
  created_at: 'timestamptz',
  version: 'integer',
} as const satisfies ColumnTypes<CertificatesTable>;

const COLUMNS = columnsOf(TYPES);

/** The key stays what it is. */
const OR_AS_GIVEN = orAsGiven(COLUMNS);

const eb = expressionBuilder<Tables, 'certificates'>();

/** The certificates that an actor may know of. */
function inScope(scope: Scope | undefined): Conditions {
  if (!scope) return [eb.val(false)];
  return [
    ...ofTenant(scope),
    ...equal(eb, 'employer_id', scope.employerId),
    ...ofPerson(scope),
    ...anyOf(eb, 'enrollment_id', scope.enrollmentIds),
    ...(scope.verifiedOnly ? [IS_VERIFIED] : []),
  ];
}

const IS_VERIFIED = sql<SqlBool>`exists (
  select from certifications
  where certifications.provider_id = certificates.provider_id and certifications.id = certificates.certification_id
    and certifications.verified
)`;

/** By the few certifications that aren't: not by looking at each certificate. */
const IS_UNVERIFIED = sql<SqlBool>`(provider_id, certification_id) in (
  select provider_id, id from certifications where not verified
)`;

/** As the index has it: what never expires comes last. */
const EXPIRES = sql`coalesce(valid_until, date '9999-12-31')`;

function orderOf({ orderBy }: CertificateRowQuery, areFew: boolean): RawBuilder<unknown> {
  if (orderBy === undefined) return areFew ? sql`${besideIndex(sql`id`, 'text')}, provider_id` : sql`id, provider_id`;
  const first = areFew ? besideIndex(EXPIRES, 'date') : EXPIRES;
  return orderBy === 'expires' ? sql`${first}, id, provider_id` : sql`${first} desc, id desc, provider_id desc`;
}

/** Behind the last row of the page before. */
function behind({ after, orderBy, scope }: CertificateRowQuery): Conditions {
  if (!after) return [];
  const by = orderBy && ({ column: EXPIRES, type: 'date' } as const);
  return [behindRow(after, { by, isDescending: orderBy === '-expires', isOfOne: scope?.providerId !== undefined })];
}

/** Of enrollments that are found so. */
function ofSomebody(search: string | undefined): Conditions {
  const words = wordsMeeting(search);
  if (!words) return [];
  return [sql<SqlBool>`(provider_id, enrollment_id) in (select provider_id, id from enrollments where ${words})`];
}

function conditions(query: CertificateRowQuery): Conditions {
  const { scope } = query;
  return [
    ...(scope ? inScope(scope) : []),
    ...oneOf(eb, 'enrollment_id', query.enrollmentId),
    ...oneOf(eb, 'certification_id', query.certificationId),
    ...equal(eb, 'email', query.email),
    ...oneOf(eb, 'sha256', query.sha256),
    ...from(eb, 'created_at', query.createdFrom),
    ...(query.expiresFrom === undefined
      ? []
      : [sql<SqlBool>`(${EXPIRES} >= ${query.expiresFrom}::date and valid_until is not null)`]),
    ...(query.expiresBefore === undefined ? [] : [sql<SqlBool>`${EXPIRES} < ${query.expiresBefore}::date`]),
    ...(query.isVerified === undefined ? [] : [query.isVerified ? IS_VERIFIED : IS_UNVERIFIED]),
    ...ofSomebody(query.search),
    ...behind(query),
  ];
}

function toCertificateRow(stored: Selectable<CertificatesTable>): CertificateRow {
  const {
    consent_text_version: textVersion,
    consent_confirmed_at: confirmedAt,
    consent_confirmed_by: confirmedBy,
  } = stored;
  const hasConsent = textVersion !== null && confirmedAt !== null && confirmedBy !== null;
  return {
    id: stored.id,
    enrollmentId: stored.enrollment_id,
    certificationId: stored.certification_id,
    file: {
      name: stored.file_name,
      mediaType: stored.media_type,
      sizeBytes: stored.size_bytes,
      sha256: stored.sha256,
      ...present('activeContent', stored.active_content),
    },
    validFrom: stored.valid_from,
    ...present('validUntil', stored.valid_until),
    ...(hasConsent && { consent: { textVersion, confirmedAt, confirmedBy } }),
    uploadedBy: stored.uploaded_by,
    createdAt: stored.created_at,
    version: stored.version,
    owner: {
      ...providerOf(stored),
      ...present('name', stored.owner_name),
      email: stored.owner_email,
      ...present('externalId', stored.external_id),
      ...present('employerId', stored.employer_id),
    },
  };
}

function fromCertificateRow(row: CertificateRow, providerId: string): Insertable<CertificatesTable> {
  const { file, owner, consent } = row;
  return {
    provider_id: providerId,
    id: row.id,
    enrollment_id: row.enrollmentId,
    certification_id: row.certificationId,
    owner_name: owner.name ?? null,
    owner_email: owner.email,
    email: normalizeEmail(owner.email),
    external_id: owner.externalId ?? null,
    employer_id: owner.employerId ?? null,
    file_name: file.name,
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
    sha256: file.sha256,
    active_content: file.activeContent ? [...file.activeContent] : null,
    valid_from: row.validFrom,
    valid_until: row.validUntil ?? null,
    consent_text_version: consent?.textVersion ?? null,
    consent_confirmed_at: consent ? toTimestamp(consent.confirmedAt) : null,
    consent_confirmed_by: consent?.confirmedBy ?? null,
    uploaded_by: row.uploadedBy,
    created_at: toTimestamp(row.createdAt),
    version: row.version,
  };
}
