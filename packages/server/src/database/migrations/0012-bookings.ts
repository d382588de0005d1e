import { sql, type Kysely } from 'kysely';

/** Where a booking stands, and what was booked. Bookings from before were accepted, or cancelled. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table enrollments
      add column booking_state text not null default 'accepted',
      add column original_booking_state text,
      add column booking_history jsonb not null default '[]',
      add column booked jsonb,
      add column consumer boolean,
      add column withdrawal jsonb,
      add column requested_at timestamptz,
      add column declined_at timestamptz,
      add column withdrawn_at timestamptz
  `.execute(database);
  await sql`update enrollments set booking_state = 'cancelled' where status = 'cancelled'`.execute(database);
  await sql`
    create index enrollments_seats on enrollments (provider_id, product_id, starting_date_id, booking_state, created_at)
  `.execute(database);
}
