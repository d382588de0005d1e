import type { Database } from '../parts/server-parts.js';

/** After how many months a provider's enrollments lose their person; null: never. */
export async function readRetention({ tables }: Pick<Database, 'tables'>, providerId: string): Promise<number | null> {
  const provider = await tables
    .selectFrom('providers')
    .select('retention_months')
    .where('id', '=', providerId)
    .executeTakeFirst();
  return provider?.retention_months ?? null;
}

export async function writeRetention(
  { tables }: Pick<Database, 'tables'>,
  { providerId, months }: { readonly providerId: string; readonly months: number | null },
): Promise<void> {
  await tables
    .insertInto('providers')
    .values({ id: providerId, retention_months: months })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ retention_months: months }))
    .execute();
}
