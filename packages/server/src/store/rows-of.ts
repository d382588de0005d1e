import { sql, type RawBuilder } from 'kysely';

type ColumnType = 'text' | 'text[]' | 'bigint' | 'integer' | 'date' | 'timestamptz';

/** What each column of a row is, because an array of values doesn't tell. */
export type ColumnTypes<Row> = Readonly<Record<keyof Row & string, ColumnType>>;

/** So many and no more are written as values: each number of them is another statement to be prepared. */
const MOST_VALUES = 4;

/**
 * A query for these rows, for an `insert`. As columns: then one text does for however many there are, which is prepared once,
 * and a statement can't have as many parameters as a batch has values. But a few as values: PostgreSQL doesn't know how long
 * an array will be, and plans what has one anew each time that it is short.
 */
export function rowsOf<Name extends string>(
  rows: readonly Readonly<Partial<Record<Name, unknown>>>[],
  types: Readonly<Record<Name, ColumnType>>,
): RawBuilder<unknown> {
  type Row = (typeof rows)[number];
  const columns = columnsOf(types);
  const valueOf = (row: Row, name: Name): unknown => row[name] ?? null;
  if (rows.length > 0 && rows.length <= MOST_VALUES) {
    const value = (row: Row) => columns.map((name) => sql`${valueOf(row, name)}::${sql.raw(types[name])}`);
    return sql`values ${sql.join(rows.map((row) => sql`(${sql.join(value(row))})`))}`;
  }
  const lists = columns.map((name) => {
    const isList = types[name] === 'text[]';
    return sql`${valuesOf(rows, name, isList)}::${sql.raw(isList ? 'text[]' : `${types[name]}[]`)}`;
  });
  const selected = columns.map((name) => (types[name] === 'text[]' ? sql`${sql.ref(name)}::text[]` : sql.ref(name)));
  const named = sql.join(columns.map((name) => sql.ref(name)));
  return sql`select ${sql.join(selected)} from unnest(${sql.join(lists)}) as given (${named})`;
}

/**
 * What all rows have in one column. Lists within a list become texts: an array of arrays would have to be as long in each row.
 * A loop of its own: what is compiled for a function within another is lost with each, and this is passed hundreds of times.
 */
function valuesOf<Name extends string>(
  rows: readonly Readonly<Partial<Record<Name, unknown>>>[],
  name: Name,
  isList: boolean,
): unknown[] {
  const values: unknown[] = [];
  for (const row of rows) {
    const value = row[name] ?? null;
    values.push(isList && Array.isArray(value) ? listText(value as readonly string[]) : value);
  }
  return values;
}

/** The columns, in the order in which {@link rowsOf} has them. */
export function columnsOf<Name extends string>(types: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(types) as Name[];
}

/**
 * Where a row with its id is there already, each column as it is in the row that was to be inserted. The key stays what it is:
 * see `withoutKey`.
 */
export function orAsGiven(columns: readonly string[]): RawBuilder<unknown> {
  const replaced = columns.filter((column) => column !== 'provider_id' && column !== 'id');
  return sql.raw(
    `on conflict (provider_id, id) do update set ${replaced.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`,
  );
}

/** As PostgreSQL writes an array. */
function listText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
}
