interface BatchOptions<Item> {
  /** How many items at most. */
  readonly size: number;
  /** How much at most, of whatever `weigh` counts: a batch ends with the item that reaches it. */
  readonly weight?: number;
  readonly weigh?: (item: Item) => number;
}

/** Hands items on in lists, so that a database is asked once for many. The last one may be shorter. */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  { size, weight = Infinity, weigh = () => 0 }: BatchOptions<Item>,
): AsyncGenerator<readonly Item[], void, undefined> {
  let batch: Item[] = [];
  let reached = 0;
  for await (const item of items) {
    batch.push(item);
    reached += weigh(item);
    if (batch.length < size && reached < weight) continue;
    yield batch;
    batch = [];
    reached = 0;
  }
  if (batch.length > 0) yield batch;
}
