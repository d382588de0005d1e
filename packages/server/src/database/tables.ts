import type {
  CertificateMediaType,
  CertificationRejection,
  FieldChange,
  FindingRecord,
  ImportAction,
  ImportKind,
  ImportOptions,
  ImportSource,
  ImportState,
  Issue,
  PlanCounts,
  PlanProgress,
  Product,
  StartState,
  StoredTrainer,
  Trainer,
  PdfActiveContent,
} from '@enrollkit/core';
import type { ColumnType, Generated } from 'kysely';
import type { EnrollmentsTable, StatusChangesTable } from './enrollment-tables.js';
import type { MailsTable } from './mails-table.js';
import type {
  LtiInvitationsTable,
  LtiKeysTable,
  LtiLinksTable,
  LtiLoginsTable,
  LtiMembersTable,
  LtiPlatformsTable,
  LtiSessionsTable,
} from './lti-tables.js';
import type { WebhookDeliveriesTable, WebhookEndpointsTable, WebhookEventsTable } from './webhook-tables.js';

export type { EnrollmentColumns, EnrollmentsTable, StatusChangesTable } from './enrollment-tables.js';
export type { MailsTable } from './mails-table.js';
export type { WebhookDeliveriesTable, WebhookEndpointsTable, WebhookEventsTable } from './webhook-tables.js';

/**
 * The tables as queries see them. The migrations make them so. `provider_id` is empty in a host with one provider;
 * moments come and go as the kit writes them (`2026-08-24T22:00:00.000Z`), days as `yyyy-mm-dd`.
 */
export interface Tables {
  readonly providers: ProvidersTable;
  readonly products: ProductsTable;
  readonly trainers: TrainersTable;
  readonly imports: ImportsTable;
  readonly import_steps: ImportStepsTable;
  readonly feeds: FeedsTable;
  readonly trainer_invitations: TrainerInvitationsTable;
  readonly certifications: CertificationsTable;
  readonly enrollments: EnrollmentsTable;
  readonly status_changes: StatusChangesTable;
  readonly certificates: CertificatesTable;
  readonly files: FilesTable;
  readonly invoices: InvoicesTable;
  readonly mails: MailsTable;
  readonly answers: AnswersTable;
  readonly audit_entries: AuditEntriesTable;
  readonly api_keys: ApiKeysTable;
  readonly signing_keys: SigningKeysTable;
  readonly lti_platforms: LtiPlatformsTable;
  readonly lti_invitations: LtiInvitationsTable;
  readonly lti_logins: LtiLoginsTable;
  readonly lti_sessions: LtiSessionsTable;
  readonly lti_links: LtiLinksTable;
  readonly lti_members: LtiMembersTable;
  readonly lti_keys: LtiKeysTable;
  readonly record_numbers: RecordNumbersTable;
  readonly webhook_endpoints: WebhookEndpointsTable;
  readonly webhook_events: WebhookEventsTable;
  readonly webhook_deliveries: WebhookDeliveriesTable;
}

/** The number of a record, for clients that know no other ids. */
export interface RecordNumbersTable {
  readonly provider_id: string;
  readonly kind: 'booking' | 'certification' | 'certificate';
  /** Each provider and kind counts from 1. */
  readonly number: number;
  readonly id: string;
}

/** What a provider chose. One without a row has the defaults. */
export interface ProvidersTable {
  readonly id: string;
  /** How long certificates are kept. Null: without end. */
  readonly retention_months: number | null;
  readonly created_at: Generated<string>;
}

export interface ProductsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly state: 'active' | 'deleted';
  readonly certification_ids: readonly string[];
  readonly start_states: ColumnType<readonly StartState[], string, string>;
  readonly version: number;
  /** The beginning of its name as names are compared, by which others that have the same are found. */
  readonly compared_name: string;
  /** What the provider published. */
  readonly published: ColumnType<Omit<Product, 'id' | 'providerId'>, string, string>;
}

export interface TrainersTable {
  readonly provider_id: string;
  /** In lower case. */
  readonly email: string;
  readonly state: 'invited' | 'confirmed';
  readonly invited_at: string;
  readonly invitation_sent_at: string | null;
  readonly confirmed_at: string | null;
  readonly version: number;
  readonly profile: ColumnType<Omit<Trainer, 'email'> & Pick<StoredTrainer, 'ownProfile' | 'links'>, string, string>;
}

