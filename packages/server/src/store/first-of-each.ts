import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../database/tables.js';

interface FirstOfEach {
  readonly table: keyof Tables;
  /** The column of the id. */
  readonly key: string;
  /** What all rows must meet. */
  readonly met: Expression<SqlBool>;
  readonly order: RawBuilder<unknown>;
  readonly count: number | RawBuilder<number>;
}

/**
 * The first rows of all providers together, in an order of which each provider has an index: those of each are read from there,
 * and of these the first. Without it all rows of all of them would be sorted for one page. Providers are found one behind the
 * other, by the same index. Only those are read further whose own first row is among the first of these rows: all that
 * another provider has comes behind as many others.
 */
export function amongFirstOfEach({ table, key, met, order, count }: FirstOfEach): Expression<SqlBool> {
  const all = sql.table(table);
  const id = sql.ref(key);
  return sql<SqlBool>`(provider_id, ${id}) in (
    with recursive providers (of) as (
      (select provider_id from ${all} order by provider_id limit 1)
      union all
      select (select provider_id from ${all} where provider_id > providers.of order by provider_id limit 1)
      from providers where providers.of is not null
    )
    select provider_id, ${id} from (
      select providers.of from providers
      cross join lateral (
        select * from ${all} where provider_id = providers.of and ${met} order by ${order} limit 1
      ) as first_of_one
      order by ${order} limit ${count}
    ) as ahead
    cross join lateral (
      select * from ${all} where provider_id = ahead.of and ${met} order by ${order} limit ${count}
    ) as of_one
    order by ${order} limit ${count}
  )`;
}
