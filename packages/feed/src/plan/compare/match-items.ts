import { canonicalItem } from './canonical-field.js';
import type { ListRule } from './product-fields.js';

/** A record in a list. */
export type Item = Readonly<Record<string, unknown>>;

/** An item that is in both lists, or in one. */
export interface ItemPair {
  readonly before?: PlacedItem;
  readonly after?: PlacedItem;
}

interface PlacedItem {
  readonly item: Item;
  readonly index: number;
}

/**
 * Pairs the items of an old and a new list: those that are all the same first, then by each key, the surest first, and in
 * their order where a key fits several. Answers the new list's items in its order, then those that are gone.
 */
export function matchItems(before: readonly Item[], after: readonly Item[], rule: ListRule): readonly ItemPair[] {
  const left = new Set(before.map((item, index) => ({ item, index })));
  const found = new Map<number, PlacedItem>();
  const wholly = (item: Item) => canonicalItem(item, rule.ignored);
  for (const keyOf of [wholly, ...(rule.keys ?? [])]) {
    const byKey = groupBy(left, keyOf);
    after.forEach((item, index) => {
      const key = keyOf(item);
      const match = key === undefined || found.has(index) ? undefined : byKey.get(key)?.pop();
      if (!match) return;
      found.set(index, match);
      left.delete(match);
    });
  }
  const there = after.map((item, index): ItemPair => {
    const match = found.get(index);
    return { after: { item, index }, ...(match && { before: match }) };
  });
  return [...there, ...[...left].map((gone) => ({ before: gone }))];
}

function groupBy(placed: Iterable<PlacedItem>, keyOf: (item: Item) => string | undefined): Map<string, PlacedItem[]> {
  const groups = new Map<string, PlacedItem[]>();
  // The last first, to be taken from the end.
  for (const each of [...placed].reverse()) {
    const key = keyOf(each.item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
