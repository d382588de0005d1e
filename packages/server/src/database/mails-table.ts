import type { EnrollmentDates, Instant } from '@enrollkit/core';
import type { ColumnType, Generated } from 'kysely';

/** Who is told. */
export type Audience = 'participant' | 'provider' | 'trainer';

/** What the record doesn't say any more when the mail is written. */
export interface NoticeFacts {
  readonly at: Instant;
  readonly note?: string;
  /** Of a start that moved. */
  readonly before?: EnrollmentDates;
  readonly after?: EnrollmentDates;
  /** To the provider: how many participants of this start are told. */
  readonly participants?: number;
}

/** Mails to send, and those that were sent lately. */
export interface MailsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly kind: string;
  readonly audience: Audience;
  /** What it is about: a booking, or a trainer and a course. */
  readonly enrollment_id: string | null;
  readonly certificate_id: string | null;
  readonly trainer_email: string | null;
  readonly product_id: string | null;
  readonly facts: ColumnType<NoticeFacts, string, string>;
  readonly created_at: string;
  readonly attempts: Generated<number>;
  readonly next_at: string | null;
  readonly sent_at: string | null;
  /** Nobody can be reached at this address, or there is nothing to tell any more. */
  readonly refused_at: string | null;
}
