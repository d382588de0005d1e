import { enrollmentWords, sortName } from '@enrollkit/core';
import { sql, type Kysely } from 'kysely';

const BATCH = 2000;

/**
 * What bookings are searched for and ordered by, why a status was changed, and what was corrected. `last_day` and what is
 * never there come last in an order: PostgreSQL compares the same expression in the index and in the query.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
alter table status_changes add column note text;

alter table enrollments
  add column corrections jsonb not null default '[]',
  add column sort_name text collate "C" not null default '',
  add column words tsvector not null default '',
  add column last_day date generated always as (
    case when end_date_is_month_only
      then (date_trunc('month', end_date::timestamp) + interval '1 month - 1 day')::date
      else end_date
    end
  ) stored;
`;
  await sql.raw(statements).execute(database);
  await fillWords(database);
  const indexes = `
-- Begins as enrollments_seats does.
drop index enrollments_by_product;
drop index enrollments_by_creation;
drop index enrollments_by_update;
create index enrollments_by_words on enrollments using gin (words);
create index enrollments_by_name on enrollments (provider_id, sort_name, id);
create index enrollments_by_creation
  on enrollments (provider_id, coalesce(created_at, timestamptz '9999-12-31 23:59:59.999+00'), id);
create index enrollments_by_update
  on enrollments (provider_id, coalesce(updated_at, timestamptz '9999-12-31 23:59:59.999+00'), id);
create index enrollments_by_last_day on enrollments (provider_id, coalesce(last_day, date '9999-12-31'), id);
create index enrollments_requested on enrollments (provider_id, id) where booking_state = 'requested';
create index enrollments_without_invoice on enrollments (provider_id, coalesce(last_day, date '9999-12-31'), id)
  where invoice_uploaded_at is null and booking_state = 'accepted';
create index enrollments_without_certificate on enrollments (provider_id, coalesce(last_day, date '9999-12-31'), id)
  where certificate_uploaded_at is null and booking_state = 'accepted';
`;
  await sql.raw(indexes).execute(database);
}

interface Person {
  readonly provider_id: string;
  readonly id: string;
  readonly participant_name: string;
  readonly participant_email: string;
  readonly external_id: string | null;
}

/** Words are folded by the one function that folds what is searched for, which no database has. */
async function fillWords(database: Kysely<unknown>): Promise<void> {
  for (let after: Pick<Person, 'provider_id' | 'id'> | undefined = { provider_id: '', id: '' }; after;) {
    const { rows }: { rows: Person[] } = await sql<Person>`
      select provider_id, id, participant_name, participant_email, external_id from enrollments
      where (provider_id, id) > (${after.provider_id}, ${after.id}) order by provider_id, id limit ${BATCH}
    `.execute(database);
    after = rows.length < BATCH ? undefined : rows.at(-1);
    if (rows.length === 0) return;
    const words = rows.map(({ id, participant_name: name, participant_email: email, external_id }) =>
      enrollmentWords({ id, participant: { name, email, ...(external_id !== null && { externalId: external_id }) } }),
    );
    await sql`
      update enrollments set sort_name = filled.sort_name, words = array_to_tsvector(string_to_array(filled.words, ' '))
      from unnest(
        ${rows.map((row) => row.provider_id)}::text[], ${rows.map((row) => row.id)}::text[],
        ${rows.map((row) => sortName(row.participant_name))}::text[], ${words.map((each) => each.join(' '))}::text[]
      ) as filled (provider_id, id, sort_name, words)
      where enrollments.provider_id = filled.provider_id and enrollments.id = filled.id
    `.execute(database);
  }
}
