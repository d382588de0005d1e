import { EnrollkitError } from '@enrollkit/core';
import type { EntryPlace } from '../read/feed-entry.js';
import { writeItem, type WrittenKind } from './write-item.js';
import { WriteTally, type WriteSummary } from './write-summary.js';

/** How a feed is written. */
export interface WriteOptions {
  /** Stops writing: the iteration throws `aborted`. */
  readonly signal?: AbortSignal;
}

/** What a feed begins with. */
export function feedStart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n`;
}

/** What a feed ends with. */
export function feedEnd(root: string): string {
  return `</${root}>\n`;
}

/** Writes a feed of any kind, an item at a time. */
export async function* writeFeed<Item extends object, Entry extends EntryPlace>(
  items: Iterable<Item> | AsyncIterable<Item>,
  kind: WrittenKind<Item, Entry>,
  { signal }: WriteOptions = {},
): AsyncGenerator<string, WriteSummary, undefined> {
  const tally = new WriteTally();
  yield feedStart(kind.feed.root);
  for await (const item of items) {
    if (signal?.aborted) throw new EnrollkitError('aborted', 'Stopped by the caller', { cause: signal.reason });
    const { xml, issues } = writeItem(kind, item);
    if (xml === undefined) {
      tally.addLeftOut({ id: kind.idOf(item), issues });
    } else {
      tally.addWritten(issues);
      yield xml;
    }
  }
  yield feedEnd(kind.feed.root);
  return tally.summary;
}
