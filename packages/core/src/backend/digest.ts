/**
 * A short text that differs when plain data differs, whatever the order of properties. Tells one request from another
 * under the same idempotency key; no protection against somebody who wants two to be alike.
 */
export function digest(data: unknown): string {
  const text = orderedJson(data);
  return hashText(text).toString(36);
}

/**
 * A number of 53 bits that differs when a text differs; no protection against somebody who wants two to be alike.
 * Source: cyrb53, public domain, by bryc.
 */
export function hashText(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** Plain data as JSON that is the same for the same data, whatever the order of properties. */
export function orderedJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
