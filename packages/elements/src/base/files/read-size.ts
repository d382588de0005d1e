/** A value as far as it could be understood; `invalid` names the rest. */
export interface ReadValue<Value> {
  readonly value: Value;
  readonly invalid?: string;
}

/** A `max-size` attribute: bytes, or with a unit as in `10MB`. Without it, or unreadable: `otherwise`. */
export function readSize(size: string | number | undefined, otherwise: number): ReadValue<number> {
  if (size === undefined || size === '') return { value: otherwise };
  const [, digits = '', prefix = '', binary] =
    /^\s*(\d+(?:\.\d+)?)\s*(?:(?:([kmg])(i?))?b)?\s*$/i.exec(String(size)) ?? [];
  const bytes = Math.floor(Number(digits) * (binary ? 1024 : 1000) ** ' kmg'.indexOf(prefix.toLowerCase()));
  return bytes > 0 ? { value: bytes } : { value: otherwise, invalid: String(size) };
}
