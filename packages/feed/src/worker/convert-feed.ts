import { DEFAULT_TIME_ZONE, localeOfTag } from '@enrollkit/core';
import type {
  ConvertQuery,
  ConvertReport,
  FeedInput,
  FeedNeighbour,
  WorkOptions,
} from '@enrollkit/core/feed-checker.js';
import { checkProducts } from '../check/check-products.js';
import type { CheckOptions } from '../check/checked-entry.js';
import { convertProduct, ConversionTally, describeConversion, EDUDEX, OEAPI, type Format } from '../convert/index.js';
import { shortName } from './findings/finding-words.js';
import type { Pause } from './engine/pause.js';

const FORMATS: Readonly<Record<FeedNeighbour, Format>> = { edudex: EDUDEX, oeapi: OEAPI };

/** Nothing of it is sent: whoever asks wants to know what would become of the products. */
const WHOEVER = { organisation: 'example', timeZone: DEFAULT_TIME_ZONE, now: '2000-01-01T00:00:00Z' };

/** What becomes of a feed's products with a neighbour. They are read once more, so that no memory is kept for it. */
export async function convertFeed(
  source: FeedInput,
  { to, locale, pause, ...options }: CheckOptions & ConvertQuery & { readonly pause: Pause },
  { signal, onProgress }: WorkOptions,
): Promise<ConvertReport> {
  const tally = new ConversionTally();
  const totalBytes = typeof source === 'string' ? source.length : source.size;
  let taken = 0;
  const entries = checkProducts(source, {
    ...options,
    ...(signal && { signal }),
    onProgress: ({ read }) => onProgress?.({ readBytes: read, totalBytes, products: taken }),
  });
  for await (const { product, issues } of entries) {
    if (product && !issues.some(({ severity }) => severity === 'error')) {
      const { record, issues: changes } = convertProduct(product, FORMATS[to], WHOEVER);
      tally.add(product.id, changes);
      if (record) taken += 1;
    }
    const rest = pause();
    if (rest) await rest;
  }
  const language = localeOfTag(locale) ?? 'en';
  return {
    taken,
    refused: tally.refused,
    items: tally.groups.map(({ issue, id, products }) => ({
      severity: issue.severity,
      sentence: describeConversion(issue, language),
      id: shortName(id),
      products,
    })),
  };
}
