import type { FeedInput, RepairedFeed, WorkOptions } from '@enrollkit/core/feed-checker.js';
import { formatFeed } from '../write/format-feed.js';
import type { Pause } from './pause.js';
import { TextBlob } from './text-blob.js';

/** The feed in the schema's spelling, as a file. */
export async function writeRepaired(
  source: FeedInput,
  { pause }: { readonly pause: Pause },
  { signal, onProgress }: WorkOptions,
): Promise<RepairedFeed> {
  const written = new TextBlob('application/xml');
  let products = 0;
  const totalBytes = typeof source === 'string' ? source.length : source.size;
  const pieces = formatFeed(source, {
    ...(signal && { signal }),
    onProgress: ({ read }) => onProgress?.({ readBytes: read, totalBytes, products }),
  });
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return { blob: written.finish(), products: value.written, leftOut: value.leftOut };
    written.add(value);
    products += 1;
    const rest = pause();
    if (rest) await rest;
  }
}
