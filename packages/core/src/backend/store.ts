import type { Scope } from '../access/scope.js';
import type { Certificate, CertificateFile, Certification } from '../certificate/certificate.js';
import type { EnrollmentCount } from '../enrollment/lists/count-enrollments.js';
import type { Enrollment } from '../enrollment/enrollment.js';
import type { FindingRecord, ImportAction, ImportSession, ImportStep, PlanProgress } from '../import/feed-import.js';
import type { NamedProduct } from '../product/comparable-name.js';
import type { StoredProduct } from '../product/product.js';
import type { BookedSeats } from '../product/start-offer.js';
import type { StoredTrainer } from '../trainer/trainer.js';
import type { Instant } from '../calendar/time.js';
import type { Page, Paging } from '../call-options.js';
import type { Change, ChangeListener } from './ports/change-port.js';
import type { CertificateQuery } from './ports/certificate-port.js';
import type { CertificationQuery } from './ports/certification-port.js';
import type { EnrollmentQuery } from './ports/enrollment-port.js';
import type { ProductQuery } from './ports/product-port.js';
import type { ImportQuery, ImportStepQuery } from './ports/import-port.js';
import type { TrainerQuery } from './ports/trainer-port.js';
import type { AuditAction, AuditedKind, Intent } from './audit.js';
import type { AnswerTable } from './answer-table.js';
import type { StagedFile } from './file-store.js';

export type { AnswerTable, StoredAnswer } from './answer-table.js';
export type { FileStore, StagedFile, StageOptions } from './file-store.js';

/**
 * What a database must do for the use cases. Records are found by an id that is unique in the store; where providers choose
 * ids themselves (a feed's products), a server gives each provider's use cases a store limited to that provider.
 */
export interface Store {
  /**
   * Runs `work` on one consistent view. Like `write`, it awaits nothing but these tables, and may be run again. `isList`: it
   * reads many rows, so that a database with copies may let one of them answer that has all that was written before.
   * `isOneQuestion`: it asks once, so that no transaction is needed around it.
   */
  read<Result>(work: (tables: ReadTables) => Promise<Result>, options?: ReadHints): Promise<Result>;
  /**
   * Runs `work`, which is for `intent`, as if alone; all it writes becomes visible together or not at all, and with it
   * what the audit trail says of it (`auditEntries`). When it throws, nothing is written and
   * the error passes through. `work` may be run again after a clash, so it awaits nothing but these tables.
   */
  write<Result>(intent: Intent, work: (tables: WriteTables) => Promise<Result>): Promise<Result>;
  /** Carries changes to every listener on this store: this page, other tabs, other server processes. */
  readonly changes: ChangeChannel;
}

/** What a store may use to answer sooner. */
export interface ReadHints {
  readonly isList?: boolean;
  readonly isOneQuestion?: boolean;
}

export interface ChangeChannel {
  /** Called after the transaction is done. Listeners here hear it as well. */
  publish(change: Change): void;
  subscribe(listener: ChangeListener): () => void;
}

export interface ReadTables {
  readonly enrollments: ReadEnrollmentTable;
  readonly certificates: ReadTable<CertificateRow, CertificateRowQuery>;
  readonly certifications: ReadTable<Certification, CertificationRowQuery>;
  readonly products: ReadProductTable;
  /** By e-mail address, in lower case. */
  readonly trainers: ReadTable<StoredTrainer, TrainerRowQuery>;
  readonly invoices: ReadInvoiceTable;
  readonly imports: ReadImportTable;
  readonly importSteps: ReadImportStepTable;
  /** First answers by idempotency key. */
  readonly answers: Pick<AnswerTable, 'get' | 'getAll'>;
}

export interface WriteTables {
  readonly enrollments: EnrollmentTable;
  readonly certificates: ManyWriteTable<CertificateRow, CertificateRowQuery, 'certificate'> &
    DeletingTable<'certificate'>;
  readonly certifications: WriteTable<Certification, CertificationRowQuery, 'certification'>;
  readonly products: ManyWriteTable<StoredProduct, ProductRowQuery, 'product'> & ReadProductTable;
  readonly trainers: WriteTable<StoredTrainer, TrainerRowQuery, 'trainer'>;
  readonly invoices: InvoiceTable;
  readonly imports: ImportTable;
  readonly importSteps: ImportStepTable;
  /** First answers by idempotency key. */
  readonly answers: AnswerTable;
  /** Makes staged files part of this transaction. The same bytes may be there already. */
  keepFiles(files: readonly StagedFile[]): Promise<void>;
  /** Lets go of a file that no row needs any more. */
  dropFile(sha256: string): Promise<void>;
}

