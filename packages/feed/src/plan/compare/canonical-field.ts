import { LIST_RULES } from './product-fields.js';

/**
 * A text that is the same for two values of a field exactly when they mean the same: whatever the order of properties, and
 * of lists in which order means nothing. Empty for what isn't there.
 */
export function canonicalField(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return `"${value}`;
  if (Array.isArray(value)) return canonicalList(name, value);
  return typeof value === 'object' && value !== null ? canonicalRecord(value) : JSON.stringify(value);
}

function canonicalList(name: string, items: readonly unknown[]): string {
  const { isOrdered = false, ignored } = LIST_RULES[name] ?? {};
  const texts = items.map((item) => canonicalItem(item, ignored));
  return JSON.stringify(isOrdered ? texts : texts.sort());
}

/** The same for one item of a list, without the property that only says where it was. */
export function canonicalItem(item: unknown, ignored?: string): string {
  return typeof item === 'object' && item !== null ? canonicalRecord(item, ignored) : String(item);
}

function canonicalRecord(record: object, ignored?: string): string {
  const texts: string[] = [];
  const properties = Object.keys(record).sort();
  for (const property of properties) {
    const value = (record as Readonly<Record<string, unknown>>)[property];
    if (value !== undefined && property !== ignored) texts.push(property, canonicalField(property, value));
  }
  return JSON.stringify(texts);
}
