/** What has been read of a record so far: any of its properties. */
export type Drafted<Type> = { -readonly [Key in keyof Type]?: Type[Key] | undefined };

/**
 * A record with what it always has, and of the rest what was given: absent and `undefined` differ for whoever compares or
 * stores. What is always there is written out by the caller, so that all records of a kind start in one shape: built key by
 * key, engines make each a table of its own, ten times the size.
 */
export function withGiven<Type extends object>(always: Always<Type>, rest: Rest<Type>): Type {
  const result: Record<string, unknown> = always;
  for (const key in rest) {
    const value: unknown = (rest as Record<string, unknown>)[key];
    if (value !== undefined) result[key] = value;
  }
  return result as Type;
}

type OptionalKey<Type> = { [Key in keyof Type]-?: object extends Pick<Type, Key> ? Key : never }[keyof Type];
type Always<Type> = { -readonly [Key in Exclude<keyof Type, OptionalKey<Type>>]: Type[Key] };
type Rest<Type> = { readonly [Key in OptionalKey<Type>]-?: Type[Key] | undefined };
