import { sql, type Kysely } from 'kysely';

/**
 * The trail in its order, with what decides between two of one moment. Of one provider, whose pages went on by the moment alone;
 * and of all together, as platform staff read it: each part has the index of its own, and PostgreSQL merges them.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create index audit_entries_by_place on audit_entries (provider_id, at, id);
drop index audit_entries_by_moment;
create index audit_entries_of_all on audit_entries (at, id);
`;
  await sql.raw(statements).execute(database);
}
