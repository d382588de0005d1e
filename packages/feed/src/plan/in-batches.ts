/** How much of a feed is in memory at once, about, however long its items are. */
const MOST_CHARS = 1_000_000;

/**
 * Hands items on in lists of at most `size`, so that a database is asked once for many; in shorter ones where `charsOf` says
 * that the items are long.
 */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  size: number,
  charsOf: (item: Item) => number,
): AsyncGenerator<readonly Item[], void, undefined> {
  let batch: Item[] = [];
  let chars = 0;
  for await (const item of items) {
    batch.push(item);
    chars += charsOf(item);
    if (batch.length < size && chars < MOST_CHARS) continue;
    yield batch;
    batch = [];
    chars = 0;
  }
  if (batch.length > 0) yield batch;
}
