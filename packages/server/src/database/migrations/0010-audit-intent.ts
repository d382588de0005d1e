import { sql, type Kysely } from 'kysely';

/** What an entry of the trail was part of, and what was said about it. Of those from before it isn't known. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_entries add column use_case text, add column note text`.execute(database);
}
