import type { Binary, Certificate, Certification } from '../certificate/certificate.js';
import type { Enrollment } from '../enrollment/enrollment.js';
import type { StoredProduct } from '../product/product.js';
import type { Instant } from '../time.js';
import type {
  AbortSignalLike,
  Change,
  ChangeListener,
  CertificateQuery,
  CertificationQuery,
  EnrollmentQuery,
  Page,
  Paging,
  ProductQuery,
  UploadProgress,
} from './backend.js';

/** What a database must do for the use cases. */
export interface Store {
  /** Runs `work` on one consistent view. */
  read<Result>(work: (tables: ReadTables) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` as if alone; all it writes becomes visible together or not at all. When it throws, nothing is written and
   * the error passes through. `work` may be run again after a clash, so it awaits nothing but these tables.
   */
  write<Result>(work: (tables: WriteTables) => Promise<Result>): Promise<Result>;
  /** Carries changes to every listener on this store: this page, other tabs, other server processes. */
  readonly changes: ChangeChannel;
}

export interface ChangeChannel {
  /** Called after the transaction is done. Listeners here hear it as well. */
  publish(change: Change): void;
  subscribe(listener: ChangeListener): () => void;
}

export interface ReadTables {
  readonly enrollments: ReadTable<Enrollment, EnrollmentQuery>;
  readonly certificates: ReadTable<Certificate, CertificateRowQuery>;
  readonly certifications: ReadTable<Certification, CertificationRowQuery>;
  readonly products: ReadTable<StoredProduct, ProductQuery>;
}

export interface WriteTables extends ReadTables {
  readonly enrollments: WriteTable<Enrollment, EnrollmentQuery>;
  readonly certificates: WriteTable<Certificate, CertificateRowQuery>;
  readonly certifications: WriteTable<Certification, CertificationRowQuery>;
  readonly products: WriteTable<StoredProduct, ProductQuery>;
  /** First answers by idempotency key. */
  readonly answers: AnswerTable;
  /** Makes a staged file part of this transaction. */
  keepFile(file: StagedFile): Promise<void>;
  /** Lets go of a file that no row needs any more. */
  dropFile(sha256: string): Promise<void>;
}

export interface ReadTable<Row, Query extends Paging> {
  get(id: string): Promise<Row | undefined>;
  /** Ordered by id, so that pages don't overlap. */
  list(query: Query): Promise<Page<Row>>;
}

export interface WriteTable<Row, Query extends Paging> extends ReadTable<Row, Query> {
  /** Inserts or replaces by id. */
  put(row: Row): Promise<void>;
  delete(id: string): Promise<void>;
}

export interface AnswerTable {
  get(key: string): Promise<StoredAnswer | undefined>;
  put(answer: StoredAnswer): Promise<void>;
}

/** What the first write with an idempotency key answered. */
export interface StoredAnswer {
  readonly key: string;
  /** Method and arguments in short, so that a key used for something else is noticed. */
  readonly request: string;
  readonly result: unknown;
  readonly at: Instant;
}

export interface CertificateRowQuery extends CertificateQuery {
  /** Rows that share these bytes. */
  readonly sha256?: string;
}

export interface CertificationRowQuery extends Omit<CertificationQuery, 'productId'> {
  readonly ids?: readonly string[];
}

/** Where the bytes of certificates live: content-addressed by SHA-256. */
export interface FileStore {
  /** Hashes the bytes and makes them ready to keep; a server's store has them on disk when this resolves. */
  stage(content: Binary, options?: StageOptions): Promise<StagedFile>;
  open(sha256: string): Promise<Binary | undefined>;
}

export interface StageOptions {
  readonly signal?: AbortSignalLike;
  readonly onProgress?: (progress: UploadProgress) => void;
}

export interface StagedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly content: Binary;
}
