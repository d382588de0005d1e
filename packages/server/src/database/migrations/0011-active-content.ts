import { sql, type Kysely } from 'kysely';

/** What a certificate's file does beyond being looked at; null: nothing, or nobody looked. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table certificates add column active_content text[]`.execute(database);
}
