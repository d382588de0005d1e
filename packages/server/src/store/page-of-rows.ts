import type { Page } from '@enrollkit/core';
import { sql, type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../database/tables.js';
import { amongFirstOfEach } from './first-of-each.js';
import { besideIndex } from './order.js';
import type { Session } from './session.js';
import { countedUpTo, MOST_COUNTED, MOST_COUNTED_OF_MANY, saidTotal, type Total } from './totals.js';

/** What is asked for. */
interface AskedPage {
  readonly tx: Session['tx'];
  readonly table: keyof Tables;
  /** The column of the id. */
  readonly key: string;
  /** All that rows must meet. */
  readonly met: Expression<SqlBool>;
  /** Of few rows they are sorted, whatever index has that order. */
  readonly order: (areFew: boolean) => RawBuilder<unknown>;
  /** Absent: all of them. */
  readonly size: number | undefined;
  readonly offset: number;
  /** Whether this page goes on where another ended: then what is left isn't counted. */
  readonly isContinued: boolean;
  /** Whether the next page goes on by id. */
  readonly isById: boolean;
  /** Whether several providers' rows may be among them: ids are unique within a provider only. */
  readonly areOfMany: boolean;
  /** Whether nearly all there is is asked for, in some order. */
  readonly asksForAll: boolean;
  /** Whether few may meet it, and PostgreSQL can't know how few. */
  readonly mayBeFew: boolean;
  /** More are not counted. Default: what anybody waits for. */
  readonly mostCounted: number | undefined;
}

/** The same, and how its rows are read. */
export interface PageRequest<Name extends keyof Tables, Stored> extends AskedPage {
  readonly table: Name;
  readonly rowsMeeting: (met: Expression<SqlBool>) => SelectQueryBuilder<Tables, Name, Stored>;
}

/** A row, and how many there are if that was asked along with it. */
type Found<Stored> = Stored & { readonly total?: number };

/** Reads a page: how few meet it, if that may be few; its rows; how many there are in all; and where among the rows it ends. */
export async function readPage<Name extends keyof Tables, Stored>(
  page: PageRequest<Name, Stored>,
): Promise<Page<Stored>> {
  const few = page.mayBeFew ? await countFew(page) : undefined;
  const found = await findRows(page, few !== undefined);
  const items = found.slice(0, lengthOf(found, page));
  return { items, ...(await totalOf(page, few, { found, length: items.length })) };
}

/** So many rows are sorted in no time, and of a million more of them fill a page soon. */
const FEW = 10_000;

/**
 * How many meet it, unless these are more than few. `offset 0`: found as if all were wanted. For a few of many PostgreSQL would
 * go through them until they are met.
 */
async function countFew({ tx, table, met }: AskedPage): Promise<number | undefined> {
  const counted = await countNow(
    tx,
    sql`(select count(*) from (
      select from (select from ${sql.table(table)} where ${met} offset 0) as met limit ${sql.lit(FEW + 1)}
    ) as few)`,
  );
  return counted > FEW ? undefined : counted;
}

/** The rows of the page in their order, and behind them what tells where it ends. */
async function findRows<Name extends keyof Tables, Stored>(
  page: PageRequest<Name, Stored>,
  areFew: boolean,
): Promise<readonly Found<Stored>[]> {
  const { tx, size, offset, order } = page;
  const rows = page
    .rowsMeeting(isByValueOfMany(page) && !areFew ? amongFirst(page) : page.met)
    .$if(isCounted(page) && !areFew, (select) => select.select(counting(page).as('total')));
  if (size !== undefined && endsBehindId(page)) {
    const whole = rows
      .orderBy(areFew ? besideIndex(sql.ref(page.key), 'text') : sql.ref(page.key))
      .modifyEnd(sql`fetch first ${usual(size, USUAL_SIZE, 1)} rows with ties`);
    // Those with one id come in the order of their providers: behind the last of them a page goes on.
    const settled = tx.selectFrom(whole.as('page')).selectAll().orderBy(order(false));
    return (await settled.execute()) as readonly Found<Stored>[];
  }
  const ordered = rows
    .orderBy(order(areFew))
    .$if(offset > 0, (select) => select.offset(offset))
    .$if(size !== undefined, (select) => select.limit(usual(size ?? 0, USUAL_SIZE, oneBehind(page))));
  return ordered.execute();
}

/** The next page begins behind all that have the last id of this one: so a page has all of them. */
function endsBehindId({ areOfMany, isById, offset }: AskedPage): boolean {
  return areOfMany && isById && offset === 0;
}

/** No index has the rows of all providers in the order of a value. */
function isByValueOfMany({ areOfMany, isById, size, asksForAll }: AskedPage): boolean {
  return areOfMany && !isById && size !== undefined && asksForAll;
}

function amongFirst(page: AskedPage): Expression<SqlBool> {
  const { table, key, met, order, size = 0, offset } = page;
  return amongFirstOfEach({
    table,
    key,
    met,
    order: order(false),
    count: usual(offset + size, USUAL_SIZE, oneBehind(page)),
  });
}

/** Who goes on isn't told how many there are: one row behind the page tells whether it is the last. */
function oneBehind({ isContinued }: AskedPage): 0 | 1 {
  return isContinued ? 1 : 0;
}

/** How many rows there are is asked along with them: in the same moment, and without another question. */
function isCounted({ size, isContinued }: AskedPage): boolean {
  return size !== undefined && !isContinued;
}

function mostCountedOf({ mostCounted, areOfMany }: AskedPage): number {
  return mostCounted ?? (areOfMany ? MOST_COUNTED_OF_MANY : MOST_COUNTED);
}

/** Counts one more than is told: it tells that there are more. */
function counting(page: AskedPage): RawBuilder<number> {
  const { table, met } = page;
  const most = countedUpTo(page, mostCountedOf(page));
  return sql<number>`(select count(*) from (
    select from ${sql.table(table)} where ${met} limit ${usual(most, mostCountedOf(page), 1)}
  ) as counted)`;
}

/** Where a page of rows ends, in the order of their ids: not between two with the same. */
function lengthOf(found: readonly unknown[], page: AskedPage): number | undefined {
  const { size, key } = page;
  if (size === undefined || !endsBehindId(page)) return size;
  const ids = found.map((row) => (row as Readonly<Record<string, unknown>>)[key]);
  const next = ids.findIndex((id, index) => index >= size && id !== ids[size - 1]);
  return next < 0 ? ids.length : next;
}

/** The rows tell how many there are, unless there are none: then only what comes before them is to be counted. */
async function totalOf(
  page: AskedPage,
  few: number | undefined,
  { found, length }: { readonly found: readonly { readonly total?: number }[]; readonly length: number },
): Promise<Total> {
  const { size = Infinity, offset, isContinued } = page;
  if (few !== undefined && !isContinued) return { total: few };
  const [first] = found;
  if (!first && offset > 0) return told(page, await countNow(page.tx, counting(page)));
  if (first?.total !== undefined) return told(page, first.total);
  // Behind a page that goes on was one row more, if there is any; one that grew by equal ids doesn't know.
  return { total: Math.max(offset + found.length, length > size ? length + 1 : 0) };
}

function told(page: AskedPage, counted: number): Total {
  return saidTotal(counted, countedUpTo(page, mostCountedOf(page)));
}

async function countNow(tx: Session['tx'], counting: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select ${counting} as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** What a page has of which nobody said how large it should be. */
const USUAL_SIZE = 50;

/**
 * What nearly everybody asks for is part of the text: PostgreSQL doesn't know how much a value will be, and plans a page anew
 * each time that it is little.
 */
function usual(count: number, usualCount: number, more: number): number | RawBuilder<number> {
  return count === usualCount ? sql.lit(count + more) : count + more;
}
