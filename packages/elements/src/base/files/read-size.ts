/** A value as far as it could be understood; `invalid` names the rest. */
export interface ReadValue<Value> {
  readonly value: Value;
  readonly invalid?: string;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

/** A `max-size` attribute: bytes, or with a unit as in `10MB`. Without it, or unreadable: `otherwise`. */
export function readSize(size: string | number | undefined, otherwise: number): ReadValue<number> {
  if (size === undefined || size === '') return { value: otherwise };
  const [, digits = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(String(size)) ?? [];
  const bytes = Math.floor(Number(digits) * (UNITS[unit.toLowerCase()] ?? 0));
  return bytes > 0 ? { value: bytes } : { value: otherwise, invalid: String(size) };
}
