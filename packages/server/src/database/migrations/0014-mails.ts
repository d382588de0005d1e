import { sql, type Kysely } from 'kysely';

const id = 'text collate "C"';
const moment = 'timestamp (3) with time zone';

/** Mails that follow from what happened, written down with it and sent afterwards. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table mails (
  provider_id ${id} not null,
  id ${id} not null,
  kind text not null,
  audience text not null,
  enrollment_id ${id} not null,
  certificate_id ${id},
  facts jsonb not null,
  created_at ${moment} not null,
  attempts integer not null default 0,
  next_at ${moment},
  sent_at ${moment},
  refused_at ${moment},
  primary key (provider_id, id)
);
create index mails_to_send on mails (created_at) where sent_at is null and refused_at is null;
create index mails_sent on mails (provider_id, sent_at) where sent_at is not null;
create index mails_by_enrollment on mails (provider_id, enrollment_id);
`;
  await sql.raw(statements).execute(database);
}
