import type { FeedInput, FeedKind, FeedLoss, RepairedFeed, WorkOptions } from '@enrollkit/core/feed-checker.js';
import type { ReadProductsOptions } from '../../read/feed-entry.js';
import type { Loss } from '../../write/format-feed.js';
import { FEED_KINDS } from '../feed-kinds.js';
import { describe, shortName } from './finding-words.js';
import type { Pause } from '../engine/pause.js';
import { TextBlob } from './text-blob.js';

interface RepairOptions extends ReadProductsOptions {
  readonly kind: FeedKind;
  readonly locale: string;
  readonly pause: Pause;
}

/** As many losses as a person would look through. */
const LISTED = 200;

/** The feed in the schema's spelling, as a file, and what it couldn't keep. */
export async function writeRepaired(
  source: FeedInput,
  { kind, locale, pause, ...options }: RepairOptions,
  { signal, onProgress }: WorkOptions,
): Promise<RepairedFeed> {
  const written = new TextBlob('application/xml');
  let products = 0;
  const totalBytes = typeof source === 'string' ? source.length : source.size;
  const pieces = FEED_KINDS[kind].format(source, {
    ...options,
    ...(signal && { signal }),
    onProgress: ({ read }) => onProgress?.({ readBytes: read, totalBytes, products }),
  });
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) {
      const items = value.lostFirst.slice(0, LISTED).map((loss) => toLoss(loss, locale));
      return {
        blob: written.finish(),
        products: value.written,
        leftOut: value.leftOut,
        lost: { items, total: value.lost },
      };
    }
    written.add(value);
    products += 1;
    const rest = pause();
    if (rest) await rest;
  }
}

function toLoss({ id, finding }: Loss, locale: string): FeedLoss {
  return { ...(id !== undefined && { id: shortName(id) }), line: finding.line, sentence: describe(finding, locale) };
}
