import { sql, type Kysely } from 'kysely';

/** What erasing a person looks for: kept answers about a record, and the trail of an enrollment's own people. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create index answers_by_record on answers ((result ->> 'id'));
create index answers_by_enrollment on answers ((result ->> 'enrollmentId'));
`;
  await sql.raw(statements).execute(database);
}
