import { sql, type Kysely } from 'kysely';

/**
 * For engines and poolers without sessions: who is at a job and until when, where no lock can be held, and what changed, to be
 * asked for, where nobody is told. Both stay empty elsewhere.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
alter table jobs add column holder text collate "C", add column held_until timestamp (3) with time zone;
create table changes_told (
  id text collate "C" primary key,
  at timestamp with time zone not null,
  position integer not null,
  payload text not null
);
create index changes_told_by_time on changes_told (at);
`;
  await sql.raw(statements).execute(database);
}