/** An enrollment as a database keeps it. */
export interface EnrollmentRow extends Enrollment {
  /** When the next rule comes due, so that a query by status first applies what is due. */
  readonly nextRuleAt?: Instant;
}

/** A certificate as a database keeps it: with what decides who may see it, as it was on the enrollment. */
export interface CertificateRow extends Omit<Certificate, 'certification' | 'participant' | 'allowed' | 'notices'> {
  readonly owner: CertificateOwner;
}

export interface CertificateOwner {
  /** Absent in rows from before. */
  readonly name?: string;
  readonly providerId?: string;
  readonly email: string;
  readonly externalId?: string;
  readonly employerId?: string;
}

export interface ReadTable<Row, Query extends Paging> {
  /** `providerId`: whose is meant, where several providers may have one with this id. */
  get(id: string, providerId?: string): Promise<Row | undefined>;
  /**
   * The rows that meet every condition of the query, ordered by id, so that pages don't overlap. Everything from `offset`
   * on when `size` is absent.
   */
  list(query: Query): Promise<Page<Row>>;
}

export interface WriteTable<Row, Query extends Paging, Kind extends AuditedKind> extends ReadTable<Row, Query> {
  /** Inserts or replaces by id, and writes down what for. */
  put(row: Row, action: AuditAction<Kind>): Promise<void>;
}

export type ManyWriteTable<Row, Query extends Paging, Kind extends AuditedKind> = WriteTable<Row, Query, Kind> & {
  /** As `put`, each of them, with as few statements as the database can do it. No two have one id. */
  putAll(rows: readonly Row[], action: AuditAction<Kind>): Promise<void>;
};

export interface DeletingTable<Kind extends AuditedKind> {
  /** Writes it down too, when there is such a row. */
  delete(id: string, action: AuditAction<Kind>): Promise<void>;
}

export interface ReadEnrollmentTable extends ReadTable<EnrollmentRow, EnrollmentRowQuery> {
  /** The ids of all that meet the query, in its order. Of several providers' rows with one id it has that as often. */
  listIds(query: EnrollmentRowQuery): Promise<readonly string[]>;
  /**
   * How many bookings take a seat (`SEAT_TAKING_STATES`), by start. Starts without any may be left out, and so are bookings
   * without a start. Within `write` it sees the transaction's own rows, and no other transaction books meanwhile.
   */
  countSeats(query: SeatQuery): Promise<readonly SeatCount[]>;
  /** How many enrollments these products have. Products without any may be left out. */
  countByProduct(query: ProductsQuery): Promise<readonly (EnrollmentCount & { readonly productId: string })[]>;
  /**
   * For each, in their order: the enrollment with this id and what a certificate for it is judged by. As one question for
   * all with one certification where the database can.
   */
  getForCertificates(aims: readonly CertificateAim[]): Promise<readonly (CertificateGrounds | undefined)[]>;
}

export type EnrollmentTable = ReadEnrollmentTable & ManyWriteTable<EnrollmentRow, EnrollmentRowQuery, 'enrollment'>;

/** What a certificate is for. */
export interface CertificateAim {
  readonly enrollmentId: string;
  readonly certificationId: string;
}

/** An enrollment, and what a certificate for it is judged by: all of one provider. */
export interface CertificateGrounds {
  readonly enrollment: EnrollmentRow;
  /** Absent: the enrollment names a product that isn't kept here. */
  readonly product?: Pick<StoredProduct, 'certificationIds'>;
  /** The certification with the id that was asked for, if there is one. */
  readonly certification?: Certification;
}

export interface ProductsQuery {
  /** `null`: a host with one provider only. */
  readonly providerId: string | null;
  readonly productIds: readonly string[];
}

export interface SeatQuery {
  /** `null`: a host with one provider only. */
  readonly providerId: string | null;
  readonly productId: string;
  /** Bookings made at this moment or later also count as `bookedSincePublished`. Absent: all of them do. */
  readonly publishedAt?: Instant;
}

export interface SeatCount extends BookedSeats {
  readonly startingDateId: string;
}

export interface ReadInvoiceTable {
  /** The one of an enrollment that was uploaded last. */
  latest(enrollmentId: string): Promise<InvoiceRow | undefined>;
}

