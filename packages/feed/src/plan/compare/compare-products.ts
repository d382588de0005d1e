import type { FieldChange, Product } from '@enrollkit/core';
import { canonicalField } from './canonical-field.js';
import { matchItems, type Item, type ItemPair } from './match-items.js';
import { LIST_RULES, PRODUCT_FIELDS, type ListRule } from './product-fields.js';

/**
 * What became different in a product, field by field with its old and new value. Starting dates are the same one when their
 * ID is, additional costs when their type is; the order of lists counts only where it means something (images).
 *
 * An item of a list is named by its ID, or else by its place: in the new product, or in the old one when it is gone. A change
 * without `from` is new, one without `to` is gone. Descriptions are compared as they are given: sanitize both, or neither.
 *
 * @example
 * compareProducts(before, after)
 * // [{ path: 'price.amountMinor', from: 10000, to: 12000 }, { path: 'startingDates[S1].startDate', from: …, to: … }]
 */
export function compareProducts(before: Product, after: Product): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of PRODUCT_FIELDS) {
    if (canonicalField(field, before[field]) !== canonicalField(field, after[field])) {
      for (const change of compareValues(field, field, before[field], after[field])) changes.push(change);
    }
  }
  return changes;
}

function compareValues(path: string, name: string, from: unknown, to: unknown): readonly FieldChange[] {
  if (canonicalField(name, from) === canonicalField(name, to)) return [];
  const rule = LIST_RULES[name];
  if (rule?.keys && Array.isArray(from) && Array.isArray(to)) {
    return matchItems(from as readonly Item[], to as readonly Item[], rule).flatMap((pair) => {
      const at = `${path}[${nameOf(pair, rule)}]`;
      if (!pair.before) return [{ path: at, to: pair.after?.item }];
      return pair.after
        ? compareRecords(at, pair.before.item, pair.after.item, rule.ignored)
        : [{ path: at, from: pair.before.item }];
    });
  }
  if (isRecord(from) && isRecord(to)) return compareRecords(path, from, to);
  return [{ path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
}

function nameOf({ before, after }: ItemPair, { ignored }: ListRule): string | number {
  const { item, index } = after ?? before ?? { item: {}, index: 0 };
  return typeof item.id === 'string' && ignored !== 'id' ? item.id : index;
}

function compareRecords(path: string, from: Item, to: Item, ignored?: string): readonly FieldChange[] {
  // In the feed's order: a database may keep another.
  const names = new Set([...Object.keys(to), ...Object.keys(from)]);
  return [...names].flatMap((name) =>
    name === ignored ? [] : compareValues(`${path}.${name}`, name, from[name], to[name]),
  );
}

function isRecord(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
