/** State that all copies of the kit on one page share, whatever their version: kept on `globalThis` by name. */
export function pageSlot<Value>(name: string, create: () => Value): Value {
  const key = Symbol.for(`enrollkit.${name}`);
  const slots = globalThis as unknown as Record<symbol, Value | undefined>;
  return (slots[key] ??= create());
}
