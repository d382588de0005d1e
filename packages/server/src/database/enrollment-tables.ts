import type {
  BookedPrice,
  BookingChange,
  BookingState,
  Correction,
  ParticipationStatus,
  WithdrawalStatement,
} from '@enrollkit/core';
import type { ColumnType, RawBuilder } from 'kysely';

/** What a record is made of. */
export interface EnrollmentColumns {
  readonly provider_id: string;
  readonly id: string;
  readonly product_id: string;
  readonly starting_date_id: string | null;
  readonly participant_name: string;
  /** As it was given. */
  readonly participant_email: string;
  /** In the one spelling that is searched for: `normalizeEmail`. */
  readonly email: string;
  readonly external_id: string | null;
  readonly employer_id: string | null;
  readonly start_date: string | null;
  readonly start_date_is_month_only: boolean | null;
  readonly end_date: string | null;
  readonly end_date_is_month_only: boolean | null;
  readonly status: ParticipationStatus;
  readonly original_status: string | null;
  readonly booking_state: ColumnType<BookingState, BookingState | undefined, BookingState>;
  readonly original_booking_state: string | null;
  /** Only ever grows. */
  readonly booking_history: ColumnType<readonly BookingChange[], string | undefined, string>;
  /** The price as it was shown. */
  readonly booked: ColumnType<BookedPrice | null, string | null, string | null>;
  readonly consumer: boolean | null;
  readonly withdrawal: ColumnType<WithdrawalStatement | null, string | null, string | null>;
  readonly requested_at: string | null;
  readonly declined_at: string | null;
  readonly withdrawn_at: string | null;
  readonly accepted_at: string | null;
  readonly invoice_uploaded_at: string | null;
  readonly certificate_uploaded_at: string | null;
  readonly cancelled_at: string | null;
  readonly created_at: string | null;
  readonly updated_at: string | null;
  /** When the next rule comes due. */
  readonly next_rule_at: string | null;
  /** Who takes part, or when, was set right. Only ever grows. */
  readonly corrections: ColumnType<readonly Correction[], string | undefined, string>;
  readonly version: number;
}

/** What rows are found and ordered by, and never read. */
export interface EnrollmentsTable extends EnrollmentColumns {
  readonly sort_name: ColumnType<string, string | undefined, string>;
  readonly words: ColumnType<string, RawBuilder<string> | undefined, RawBuilder<string>>;
  /** Made by the database. */
  readonly last_day: ColumnType<string | null, never, never>;
}

/** Only ever grows: no row is changed or removed, except with its enrollment. */
export interface StatusChangesTable {
  readonly provider_id: string;
  readonly enrollment_id: string;
  /** From 0, without gaps. */
  readonly position: number;
  readonly from_status: ParticipationStatus;
  readonly to_status: ParticipationStatus;
  readonly at: string;
  /** Who did it by hand. Exactly one of this, `rule` and `host` is there. */
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly rule: string | null;
  /** What a host is called that reported it, and what it saw. */
  readonly host: string | null;
  readonly detail: string | null;
  readonly note: ColumnType<string | null, string | null | undefined, string | null>;
}
