import {
  AUDITED_RECORDS,
  auditEntries,
  certificateGroundsFrom,
  compareEnrollments,
  countEnrollmentsOf,
  countSeatsOf,
  ENROLLMENT_ORDERS,
  expiryOf,
  isInScope,
  meetsConditions,
  normalizeEmail,
  previousIdOf,
  readOrder,
  throwIfAborted,
  type AuditAction,
  type AuditedKind,
  type AuditedRecord,
  type AuditedWrite,
  type AuditEntry,
  type Binary,
  type DeletingTable,
  type CertificateRow,
  type CertificateRowQuery,
  type Certification,
  type CertificationRowQuery,
  type Change,
  type ChangeListener,
  type EnrollmentRow,
  type EnrollmentRowQuery,
  type FileStore,
  type FindingRecord,
  type ImportRowQuery,
  type ImportSession,
  type ImportStep,
  type ImportStepRowQuery,
  type ImportStepTable,
  type ImportTable,
  type InvoiceRow,
  type Page,
  type Paging,
  namedLikeAmong,
  type ProductRowQuery,
  type ReadProductTable,
  type StagedFile,
  type Store,
  type StoredAnswer,
  type StoredProduct,
  type StoredTrainer,
  type TrainerRowQuery,
  type ManyWriteTable,
  type WriteTables,
} from '@enrollkit/core';

interface Data {
  readonly enrollments: Map<string, EnrollmentRow>;
  readonly certificates: Map<string, CertificateRow>;
  readonly certifications: Map<string, Certification>;
  readonly products: Map<string, StoredProduct>;
  readonly trainers: Map<string, StoredTrainer>;
  /** By enrollment, oldest first. */
  readonly invoices: Map<string, readonly InvoiceRow[]>;
  readonly imports: Map<string, ImportSession>;
  readonly findings: Map<string, readonly FindingRecord[]>;
  /** By import and id. */
  readonly importSteps: Map<string, ImportStep>;
  readonly answers: Map<string, StoredAnswer>;
  readonly files: Map<string, Binary>;
  readonly audit: AuditEntry[];
}

interface StagedContent extends StagedFile {
  readonly content: Binary;
}

export interface MemoryStore {
  readonly store: Store;
  readonly files: FileStore;
  /** The trail, oldest first. */
  readonly trail: () => readonly AuditEntry[];
}

