/** What has been read of a record so far: any of its properties. */
export type Drafted<Type> = { -readonly [Key in keyof Type]?: Type[Key] | undefined };

/** The same without the properties that weren't given: absent and `undefined` differ for who compares or stores. */
export function withoutUndefined<Type extends object>(value: MaybeUndefined<Type>): Type {
  const result: Record<string, unknown> = {};
  for (const key in value) {
    if (value[key] !== undefined) result[key] = value[key];
  }
  return result as Type;
}

type MaybeUndefined<Type> = {
  [Key in keyof Required<Type>]: object extends Pick<Type, Key> ? Type[Key] | undefined : Type[Key];
};
