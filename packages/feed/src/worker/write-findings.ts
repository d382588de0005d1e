import { checkProducts } from '../check/check-products.js';
import type { CheckOptions } from '../check/checked-entry.js';
import type { FeedInput, WorkOptions } from './feed-check-types.js';
import { describe } from './finding-words.js';
import type { Pause } from './pause.js';
import { TextBlob } from './text-blob.js';

interface FindingsOptions extends CheckOptions {
  readonly locale: string;
  readonly pause: Pause;
}

/** Every finding as CSV. The feed is checked once more, so that a feed with a million findings needs no more memory. */
export async function writeFindings(
  source: FeedInput,
  { locale, pause, ...options }: FindingsOptions,
  { signal, onProgress }: WorkOptions,
): Promise<Blob> {
  const written = new TextBlob('text/csv');
  for await (const { issues } of checkProducts(source, { ...options, ...(signal && { signal }) })) {
    for (const issue of issues) written.add(`${issue.line};${describe(issue, locale)}\r\n`);
    const rest = pause();
    if (rest) await rest;
  }
  void onProgress;
  return written.finish();
}
