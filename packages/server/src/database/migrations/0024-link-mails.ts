import { sql, type Kysely } from 'kysely';

/** Mails about a trainer and a course, which are about no booking. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
alter table mails
  alter column enrollment_id drop not null,
  add column trainer_email text collate "C",
  add column product_id text collate "C";
`;
  await sql.raw(statements).execute(database);
}
