import {
  AUDITED_RECORDS,
  bookingStateOf,
  expiryOf,
  normalizeEmail,
  parseSearch,
  readOrder,
  type AuditedKind,
  type AuditedRecord,
  type Certification,
  type CertificateRow,
  type CertificateRowQuery,
  type CertificationRowQuery,
  type EnrollmentRow,
  type EnrollmentRowQuery,
  type ImportRowQuery,
  type ImportSession,
  type OrderPosition,
  type ProductRowQuery,
  type Scope,
  type SearchTerm,
  type StatusChange,
  type StoredProduct,
  type StoredTrainer,
  type TrainerRowQuery,
} from '@enrollkit/core';
import type { Transaction } from './connection.js';
import { listRows, type Condition, type KeysInOrder, type StoredRow } from './list-rows.js';
import { searchKeys } from './search-keys.js';

/** How one kind of record is kept and found. */
export interface TableDefinition<Row, Query, Kind extends AuditedKind> {
  readonly name: string;
  /** The fields that the use cases can't do without, by kind. */
  readonly fields: { readonly [Field in keyof Row]?: 'string' | 'number' | 'object' | 'array' };
  /** Values for the indexes of the same names. Changing one takes a migration. */
  keysOf(row: Row): StoredRow<Row>['keys'];
  conditionsOf(query: Query, transaction: Transaction): readonly Condition[] | Promise<readonly Condition[]>;
  /** Where the ids of a query's rows lie in their order, next to each other: then a page takes no look at the others. */
  inOrder?(query: Query): KeysInOrder | undefined;
  /** How a query's rows are ordered, when not by id; and from where on. */
  orderOf?(query: Query): (KeysInOrder & { readonly isDescending: boolean }) | undefined;
  /** Whether a query goes on where another page ended. Default: it doesn't. */
  isContinued?(query: Query): boolean;
  /** How the trail names it; its id is the one that it is found by. */
  readonly record: (row: Row) => AuditedRecord<Kind>;
  /** What a new row adds to the history of the one that was there. */
  readonly newChanges?: (row: Row, old: Row | undefined) => readonly StatusChange[];
}

export const ENROLLMENTS: TableDefinition<EnrollmentRow, EnrollmentRowQuery, 'enrollment'> = {
  name: 'enrollments',
  record: AUDITED_RECORDS.enrollment,
  newChanges: ({ history }, old) => history.slice(old?.history.length ?? 0),
  fields: { id: 'string', status: 'string', participant: 'object', history: 'array', version: 'number' },
  keysOf: (row) => ({
    tenant: row.providerId ?? '',
    status: row.status,
    bookingState: bookingStateOf(row),
    productId: row.productId,
    startingDateId: row.startingDateId,
    email: normalizeEmail(row.participant.email),
    externalId: row.participant.externalId,
    employerId: row.participant.employerId,
    nextRuleAt: row.nextRuleAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    ...searchKeys(row),
  }),
  conditionsOf: async ({ scope = {}, ...query }, transaction) => [
    ...tenant(scope),
    ...person(scope, equal('externalId', scope.externalId)),
    ...equal('employerId', scope.employerId),
    ...(scope.enrollmentIds ? [{ ids: scope.enrollmentIds }] : []),
    ...(query.ids ? [{ ids: query.ids }] : []),
    ...(query.status === undefined ? [] : [{ index: 'status', anyOf: [query.status].flat() }]),
    ...(query.bookingState === undefined ? [] : [{ index: 'bookingState', anyOf: [query.bookingState].flat() }]),
    ...equal('productId', query.productId),
    ...equal('startingDateId', query.startingDateId),
    ...equal('email', query.email),
    ...equal('externalId', query.externalId),
    ...from('createdAt', query.createdFrom),
    ...from('updatedAt', query.updatedFrom),
    ...(query.ruleDueBy ? [{ index: 'nextRuleAt', range: IDBKeyRange.upperBound(query.ruleDueBy) }] : []),
    ...parseSearch(query.search ?? '').map(beginsWith),
    ...[query.missing ?? []].flat().flatMap((fact) => equal('missing', fact)),
    ...(query.endsBefore === undefined
      ? []
      : [{ index: 'endsInOrder', range: IDBKeyRange.upperBound([query.endsBefore], true) }]),
    ...(query.leadsToCertificate ? [{ index: 'productId', anyOf: await certifyingIds(transaction) }] : []),
    ...(query.hasUnverifiedCertificate ? [{ ids: await unverifiedEnrollments(transaction) }] : []),
    ...(query.orderBy === undefined ? behind(query.after?.id) : []),
  ],
  isContinued: ({ after }) => after !== undefined,
  orderOf({ orderBy, after }) {
    const { order, isDescending } = readOrder(orderBy);
    if (order === undefined) return undefined;
    return { ...inOrder(`${order}InOrder`, after, isDescending), isDescending };
  },
};

