import { sql, type Kysely } from 'kysely';

/**
 * Addresses as they are searched for: only A to Z became small letters since. Those with other letters were spelled by the
 * rules of their alphabets, by which some are somebody else's.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const [table, column] of [
    ['enrollments', 'participant_email'],
    ['certificates', 'owner_email'],
  ] as const) {
    const email = sql.ref(column);
    await sql`update ${sql.table(table)}
      set email = translate(btrim(${email}), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
      where ${email} ~ '[^\\x01-\\x7F]'`.execute(database);
  }
}
