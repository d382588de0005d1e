import { sql, type Kysely } from 'kysely';

const id = 'text collate "C"';

/** Whole numbers for records, for clients that know no other ids. One that was given is never given again. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table record_numbers (
  provider_id ${id} not null,
  kind ${id} not null,
  number integer not null,
  id ${id} not null,
  primary key (provider_id, kind, number),
  unique (provider_id, kind, id)
);
`;
  await sql.raw(statements).execute(database);
}