export const CERTIFICATES: TableDefinition<CertificateRow, CertificateRowQuery, 'certificate'> = {
  name: 'certificates',
  record: AUDITED_RECORDS.certificate,
  fields: { id: 'string', enrollmentId: 'string', file: 'object', owner: 'object', createdAt: 'string' },
  keysOf: (row) => ({
    tenant: row.owner.providerId ?? '',
    enrollmentId: row.enrollmentId,
    certificationId: row.certificationId,
    email: normalizeEmail(row.owner.email),
    employerId: row.owner.employerId,
    sha256: row.file.sha256,
    createdAt: row.createdAt,
    expiresInOrder: [expiryOf(row), row.id],
  }),
  conditionsOf: async ({ scope = {}, ...query }, transaction) => [
    ...tenant(scope),
    ...person(scope, await enrollmentsWithKey(scope, transaction)),
    ...equal('employerId', scope.employerId),
    ...(scope.enrollmentIds ? [{ index: 'enrollmentId', anyOf: scope.enrollmentIds }] : []),
    ...(scope.verifiedOnly ? [{ index: 'certificationId', anyOf: await verifiedIds(transaction) }] : []),
    ...oneOf('enrollmentId', query.enrollmentId),
    ...oneOf('certificationId', query.certificationId),
    ...equal('email', query.email),
    ...oneOf('sha256', query.sha256),
    ...from('createdAt', query.createdFrom),
    ...(query.isVerified === undefined
      ? []
      : [{ index: 'certificationId', anyOf: await verifiedIds(transaction, query.isVerified) }]),
    ...(parseSearch(query.search ?? '').length === 0
      ? []
      : [{ index: 'enrollmentId', anyOf: await enrollmentsFound(query.search ?? '', transaction) }]),
    ...expiring(query),
    ...(query.orderBy === undefined ? behind(query.after?.id) : []),
  ],
  isContinued: ({ after }) => after !== undefined,
  orderOf({ orderBy, after }) {
    const isDescending = orderBy === '-expires';
    return orderBy && { ...inOrder('expiresInOrder', after, isDescending), isDescending };
  },
};

export const CERTIFICATIONS: TableDefinition<Certification, CertificationRowQuery, 'certification'> = {
  name: 'certifications',
  record: AUDITED_RECORDS.certification,
  fields: { id: 'string', name: 'string', version: 'number' },
  keysOf: (row) => ({ tenant: row.providerId ?? '', verified: row.verified ? 1 : 0 }),
  conditionsOf: ({ scope = {}, ids, afterId }) => [...tenant(scope), ...(ids ? [{ ids }] : []), ...behind(afterId)],
  isContinued: ({ afterId }) => afterId !== undefined,
};

export const PRODUCTS: TableDefinition<StoredProduct, ProductRowQuery, 'product'> = {
  name: 'products',
  record: AUDITED_RECORDS.product,
  fields: { id: 'string', state: 'string', certificationIds: 'array', startStates: 'array', version: 'number' },
  keysOf: (row) => ({ tenant: row.providerId ?? '', state: row.state }),
  conditionsOf: ({ scope = {}, state, ids, afterId }) => [
    ...tenant(scope),
    ...equal('state', state),
    ...(ids ? [{ ids }] : []),
    ...behind(afterId),
  ],
  isContinued: ({ afterId }) => afterId !== undefined,
  inOrder({ scope: { providerId } = {}, state, ids, afterId = '' }) {
    if (ids) return undefined;
    if (providerId === undefined)
      return state === undefined ? { range: IDBKeyRange.lowerBound(afterId, true) } : undefined;
    const prefix = state === undefined ? [providerId ?? ''] : [providerId ?? '', state];
    const range = IDBKeyRange.bound([...prefix, afterId], [...prefix, []], true);
    return { index: state === undefined ? 'tenantInOrder' : 'stateInOrder', range };
  },
};

export const TRAINERS: TableDefinition<StoredTrainer, TrainerRowQuery, 'trainer'> = {
  name: 'trainers',
  record: AUDITED_RECORDS.trainer,
  fields: { email: 'string', state: 'string', version: 'number' },
  keysOf: (row) => ({
    tenant: row.providerId ?? '',
    state: row.state,
    isInvitationSent: row.invitationSentAt === undefined ? 0 : 1,
    ...(row.links?.some((link) => link.state === 'asked') && { hasAsked: 1 }),
  }),
  conditionsOf: ({ scope = {}, emails, afterEmail, state, hasAsked, isInvitationSent }) => [
    ...tenant(scope),
    ...behind(afterEmail),
    ...(emails ? [{ ids: emails }] : []),
    ...equal('state', state),
    ...(hasAsked ? [{ index: 'hasAsked', anyOf: [1] }] : []),
    ...(isInvitationSent === undefined ? [] : [{ index: 'isInvitationSent', anyOf: [isInvitationSent ? 1 : 0] }]),
  ],
  isContinued: ({ afterEmail }) => afterEmail !== undefined,
};

