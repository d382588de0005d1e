import { sql, type Kysely } from 'kysely';

/** How often an import was begun without getting further: written before each attempt, so that a killed one counts. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table imports add column attempts integer not null default 0`.execute(database);
}
