import type { FullBackend, ReadOptions, StartPlan, StoredProduct } from '@enrollkit/core';
import { sql } from 'kysely';
import type { Database } from '../parts/server-parts.js';

/** A start that too few people booked, or that was told to be cancelled for it. */
export interface PlannedStart extends StartPlan {
  readonly product: StoredProduct;
}

export interface StartPlansOptions extends ReadOptions {
  readonly deadlineDays: number;
}

/** What is to happen today to the starts of these products. */
export async function* planStarts(
  backend: Pick<FullBackend, 'planStarts' | 'getProduct'>,
  productIds: readonly string[],
  options: StartPlansOptions,
): AsyncGenerator<PlannedStart, void, undefined> {
  for (const id of productIds) {
    const plans = await backend.planStarts(id, options);
    if (plans.length === 0) continue;
    const product = await backend.getProduct(id, options.signal ? { signal: options.signal } : {});
    for (const plan of plans) yield { ...plan, product };
  }
}

/** The products that have a start with a minimum: few of many. */
export async function productsWithMinimum(
  { tables }: Pick<Database, 'tables'>,
  providerId?: string,
): Promise<readonly { readonly providerId: string; readonly id: string }[]> {
  return tables
    .selectFrom('products')
    .select(['provider_id as providerId', 'id'])
    .where('state', '=', 'active')
    .where(sql<boolean>`published -> 'startingDates' @? '$[*] ? (@.minSeats > 0)'`)
    .$if(providerId !== undefined, (rows) => rows.where('provider_id', '=', providerId ?? ''))
    .orderBy('provider_id')
    .orderBy('id')
    .execute();
}
