import { sql } from 'kysely';
import type { Database } from '../../parts/server-parts.js';
import { nameHas } from '../../products/product-table.js';

/** As many as a list holds in which somebody looks for one. */
const MOST_PRODUCTS = 500;

export interface FoundProducts {
  /** The first of them, in the order of their names. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
  /** How many there are. */
  readonly total: number;
}

/** The courses on offer of a provider that have this in their names. */
export async function findProducts(
  tables: Database['tables'],
  providerId: string,
  search = '',
): Promise<FoundProducts> {
  const found = tables
    .selectFrom('products')
    .where('provider_id', '=', providerId)
    .where('state', '=', 'active')
    .where(nameHas(search));
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const products = await found
    .select(['id', sql<string>`published ->> 'name'`.as('name')])
    .orderBy('compared_name')
    .orderBy('id')
    .limit(MOST_PRODUCTS)
    .execute();
  return { products, total };
}
