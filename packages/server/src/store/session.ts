import type { AuditAction, CertificateRow, Enrollment, Scope, StoredTrainer } from '@enrollkit/core';
import type { Transaction } from 'kysely';
import type { Later } from '../database/run-transaction.js';
import type { Tables } from '../database/tables.js';
import type { AuditTrail } from './audit-trail.js';
import type { Tenant } from './tenant.js';

/** One transaction of one actor. */
export interface Session {
  readonly tx: Transaction<Tables>;
  readonly tenant: Tenant;
  /** What the actor may know of; absent: nothing. */
  readonly scope: Scope | undefined;
}

/** One that writes. */
export interface WriteSession extends Session {
  readonly audit: AuditTrail;
  readonly later: Later;
  readonly outbox: Outbox;
}

/** Hears what was written, for whoever is to be told of it. */
export interface Outbox {
  enrollment(before: Enrollment | undefined, after: Enrollment, action: AuditAction<'enrollment'>): void;
  certificate(row: CertificateRow, action: AuditAction<'certificate'>): void;
  trainer(row: StoredTrainer, action: AuditAction<'trainer'>): void;
}
