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
import { cannotBeStored } from './list-rows.js';
import { readPage } from './page-of-rows.js';
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
  /** More are not counted: the page says that there are. Default: see `totals.ts`. */
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
  const { isById = () => source.order === undefined, mostCounted, mayBeFew = () => false } = source;
  const { order = () => sql`${sql.ref(key)}, provider_id` } = source;
  const rowsMeeting = (met: Expression<SqlBool>) => source.select(tx).where(met);
  const own: Conditions = tenant === undefined ? [] : [sql<SqlBool>`provider_id = ${tenant}`];

  return {
    async get(id, providerId) {
      if (cannotBeStored([id, providerId])) return undefined;
      const isThis = sql<SqlBool>`${sql.ref(key)} = ${id}`;
      const meant = ofTenant(providerId === undefined ? undefined : { providerId });
      const found = rowsMeeting(allOf([isThis, ...meant, ...(tenant === undefined ? inScope(scope) : own)])).limit(2);
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
      const { items, ...said } = await readPage({
        tx,
        table,
        key,
        met: allOf([...own, ...conditions(query)]),
        rowsMeeting,
        order: (areFew) => order(query, areFew),
        size: query.size,
        offset: query.offset ?? 0,
        isContinued: isContinued(query),
        isById: isById(query),
        areOfMany: tenant === undefined && (query as Scoped).scope?.providerId === undefined,
        asksForAll: asksForAll(query),
        mayBeFew: mayBeFew(query),
        mostCounted,
      });
      return { items: items.map(toRow), ...said };
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

function allOf(conditions: Conditions): Expression<SqlBool> {
  return expressionBuilder<Tables, keyof Tables>().and(conditions);
}
