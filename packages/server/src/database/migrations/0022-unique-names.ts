import { sql, type Kysely } from 'kysely';

const BATCH = 1000;

interface Named {
  readonly provider_id: string;
  readonly id: string;
  readonly name: string | null;
}

/** By which name a product is found. Not unique by itself: feeds brought the same name twice, and may rename step by step. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table products add column compared_name text collate "C" not null default ''`.execute(database);
  const { rows } = await sql<Named>`select provider_id, id, published ->> 'name' as name from products`.execute(
    database,
  );
  // As JavaScript has small letters, which a database in its own language may not.
  for (let at = 0; at < rows.length; at += BATCH) {
    const some = rows.slice(at, at + BATCH);
    const names = some.map(({ name }) => (name ?? '').toLowerCase().trim().replace(/\s+/g, ' ').slice(0, 200));
    await sql`
      update products set compared_name = named.compared_name
      from unnest(
        ${some.map((row) => row.provider_id)}::text[], ${some.map((row) => row.id)}::text[], ${names}::text[]
      ) as named (provider_id, id, compared_name)
      where products.provider_id = named.provider_id and products.id = named.id
    `.execute(database);
  }
  await sql`create index products_by_name on products (provider_id, compared_name)`.execute(database);
}
