import { sql, type Kysely } from 'kysely';

/** What platform staff rejected, and why. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table certifications add column rejection jsonb`.execute(database);
}
