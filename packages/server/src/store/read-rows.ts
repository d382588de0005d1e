import type { Paging, ReadTable, Scope } from '@enrollkit/core';
import {
  expressionBuilder,
  sql,
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import type { Tables } from '../database/tables.js';
import { ofTenant } from './conditions.js';
import { amongFirstOfEach } from './first-of-each.js';
import { cannotBeStored } from './list-rows.js';
import { besideIndex } from './order.js';
import type { Session } from './session.js';

/** What rows must meet, all of it. */
export type Conditions = readonly Expression<SqlBool>[];

/** How one kind of record is found. */
export interface RowSource<Name extends keyof Tables, Stored, Row, Query extends Paging> {
  readonly table: Name;
  readonly select: (tx: Session['tx']) => SelectQueryBuilder<Tables, Name, Stored>;
  readonly toRow: (stored: Stored) => Row;
  readonly conditions: (query: Query) => Conditions;
  /** Whether a query goes on where another ended: then what is left isn't counted. Default: it doesn't. */
  readonly isContinued?: (query: Query) => boolean;
  /** Whether a query's pages go on by id. Default: when there is no other order. */
  readonly isById?: (query: Query) => boolean;
  /** The column of the id by which one is got. Default `id`. */
  readonly key?: string;
  /** Default by id, so that pages don't overlap. Of few rows they are sorted, whatever index has that order. */
  readonly order?: (query: Query, areFew: boolean) => RawBuilder<unknown>;
  /**
   * Whether it asks for what few rows may meet, and PostgreSQL can't know how few. Going through all rows in their order until
   * a page is full is quick when many meet it; when one of a million does, all of them are read. Default: it doesn't.
   */
  readonly mayBeFew?: (query: Query) => boolean;
  /** More are not counted: the page says that there are. Default: all are. */
  readonly mostCounted?: number;
  /** What one must meet that is got by somebody who deals with several providers. Default: nothing. */
  readonly inScope?: (scope: Scope | undefined) => Conditions;
}

/** The records of a tenant. */
export function readRows<Name extends keyof Tables, Stored, Row, Query extends Paging>(
  { tx, tenant, scope }: Session,
  source: RowSource<Name, Stored, Row, Query>,
): ReadTable<Row, Query> & { readonly listIds: (query: Query) => Promise<readonly string[]> } {
  const { table, toRow, conditions, key = 'id', inScope = () => [], isContinued = () => false } = source;
  const { isById = () => source.order === undefined } = source;
  const { order = () => sql`${sql.ref(key)}, provider_id`, mostCounted, mayBeFew = () => false } = source;
  const rowsMeeting = (...all: readonly Conditions[]) => source.select(tx).where(allOf(all.flat()));
  const own: Conditions = tenant === undefined ? [] : [sql<SqlBool>`provider_id = ${tenant}`];

  return {
    async get(id, providerId) {
      if (cannotBeStored([id, providerId])) return undefined;
      const isThis = sql<SqlBool>`${sql.ref(key)} = ${id}`;
      const meant = ofTenant(providerId === undefined ? undefined : { providerId });
      const found = rowsMeeting([isThis], meant, tenant === undefined ? inScope(scope) : own).limit(2);
      // Who deals with several providers that use one id must say which is meant.
      const [only, second] = (await found.execute()) as readonly Stored[];
      return only && !second ? toRow(only) : undefined;
    },

    async listIds(query) {
      if (cannotBeStored(query)) return [];
      const met = allOf([...own, ...conditions(query)]);
      // One value, and not a row for each of a million.
      const { rows } = await sql<{ readonly ids: readonly string[] }>`select coalesce(json_agg(id), '[]') as ids from (
        select ${sql.ref(key)} as id from ${sql.table(table)} where ${met} order by ${order(query, false)}
      ) as ordered`.execute(tx);
      return rows[0]?.ids ?? [];
    },

    async list(query) {
      if (cannotBeStored(query)) return { items: [], total: 0 };
      const { size, offset = 0 } = query;
      const met = [own, conditions(query)];
      const meeting = sql`from ${sql.table(table)} where ${allOf(met.flat())}`;
      // One beyond it tells that there are more: beyond the page too, so that who reads page after page never stops before the end.
      const most = mostCounted && Math.max(mostCounted, offset + (size ?? 0));
      const counting = sql<number>`(select count(*) ${
        most === undefined ? meeting : sql`from (select ${meeting} limit ${usual(most, mostCounted, 1)}) as counted`
      })`;
      // `offset 0`: found as if all were wanted. For a few of many PostgreSQL would go through them until they are met.
      const few = mayBeFew(query)
        ? await counted(
            tx,
            sql`(select count(*) from (select from (select ${meeting} offset 0) as met limit ${UP_TO_MORE}) as few)`,
          )
        : MORE;
      const areFew = few <= FEW;
      // The rows tell how many there are, unless there are none: then only what comes before them is to be counted.
      const isUncounted = size === undefined || isContinued(query) || areFew;
      const beyond = isContinued(query) ? 1 : 0;
      // Ids are unique within a provider only, and the next page begins behind all that have the last one of this page.
      const areOfMany = tenant === undefined && (query as Scoped).scope?.providerId === undefined;
      const endsBehindId = areOfMany && isById(query) && offset === 0;
      // No index has the rows of all providers in the order of a value.
      const isWhole = areOfMany && !isById(query) && size !== undefined && !areFew && asksForAll(query);
      const count = usual(offset + (size ?? 0), USUAL_SIZE, beyond);
      const paged = isWhole
        ? [[amongFirstOfEach({ table, key, met: allOf(met.flat()), order: order(query, false), count })]]
        : met;
      const page = rowsMeeting(...paged).$if(!isUncounted, (select) => select.select(counting.as('total')));
      const ordered =
        endsBehindId && size !== undefined
          ? page
              .orderBy(areFew ? besideIndex(sql.ref(key), 'text') : sql.ref(key))
              .modifyEnd(sql`fetch first ${usual(size, USUAL_SIZE, 1)} rows with ties`)
          : page
              .orderBy(order(query, areFew))
              .$if(offset > 0, (select) => select.offset(offset))
              .$if(size !== undefined, (select) => select.limit(usual(size ?? 0, USUAL_SIZE, beyond)));
      // Those with one id come in the order of their providers: behind the last of them a page goes on.
      const settled = endsBehindId
        ? tx.selectFrom(ordered.as('page')).selectAll().orderBy(order(query, false))
        : ordered;
      const found = (await settled.execute()) as readonly (Stored & { readonly total?: number })[];
      const [first] = found;
      const said = areFew && !isContinued(query) ? few : first?.total;
      const total = said ?? (first || offset === 0 ? offset + found.length : await counted(tx, counting));
      const length = endsBehindId ? lengthOf(found, { size, key }) : size;
      const items = found.slice(0, length).map(toRow);
      // Who goes on finds out whether there are more.
      if (items.length > (size ?? Infinity)) return { items, total: Math.max(total, items.length + 1) };
      const isMore = !isUncounted && most !== undefined && total > most;
      return isMore ? { items, total: most, hasMore: true } : { items, total };
    },
  };
}

interface Scoped extends Paging {
  readonly scope?: Scope;
}

/** Whether nearly all there is is asked for, page after page in some order. Of certificates most are verified. */
function asksForAll({ scope = {}, ...query }: Scoped): boolean {
  const asked: Readonly<Record<string, unknown>> = { ...query, ...scope };
  return Object.entries(asked).every(([name, value]) => value === undefined || ASKS_FOR_MOST.has(name));
}

const ASKS_FOR_MOST: ReadonlySet<string> = new Set(['size', 'offset', 'after', 'orderBy', 'verifiedOnly']);

/** Where a page of rows ends, in the order of their ids: not between two with the same. */
function lengthOf(
  found: readonly unknown[],
  { size, key }: { readonly size: number | undefined; readonly key: string },
): number | undefined {
  if (size === undefined) return undefined;
  const ids = found.map((row) => (row as Readonly<Record<string, unknown>>)[key]);
  const next = ids.findIndex((id, index) => index >= size && id !== ids[size - 1]);
  return next < 0 ? ids.length : next;
}

/** So many rows are sorted in no time, and of a million more of them fill a page soon. */
const FEW = 10_000;
const MORE = FEW + 1;
const UP_TO_MORE = sql.lit(MORE);

/** What a page has of which nobody said how large it should be. */
const USUAL_SIZE = 50;

/**
 * What nearly everybody asks for is part of the text: PostgreSQL doesn't know how much a value will be, and plans a page anew
 * each time that it is little.
 */
function usual(count: number, usualCount: number | undefined, more: number): number | RawBuilder<number> {
  return count === usualCount ? sql.lit(count + more) : count + more;
}

async function counted(tx: Session['tx'], counting: RawBuilder<number>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select ${counting} as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

function allOf(conditions: Conditions): Expression<SqlBool> {
  return expressionBuilder<Tables, keyof Tables>().and(conditions);
}
