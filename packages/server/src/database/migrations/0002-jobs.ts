import { sql, type Kysely } from 'kysely';

/** When each job is to run next: one plan for all servers. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
create table jobs (
  name text primary key,
  next_at timestamp (3) with time zone not null
)`.execute(database);
}