export interface ImportsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly source: ColumnType<ImportSource, string, string>;
  readonly options: ColumnType<ImportOptions, string, string>;
  readonly started_at: string;
  readonly started_by: string;
  readonly planned_at: string | null;
  readonly finished_at: string | null;
  readonly counts: ColumnType<PlanCounts, string, string>;
  /** Steps that are done. Apart, because it goes up with every one of them. */
  readonly applied: number;
  /** How far planning is. */
  readonly progress: ColumnType<PlanProgress | null, string | null, string | null>;
  readonly problem: ColumnType<Issue | null, string | null, string | null>;
  /** Only read when somebody looks at one import. */
  readonly findings: ColumnType<readonly FindingRecord[], string | undefined, string>;
  /** How often it was begun since it last got further. */
  readonly attempts: ColumnType<number, number | undefined, number>;
  readonly version: number;
}

export interface ImportStepsTable {
  readonly provider_id: string;
  readonly import_id: string;
  readonly id: string;
  /** Its `order`, which is a word of SQL. */
  readonly position: number;
  readonly name: string;
  readonly action: ImportAction;
  readonly changes: ColumnType<readonly FieldChange[], string, string>;
  readonly line: number | null;
  readonly done_at: string | null;
}

/** Where a provider's feed is, and what is known of it. */
export interface FeedsTable {
  readonly provider_id: string;
  readonly kind: ImportKind;
  readonly url: string;
  readonly every_minutes: number;
  readonly apply_when_planned: boolean;
  readonly max_deleted_share: number;
  readonly next_at: string;
  readonly checked_at: string | null;
  /** What its server said of the last one. */
  readonly etag: string | null;
  readonly last_modified: string | null;
  /** Of the last one. */
  readonly sha256: string | null;
  readonly import_id: string | null;
  readonly problem: ColumnType<Issue | null, string | null, string | null>;
  /** In a row. */
  readonly failures: number;
  readonly version: number;
}

export interface TrainerInvitationsTable {
  readonly provider_id: string;
  readonly email: string;
  /** Who shows it is the trainer. */
  readonly token: string;
  readonly attempts: Generated<number>;
  readonly next_at: string | null;
  /** Nobody can be reached at this address. */
  readonly refused_at: string | null;
}

export interface CertificationsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly requires_valid_until: boolean;
  readonly verified: boolean;
  readonly rejection: ColumnType<CertificationRejection | null, string | null, string | null>;
  readonly version: number;
}

export interface CertificatesTable {
  readonly provider_id: string;
  readonly id: string;
  readonly enrollment_id: string;
  readonly certification_id: string;
  readonly owner_name: string | null;
  readonly owner_email: string;
  readonly email: string;
  readonly external_id: string | null;
  readonly employer_id: string | null;
  readonly file_name: string;
  readonly active_content: readonly PdfActiveContent[] | null;
  readonly media_type: CertificateMediaType;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly consent_text_version: string | null;
  readonly consent_confirmed_at: string | null;
  readonly consent_confirmed_by: string | null;
  readonly uploaded_by: string;
  readonly created_at: string;
  readonly version: number;
}

/** The files that records need. Bytes without a row here are an orphan. */
export interface FilesTable {
  readonly sha256: string;
  readonly size_bytes: number;
  readonly kept_at: Generated<string>;
}

export interface InvoicesTable {
  readonly provider_id: string;
  readonly enrollment_id: string;
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly uploaded_at: string;
  readonly uploaded_by: string;
}

/** First answers by idempotency key. */
export interface AnswersTable {
  readonly key: string;
  readonly request: string;
  /** JSON; null: there was nothing to answer. */
  readonly result: ColumnType<unknown, string | null, string | null>;
  readonly at: string;
}

/** Who did or saw what. */
export interface AuditEntriesTable {
  readonly id: Generated<string>;
  readonly at: string;
  readonly provider_id: string;
  /** Of a rule of the calendar: the rule. */
  readonly actor_id: string;
  /** A role of an actor, or `rule`. */
  readonly actor_role: string;
  /** What wrote. Null: somebody only looked, or it is of before. */
  readonly use_case: string | null;
  /** One of core's table of audited actions, or what was done without writing a record. */
  readonly action: string;
  readonly kind: string;
  readonly record_id: string;
  readonly enrollment_id: string | null;
  /** What the actor said about it. */
  readonly note: string | null;
  readonly request_id: string | null;
}

export interface ApiKeysTable {
  readonly id: string;
  /** Null: of no provider, for platform staff. */
  readonly provider_id: string | null;
  readonly role: string;
  readonly name: string;
  readonly secret_hash: string;
  readonly created_at: Generated<string>;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
}

/** Keys that sign tokens for widgets. */
export interface SigningKeysTable {
  readonly kid: string;
  /** A private JWK, or a symmetric one. */
  readonly jwk: ColumnType<Readonly<Record<string, unknown>>, string, string>;
  readonly created_at: Generated<string>;
  readonly retired_at: string | null;
}
