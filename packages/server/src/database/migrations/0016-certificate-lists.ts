import { sql, type Kysely } from 'kysely';

/** Whose a certificate is, by name, and what expires first. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table certificates add column owner_name text`.execute(database);
  await sql`
    update certificates set owner_name = enrollments.participant_name from enrollments
    where enrollments.provider_id = certificates.provider_id and enrollments.id = certificates.enrollment_id
  `.execute(database);
  await sql`
    create index certificates_by_expiry on certificates (provider_id, coalesce(valid_until, date '9999-12-31'), id)
  `.execute(database);
}
