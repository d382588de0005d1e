import type { FeedInput, FeedKind, WorkOptions } from '@enrollkit/core/feed-checker.js';
import type { CheckedPlace, CheckOptions } from '../../check/checked-entry.js';
import type { FeedFinding } from '../../findings/feed-finding.js';
import { findingsToCsv, type EntryWithFindings } from '../../check/findings-to-csv.js';
import { formatsFor } from '../../terms/formats.js';
import { FEED_KINDS } from '../feed-kinds.js';
import type { Pause } from '../engine/pause.js';
import { TextBlob } from './text-blob.js';
import { termsOf } from '../worker-terms.js';

interface FindingsOptions extends CheckOptions {
  readonly kind: FeedKind;
  readonly locale: string;
  readonly pause: Pause;
  /** What ended reading before the end of the feed. */
  readonly problem: FeedFinding | undefined;
}

/** Every finding as CSV. The feed is checked once more, so that a feed with a million findings needs no more memory. */
export async function writeFindings(
  source: FeedInput,
  { kind, locale, pause, problem, ...options }: FindingsOptions,
  { signal, onProgress }: WorkOptions,
): Promise<Blob> {
  const written = new TextBlob('text/csv');
  const totalBytes = typeof source === 'string' ? source.length : source.size;
  const entries = FEED_KINDS[kind].check(source, {
    ...options,
    ...(signal && { signal }),
    onProgress: ({ read }) => onProgress?.({ readBytes: read, totalBytes, products: 0 }),
  });
  const terms = termsOf(locale);
  const { separator } = formatsFor(terms.locale);
  for await (const piece of findingsToCsv(withProblem(entries, problem), terms, { separator })) {
    written.add(piece);
    const rest = pause();
    if (rest) await rest;
  }
  return written.finish();
}

/** A feed that can't be read to its end has that as its last finding. */
async function* withProblem(
  entries: AsyncIterable<CheckedPlace>,
  problem: FeedFinding | undefined,
): AsyncGenerator<EntryWithFindings, void, undefined> {
  try {
    yield* entries;
  } catch (error) {
    if (!problem || (error as { code?: unknown }).code !== 'invalid') throw error;
    yield { issues: [problem] };
  }
}