/** A whole store for tests of the use cases: serial transactions on a copy, kept when they succeed. */
export function memoryStore(): MemoryStore {
  let data: Data = {
    enrollments: new Map(),
    certificates: new Map(),
    certifications: new Map(),
    products: new Map(),
    trainers: new Map(),
    invoices: new Map(),
    imports: new Map(),
    findings: new Map(),
    importSteps: new Map(),
    answers: new Map(),
    files: new Map(),
    audit: [],
  };
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<ChangeListener>();

  const store: Store = {
    read: (work) => work(tablesOf(data, () => undefined)),
    write: (intent, work) => {
      const run = queue.then(async () => {
        const draft = copy(data);
        const audit = (write: AuditedWrite) => void draft.audit.push(...auditEntries(intent, write));
        const result = await work(tablesOf(draft, audit));
        data = draft;
        return result;
      });
      queue = run.catch(() => undefined);
      return run;
    },
    changes: {
      publish: (change: Change) => listeners.forEach((listener) => listener(change)),
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };

  const files: FileStore = {
    async stage(content, { signal, onProgress } = {}): Promise<StagedContent> {
      const totalBytes = content.size;
      onProgress?.({ sentBytes: 0, totalBytes });
      const bytes = await content.arrayBuffer();
      throwIfAborted(signal);
      onProgress?.({ sentBytes: totalBytes, totalBytes });
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      throwIfAborted(signal);
      return { sha256, sizeBytes: bytes.byteLength, content: new Blob([bytes]) };
    },
    open: async (sha256) => data.files.get(sha256),
  };
  return { store, files, trail: () => data.audit };
}

function copy(data: Data): Data {
  return {
    enrollments: new Map(data.enrollments),
    certificates: new Map(data.certificates),
    certifications: new Map(data.certifications),
    products: new Map(data.products),
    trainers: new Map(data.trainers),
    invoices: new Map(data.invoices),
    imports: new Map(data.imports),
    findings: new Map(data.findings),
    importSteps: new Map(data.importSteps),
    answers: new Map(data.answers),
    files: new Map(data.files),
    audit: [...data.audit],
  };
}

type Audit = (write: AuditedWrite) => void;

function tablesOf(data: Data, audit: Audit): WriteTables {
  const isVerified = (certificationId: string) => data.certifications.get(certificationId)?.verified ?? false;
  const putEnrollment = (row: EnrollmentRow, action: AuditAction<'enrollment'>) => {
    const changes = row.history.slice(data.enrollments.get(row.id)?.history.length ?? 0);
    data.enrollments.set(row.id, structuredClone(row));
    audit({ action, record: AUDITED_RECORDS.enrollment(row), changes });
  };
  return {
    enrollments: {
      get: async (id) => data.enrollments.get(id),
      countSeats: async (query) =>
        countSeatsOf(
          [...data.enrollments.values()].filter(
            (row) => row.productId === query.productId && (row.providerId ?? null) === query.providerId,
          ),
          query,
        ),
      countByProduct: async ({ providerId, productIds }) =>
        countEnrollmentsOf(
          [...data.enrollments.values()].filter(
            (row) => productIds.includes(row.productId) && (row.providerId ?? null) === providerId,
          ),
        ),
      getForCertificates: certificateGroundsFrom({
        enrollments: { get: async (id) => structuredClone(data.enrollments.get(id)) },
        products: { get: async (id) => structuredClone(data.products.get(id)) },
        certifications: { get: async (id) => structuredClone(data.certifications.get(id)) },
      }),
      listIds: async (query) =>
        [...data.enrollments.values()]
          .filter((row) => enrollmentMatches(row, query, data))
          .sort(compareEnrollments(query.orderBy))
          .map(({ id }) => id),
      list: async (query) => {
        const { after, orderBy } = query;
        const compare = compareEnrollments(orderBy);
        const { order, isDescending } = readOrder(orderBy);
        const isAfter = (row: EnrollmentRow): boolean => {
          if (!after) return true;
          const value = order === undefined ? '' : ENROLLMENT_ORDERS[order](row);
          const isLater = value > after.value || (value === after.value && row.id > after.id);
          return isDescending ? !isLater && row.id !== after.id : isLater;
        };
        const all = [...data.enrollments.values()].filter((row) => enrollmentMatches(row, query, data) && isAfter(row));
        return pageOf(all.sort(compare), { ...query, ...(after && { afterId: after.id }) });
      },
      put: async (row, action) => putEnrollment(row, action),
      putAll: async (rows, action) => rows.forEach((row) => putEnrollment(row, action)),
    },
    certificates: {
      ...table(data.certificates, {
        audit,
        record: AUDITED_RECORDS.certificate,
        matches: (row, query) => certificateMatches(row, query, isVerified),
      }),
      list: async (query) => {
        const { after, orderBy, search } = query;
        const sign = orderBy === '-expires' ? -1 : 1;
        const key = (row: CertificateRow) => `${orderBy ? expiryOf(row) : ''} ${row.id}`;
        const compare = (a: string, b: string) => sign * (a < b ? -1 : a > b ? 1 : 0);
        const all = [...data.certificates.values()].filter((row) => {
          const enrollment = data.enrollments.get(row.enrollmentId);
          const isFound = enrollment && meetsConditions(enrollment, { ...(search !== undefined && { search }) });
          const isBehind = !after || compare(key(row), `${after.value} ${after.id}`) > 0;
          return isFound !== false && isBehind && certificateMatches(row, query, isVerified);
        });
        all.sort((a, b) => compare(key(a), key(b)));
        return pageOf(all, { ...query, ...(after && { afterId: after.id }) });
      },
    },
    certifications: table(data.certifications, {
      audit,
      record: AUDITED_RECORDS.certification,
      matches: (row, { scope, ids, afterId }: CertificationRowQuery) =>
        (!scope || isInScope(scope, { kind: 'certification', ...row })) &&
        (!ids || ids.includes(row.id)) &&
        (afterId === undefined || row.id > afterId),
    }),
    products: withNames(
      table(data.products, {
        audit,
        record: AUDITED_RECORDS.product,
        matches: (row, { scope, state, ids, afterId }: ProductRowQuery) =>
          (!scope || isInScope(scope, { ...row, kind: 'product' })) &&
          is(state, row.state) &&
          (!ids || ids.includes(row.id)) &&
          (afterId === undefined || row.id > afterId),
      }),
    ),
    trainers: table(data.trainers, { audit, record: AUDITED_RECORDS.trainer, matches: trainerMatches }),
    invoices: {
      latest: async (enrollmentId) => data.invoices.get(enrollmentId)?.at(-1),
      put: async (row) => {
        const others = (data.invoices.get(row.enrollmentId) ?? []).filter(
          ({ file }) => file.sha256 !== row.file.sha256,
        );
        data.invoices.set(row.enrollmentId, [...others, structuredClone(row)]);
      },
    },
    imports: importTable(data, audit),
    importSteps: importStepTable(data),
    answers: {
      get: async (key) => data.answers.get(key),
      getAll: async (keys) => keys.flatMap((key) => data.answers.get(key) ?? []),
      put: async (answer) => void data.answers.set(answer.key, structuredClone(answer)),
      putAll: async (all) => all.forEach((answer) => data.answers.set(answer.key, structuredClone(answer))),
      deleteBefore: async (at) => {
        for (const [key, answer] of data.answers) if (answer.at < at) data.answers.delete(key);
      },
    },
    keepFiles: async (files) => {
      for (const file of files) data.files.set(file.sha256, (file as StagedContent).content);
    },
    dropFile: async (sha256) => {
      const isInvoice = [...data.invoices.values()].flat().some(({ file }) => file.sha256 === sha256);
      if (!isInvoice) data.files.delete(sha256);
    },
  };
}

function enrollmentMatches(row: EnrollmentRow, query: EnrollmentRowQuery, data: Data): boolean {
  const { scope, ruleDueBy } = query;
  const certificates = [...data.certificates.values()].filter(({ enrollmentId }) => enrollmentId === row.id);
  const isUnverified = ({ certificationId }: CertificateRow) => !data.certifications.get(certificationId)?.verified;
  const product = data.products.get(row.productId);
  return (
    (!scope || isInScope(scope, { ...row, kind: 'enrollment', enrollmentId: row.id })) &&
    meetsConditions(row, query) &&
    (!query.leadsToCertificate || (product?.certificationIds.length ?? 0) > 0) &&
    (!query.hasUnverifiedCertificate || certificates.some(isUnverified)) &&
    (ruleDueBy === undefined || (row.nextRuleAt !== undefined && row.nextRuleAt <= ruleDueBy))
  );
}

function certificateMatches(
  row: CertificateRow,
  query: CertificateRowQuery,
  isVerified: (certificationId: string) => boolean,
): boolean {
  const { scope, createdFrom } = query;
  const { enrollmentId, certificationId, owner } = row;
  const certificationVerified = isVerified(certificationId);
  const resource = { ...owner, kind: 'certificate', enrollmentId, certificationVerified, participant: owner } as const;
  return (
    (!scope || isInScope(scope, resource)) &&
    isOneOf(query.enrollmentId, enrollmentId) &&
    isOneOf(query.certificationId, certificationId) &&
    isOneOf(query.sha256, row.file.sha256) &&
    (query.isVerified === undefined || query.isVerified === certificationVerified) &&
    (query.expiresBefore === undefined || expiryOf(row) < query.expiresBefore) &&
    (query.expiresFrom === undefined || (row.validUntil ?? '') >= query.expiresFrom) &&
    is(query.email, normalizeEmail(owner.email)) &&
    isFrom(createdFrom, row.createdAt)
  );
}

function is(asked: string | undefined, actual: string | undefined): boolean {
  return asked === undefined || asked === actual;
}

function isOneOf(asked: string | readonly string[] | undefined, actual: string): boolean {
  return asked === undefined || [asked].flat().includes(actual);
}

function isFrom(asked: string | undefined, actual: string | undefined): boolean {
  return asked === undefined || (actual !== undefined && actual >= asked);
}

function trainerMatches(
  row: StoredTrainer,
  { scope, emails, afterEmail, state, hasAsked, isInvitationSent }: TrainerRowQuery,
): boolean {
  return (
    (!scope || isInScope(scope, { ...row, kind: 'trainer' })) &&
    is(state, row.state) &&
    (!emails || emails.includes(row.email)) &&
    (afterEmail === undefined || row.email > afterEmail) &&
    (!hasAsked || (row.links ?? []).some((link) => link.state === 'asked')) &&
    (isInvitationSent === undefined || isInvitationSent === (row.invitationSentAt !== undefined))
  );
}

function importTable(data: Data, audit: Audit): ImportTable {
  const matches = (row: ImportSession, { scope, kind, state }: ImportRowQuery) =>
    (!scope || isInScope(scope, { ...row, kind: 'import' })) && is(kind, row.kind) && isOneOf(state, row.state);
  const age = (row: ImportSession) => `${row.startedAt} ${row.id}`;
  return {
    ...table(data.imports, { audit, record: AUDITED_RECORDS.import, matches }),
    async list(query) {
      const all = [...data.imports.values()].filter((row) => matches(row, query));
      all.sort((a, b) => (age(a) > age(b) ? -1 : 1));
      return pageOf(all, query);
    },
    delete: async (id, action) => {
      if (data.imports.delete(id)) audit({ action, record: { kind: 'import', recordId: id } });
      data.findings.delete(id);
      for (const [key, step] of data.importSteps) if (step.importId === id) data.importSteps.delete(key);
    },
    getFindings: async (id) => data.findings.get(id) ?? [],
    putProgress: async (id, progress) => {
      const { progress: _, ...session } = data.imports.get(id) as ImportSession;
      data.imports.set(id, { ...session, ...(progress && { progress }) });
    },
    putFindings: async (id, findings) => void data.findings.set(id, structuredClone(findings)),
  };
}

function importStepTable({ importSteps, imports }: Data): ImportStepTable {
  const keyOf = (importId: string, id: string) => JSON.stringify([importId, id]);
  return {
    getAll: async (importId, ids) => ids.flatMap((id) => importSteps.get(keyOf(importId, id)) ?? []),
    async list(query) {
      const { importId, isDone, action, isNewId, afterOrder = -Infinity } = query;
      const all = [...importSteps.values()].filter(
        (step) =>
          step.importId === importId &&
          isOneOf(action, step.action) &&
          (isNewId === undefined || isNewId === (previousIdOf(step) !== undefined)) &&
          (isDone === undefined || isDone === (step.doneAt !== undefined)) &&
          step.order > afterOrder,
      );
      return pageOf(
        all.sort((a, b) => a.order - b.order),
        query,
      );
    },
    putAll: async (steps) => {
      const isTaken = ({ importId, id, order }: ImportStep) =>
        (importSteps.get(keyOf(importId, id))?.order ?? order) !== order;
      const taken = steps.filter(isTaken).map(({ id }) => id);
      for (const step of steps) {
        if (!taken.includes(step.id)) importSteps.set(keyOf(step.importId, step.id), structuredClone(step));
      }
      return taken;
    },
    async markDone(importId, ids, doneAt) {
      const session = imports.get(importId);
      for (const id of ids) {
        const step = importSteps.get(keyOf(importId, id));
        if (!step) throw new Error(`No step ${id} of ${importId}`);
        importSteps.set(keyOf(importId, id), { ...step, doneAt });
      }
      if (!session) throw new Error(`No import ${importId}`);
      const counts = { ...session.counts, applied: session.counts.applied + ids.length };
      imports.set(importId, { ...session, counts });
    },
    deleteAll: async (importId) => {
      for (const [key, step] of importSteps) if (step.importId === importId) importSteps.delete(key);
    },
  };
}

interface Kept<Row, Query> {
  readonly audit: Audit;
  /** How the trail names it; its id is the one that it is found by. */
  readonly record: (row: Row) => AuditedRecord;
  readonly matches: (row: Row, query: Query) => boolean;
}

function table<Row, Query extends Paging, Kind extends AuditedKind>(
  rows: Map<string, Row>,
  { audit, record, matches }: Kept<Row, Query>,
): ManyWriteTable<Row, Query, Kind> & DeletingTable<Kind> {
  const idOf = (row: Row) => record(row).recordId;
  const put = (row: Row, action: AuditAction<Kind>) => {
    rows.set(idOf(row), structuredClone(row));
    audit({ action, record: record(row) });
  };
  return {
    get: async (id) => rows.get(id),
    async list(query) {
      const all = [...rows.values()].filter((row) => matches(row, query));
      return pageOf(
        all.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
        query,
      );
    },
    put: async (row, action) => put(row, action),
    putAll: async (all, action) => all.forEach((row) => put(row, action)),
    async delete(id, action) {
      const row = rows.get(id);
      rows.delete(id);
      if (row) audit({ action, record: record(row) });
    },
  };
}

function pageOf<Row>(all: readonly Row[], query: Paging & Partial<Continued>): Page<Row> {
  const { offset = 0, size = all.length, afterId, afterEmail, afterOrder } = query;
  const isContinued = [afterId, afterEmail, afterOrder].some((after) => after !== undefined);
  const total = isContinued ? Math.min(all.length, offset + size + 1) : all.length;
  return { items: all.slice(offset, offset + size), total };
}

/** Says where another page ended. */
type Continued = Pick<ProductRowQuery, 'afterId'> &
  Pick<TrainerRowQuery, 'afterEmail'> &
  Pick<ImportStepRowQuery, 'afterOrder'>;

function withNames<Table extends Pick<ReadProductTable, 'list'>>(
  products: Table,
): Table & Pick<ReadProductTable, 'namedLike'> {
  return { ...products, namedLike: namedLikeAmong(products) };
}