export interface InvoiceTable extends ReadInvoiceTable {
  /** The same bytes for the same enrollment are one invoice. What it does to the enrollment is in the trail. */
  put(row: InvoiceRow): Promise<void>;
}

/** An invoice as a database keeps it. */
export interface InvoiceRow {
  readonly enrollmentId: string;
  readonly providerId?: string;
  readonly file: Pick<CertificateFile, 'name' | 'mediaType' | 'sizeBytes' | 'sha256'>;
  readonly uploadedAt: Instant;
  readonly uploadedBy: string;
}

/** Listed newest first. */
export interface ReadImportTable extends ReadTable<ImportSession, ImportRowQuery> {
  /** Apart from the rest, so that looking at an import costs little. */
  getFindings(id: string): Promise<readonly FindingRecord[]>;
}

/** Deleting an import deletes its findings and steps. */
export interface ImportTable
  extends ReadImportTable, WriteTable<ImportSession, ImportRowQuery, 'import'>, DeletingTable<'import'> {
  putFindings(id: string, findings: readonly FindingRecord[]): Promise<void>;
  /** Of one that is there. `undefined`: it has none. */
  putProgress(id: string, progress: PlanProgress | undefined): Promise<void>;
}

export interface ReadImportStepTable {
  /** Those with these ids that are there, in any order. */
  getAll(importId: string, ids: readonly string[]): Promise<readonly ImportStep[]>;
  /** Those of one import, in their order. */
  list(query: ImportStepRowQuery): Promise<Page<ImportStep>>;
}

export interface ImportStepTable extends ReadImportStepTable {
  /**
   * Inserts or replaces by id, which no two of them share. Answers the ids that a step with another order has already: those
   * are left as they are.
   */
  putAll(steps: readonly ImportStep[]): Promise<readonly string[]>;
  /** Writes down that steps are done, and counts them as applied in their import. */
  markDone(importId: string, ids: readonly string[], at: Instant): Promise<void>;
  /** All of one import. */
  deleteAll(importId: string): Promise<void>;
}

/** Every row query carries the records that its actor may know of. */
interface Scoped {
  readonly scope?: Scope;
}

/** E-mail addresses here are in lower case, and match in any case. */
export interface EnrollmentRowQuery extends Omit<EnrollmentQuery, 'needs' | 'afterId' | 'afterProviderId'>, Scoped {
  /** Whether its product leads to a certification. */
  readonly leadsToCertificate?: true;
  /** Has a certificate whose certification isn't verified. */
  readonly hasUnverifiedCertificate?: true;
  /** Where the page before ended. */
  readonly after?: OrderPosition;
  /** Rows whose next rule comes due at this moment or before. */
  readonly ruleDueBy?: Instant;
}

/** Where a page ended: the value of its order, if it has one, then the id, and at last whose it was, if that is known. */
export interface OrderPosition {
  readonly value: string;
  readonly id: string;
  readonly providerId?: string;
}

type OneOrSome = 'enrollmentId' | 'certificationId' | 'sha256';

export interface CertificateRowQuery extends Omit<CertificateQuery, 'afterId' | 'afterProviderId' | OneOrSome>, Scoped {
  /** Of one of these, and so on. */
  readonly enrollmentId?: string | readonly string[];
  readonly certificationId?: string | readonly string[];
  readonly sha256?: string | readonly string[];
  /** Where the page before ended. */
  readonly after?: OrderPosition;
}

export interface CertificationRowQuery extends Omit<CertificationQuery, 'productId'>, Scoped {
  readonly ids?: readonly string[];
}

export interface NamesQuery {
  /** Absent: a host with one provider only. */
  readonly providerId?: string | undefined;
  readonly names: readonly string[];
}

export interface ReadProductTable extends ReadTable<StoredProduct, ProductRowQuery> {
  /** What this provider has on offer under one of these names, as `comparableName` compares. In the order of their ids. */
  namedLike(query: NamesQuery): Promise<readonly NamedProduct[]>;
}

export interface ProductRowQuery extends Omit<ProductQuery, 'site'>, Scoped {}

export interface TrainerRowQuery extends TrainerQuery, Scoped {}

export interface ImportRowQuery extends ImportQuery, Scoped {}

/** Whoever asks has looked at the import, and so at whose it is. */
export interface ImportStepRowQuery extends Omit<ImportStepQuery, 'action' | 'forReview'> {
  readonly importId: string;
  readonly action?: ImportAction | readonly ImportAction[];
}
