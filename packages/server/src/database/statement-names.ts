/** A statement that was sent so often is prepared: then PostgreSQL reads and plans it once for each connection. */
const OFTEN = 5;
/** Each connection keeps as many. Lists with filters can be written in more ways than that. */
const MOST_NAMES = 200;
const MOST_SEEN = 2000;
/** Lists of values that are part of the text are never the same again. */
const MOST_CHARS = 10_000;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which connections keep this statement. Undefined: it isn't worth keeping. */
export function statementName(sql: string): string | undefined {
  const name = names.get(sql);
  if (name !== undefined || names.size >= MOST_NAMES || sql.length > MOST_CHARS) return name;
  const times = (seen.get(sql) ?? 0) + 1;
  if (times <= OFTEN) {
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(sql, times);
    return undefined;
  }
  seen.delete(sql);
  const given = `ek${names.size}`;
  names.set(sql, given);
  return given;
}
