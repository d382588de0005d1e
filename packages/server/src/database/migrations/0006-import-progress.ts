import { sql, type Kysely } from 'kysely';

/** How far the planning of an import is. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table imports add column progress jsonb`.execute(database);
}
