import { sql, type Kysely } from 'kysely';

/** Who changed a status is named, and a host that saw it for itself is a cause of its own. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table status_changes
      add column actor_name text,
      add column host text,
      add column detail text,
      drop constraint status_changes_check,
      add constraint status_changes_one_cause check (num_nonnulls(actor_id, rule, host) = 1)
  `.execute(database);
}