export const IMPORTS: TableDefinition<ImportSession, ImportRowQuery, 'import'> = {
  name: 'imports',
  record: AUDITED_RECORDS.import,
  fields: { id: 'string', kind: 'string', state: 'string', counts: 'object', version: 'number' },
  keysOf: (row) => ({ tenant: row.providerId ?? '', kind: row.kind, state: row.state }),
  conditionsOf: ({ scope = {}, kind, state }) => [
    ...tenant(scope),
    ...equal('kind', kind),
    ...(state === undefined ? [] : [{ index: 'state', anyOf: [state].flat() }]),
  ],
};

/** The rows of an index behind the last one of the page before. */
function inOrder(index: string, after: OrderPosition | undefined, isDescending: boolean): KeysInOrder {
  const position = after && [after.value, after.id];
  const first = isDescending ? [] : (position ?? []);
  // No text and no id comes after a list.
  const last = isDescending ? (position ?? [[]]) : [[]];
  return { index, range: IDBKeyRange.bound(first, last, true, true) };
}

function behind(afterId: string | undefined): Condition[] {
  return afterId === undefined ? [] : [{ afterId }];
}

function expiring({ expiresFrom = '', expiresBefore }: CertificateRowQuery): Condition[] {
  if (expiresFrom === '' && expiresBefore === undefined) return [];
  const end = expiresBefore ?? expiryOf({});
  if (expiresFrom >= end) return [{ ids: [] }];
  return [{ index: 'expiresInOrder', range: IDBKeyRange.bound([expiresFrom], [end], false, true) }];
}

async function enrollmentsFound(search: string, transaction: Transaction): Promise<readonly string[]> {
  const store = transaction.objectStore(ENROLLMENTS.name);
  const { items } = await listRows<EnrollmentRow>(store, parseSearch(search).map(beginsWith), { isContinued: false });
  return items.map(({ id }) => id);
}

/** A word that begins so, or words that begin as its parts do. */
function beginsWith({ whole, parts }: SearchTerm): Condition {
  const begins = (part: string): Condition => ({ index: 'words', range: IDBKeyRange.bound(part, `${part}\uffff`) });
  return parts.length === 1 ? begins(whole) : { either: [begins(whole), { all: parts.map(begins) }] };
}

/** Products that lead to a certification. */
async function certifyingIds(transaction: Transaction): Promise<readonly string[]> {
  const products = (await transaction.objectStore(PRODUCTS.name).getAll()) as StoredRow<StoredProduct>[];
  return products.filter(({ row }) => row.certificationIds.length > 0).map(({ id }) => id);
}

/** Enrollments with a certificate whose certification isn't verified. */
async function unverifiedEnrollments(transaction: Transaction): Promise<readonly string[]> {
  const unverified = await transaction.objectStore(CERTIFICATIONS.name).index('verified').getAllKeys(0);
  const certificates = transaction.objectStore(CERTIFICATES.name).index('certificationId');
  const found = await Promise.all(unverified.map((id) => certificates.getAll(id)));
  return [...new Set((found.flat() as StoredRow<CertificateRow>[]).map(({ row }) => row.enrollmentId))];
}

/** IndexedDB can't look for what is absent: no provider is the empty name. */
function tenant({ providerId }: Scope): Condition[] {
  return providerId === undefined ? [] : equal('tenant', providerId ?? '');
}

/** By address, or by what says the same of the key in the provider's system. */
function person({ email, externalId }: Scope, byKey: readonly Condition[]): Condition[] {
  if (externalId === undefined) return equal('email', email);
  return [{ either: [...equal('email', email), ...byKey] }];
}

function equal(index: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [{ index, anyOf: [value] }];
}

function oneOf(index: string, values: string | readonly string[] | undefined): Condition[] {
  return values === undefined ? [] : [{ index, anyOf: [values].flat() }];
}

function from(index: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [{ index, range: IDBKeyRange.lowerBound(value) }];
}

/** Certificates have no index of their own for it: they belong to the enrollments that have it. */
async function enrollmentsWithKey({ externalId }: Scope, transaction: Transaction): Promise<Condition[]> {
  if (externalId === undefined) return [];
  const enrollments = transaction.objectStore(ENROLLMENTS.name).index('externalId');
  return [{ index: 'enrollmentId', anyOf: await enrollments.getAllKeys(externalId) }];
}

async function verifiedIds(transaction: Transaction, isVerified = true): Promise<readonly IDBValidKey[]> {
  return transaction
    .objectStore(CERTIFICATIONS.name)
    .index('verified')
    .getAllKeys(isVerified ? 1 : 0);
}
