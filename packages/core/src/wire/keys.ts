/** A record as the HTTP API spells it: the same data with `snake_case` names. */
export type SnakeKeys<Value> = Value extends readonly (infer Item)[]
  ? readonly SnakeKeys<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value as Key extends string ? SnakeCase<Key> : never]: SnakeKeys<Value[Key]> }
    : Value;

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${SnakeCase<Rest>}`
    : `_${Lowercase<First>}${SnakeCase<Rest>}`
  : Name;

/**
 * Renames the properties of plain data, at every depth. Values stay as they are.
 *
 * @example
 * toSnakeKeys({ validFrom: '2026-09-12', file: { mediaType: 'application/pdf' } });
 * // { valid_from: '2026-09-12', file: { media_type: 'application/pdf' } }
 */
export function toSnakeKeys<Value>(value: Value): SnakeKeys<Value> {
  return renameKeys(value, toSnake) as SnakeKeys<Value>;
}

/** The way back. The answer's shape is the caller's to check: it comes from outside. */
export function toCamelKeys(value: unknown): unknown {
  return renameKeys(value, toCamel);
}

/** A name, or a whole path: `participant.externalId` is `participant.external_id`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Names are few and come again with every record. Of those that somebody makes up, some are forgotten. */
const MOST_NAMES = 1000;

function remembering(rename: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const renamed = known.get(name) ?? rename(name);
    if (known.size < MOST_NAMES) known.set(name, renamed);
    return renamed;
  };
}

const toSnake = remembering(snakeCase);
const toCamel = remembering(camelCase);

/** A loop: a list of fifty bookings has a thousand names, and lists of names and values would take three times as long. */
function renameKeys(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  const renamed: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const name = rename(key);
    const part = renameKeys((value as Record<string, unknown>)[key], rename);
    // A name like any other, which assigning wouldn't make one of.
    if (name === '__proto__')
      Object.defineProperty(renamed, name, { value: part, enumerable: true, writable: true, configurable: true });
    else renamed[name] = part;
  }
  return renamed;
}
