import { hasErrorCode, type FeedImport, type ImportState } from '@enrollkit/core';
import { startImport } from '../imports/start-import.js';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import { FEED_FAULTS } from './feed-fault.js';
import { nextDueFeed, recordFetch, type Feed } from './feed-table.js';
import { fetchFeed, type FetchFeedOptions } from './fetch-feed.js';

/** What history says of whoever did it. */
const ACTOR = 'feed-schedule';
const MINUTE_MS = 60_000;
/** However often it failed: a feed that is back is found again within this. */
const LONGEST_WAIT_MINUTES = 24 * 60;
/** While another import of the provider is under way. */
const BUSY_WAIT_MINUTES = 5;

export interface FetchedCounts {
  readonly fetched: number;
  readonly unchanged: number;
  readonly failed: number;
}

type Outcome = keyof FetchedCounts;

/** Fetches the feeds that are due, one after the other, and begins an import of each that is new. */
export async function fetchDueFeeds(
  parts: ServerParts,
  signal: AbortSignal,
  how: Partial<Pick<FetchFeedOptions, 'lookup' | 'idleMs' | 'totalMs'>> = {},
): Promise<FetchedCounts> {
  const counts = { fetched: 0, unchanged: 0, failed: 0 };
  const { tables } = parts.database;
  for (let feed = await nextDueFeed(tables, parts.clock()); feed; feed = await nextDueFeed(tables, parts.clock())) {
    signal.throwIfAborted();
    counts[await fetchOne(parts, feed, { ...how, signal })] += 1;
  }
  return counts;
}

async function fetchOne(
  parts: ServerParts,
  feed: Feed,
  how: Pick<FetchFeedOptions, 'lookup' | 'idleMs' | 'totalMs' | 'signal'>,
): Promise<Outcome> {
  const { database, spool, settings, clock, log } = parts;
  const later = (minutes: number) => ({
    checkedAt: clock(),
    nextAt: new Date(Date.parse(clock()) + minutes * MINUTE_MS).toISOString(),
  });
  // What the last import did not bring to an end is fetched again, whatever its server says.
  const isKnown = (await lastState(parts, feed)) !== 'failed';
  if (await isUnderWay(parts, feed)) {
    // Somebody's own import, or the last one of this feed: this one comes after it. Otherwise a feed that is new more often
    // than a plan takes would never be imported.
    await recordFetch(database.tables, feed, { ...later(BUSY_WAIT_MINUTES), failures: feed.failures });
    return 'unchanged';
  }
  try {
    const { etag, lastModified } = feed;
    const known = { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
    const { maxFeedBytes: maxBytes, privateFeeds: allowPrivate } = settings;
    const found = await fetchFeed(feed.url, { ...how, spool, maxBytes, allowPrivate, ...(isKnown && { known }) });
    if (found === 'unchanged') {
      await recordFetch(database.tables, feed, { ...later(feed.everyMinutes), failures: 0 });
      return 'unchanged';
    }
    const { file, validators } = found;
    try {
      const isSame = isKnown && file.sha256 === feed.sha256;
      const made = isSame ? undefined : await begin(parts, feed, file);
      await recordFetch(database.tables, feed, {
        ...later(feed.everyMinutes),
        failures: 0,
        etag: validators.etag ?? null,
        last_modified: validators.lastModified ?? null,
        sha256: file.sha256,
        ...(made && { import_id: made.id }),
      });
      return isSame ? 'unchanged' : 'fetched';
    } finally {
      await file.discard();
    }
  } catch (error) {
    if (how.signal?.aborted) throw error;
    if (hasErrorCode(error, 'conflict')) {
      // Somebody has begun to apply one meanwhile.
      await recordFetch(database.tables, feed, { ...later(BUSY_WAIT_MINUTES), failures: feed.failures });
      return 'unchanged';
    }
    const [problem] = hasErrorCode(error, 'invalid') || 'issues' in Object(error) ? (error as Faulty).issues : [];
    if (!problem || !(problem.code in FEED_FAULTS)) throw error;
    const failures = feed.failures + 1;
    const minutes = Math.min(feed.everyMinutes * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT_MINUTES);
    await recordFetch(database.tables, feed, { ...later(minutes), failures, problem });
    log.warn({ provider: feed.providerId, kind: feed.kind, code: problem.code, failures }, 'a feed was not fetched');
    return 'failed';
  }
}

type Faulty = { readonly issues: readonly [NonNullable<Feed['problem']>?] };

async function begin(
  parts: ServerParts,
  { providerId, kind, url, apply, maxDeletedShare }: Feed,
  file: Parameters<typeof startImport>[1]['file'],
): Promise<FeedImport> {
  const options = { applyWhenPlanned: apply, maxDeletedShare };
  return startImport(parts, { kind, file, url, options }, { actor: serverActor(ACTOR, providerId) });
}

async function isUnderWay(parts: ServerParts, { providerId, kind }: Feed): Promise<boolean> {
  const backend = openBackend(parts, serverActor(ACTOR, providerId));
  const { total } = await backend.listImports({ kind, state: ['planning', 'applying'], size: 1 });
  return total > 0;
}

async function lastState(parts: ServerParts, { providerId, importId }: Feed): Promise<ImportState | undefined> {
  if (importId === undefined) return undefined;
  try {
    return (await openBackend(parts, serverActor(ACTOR, providerId)).getImport(importId)).state;
  } catch (error) {
    // Of long ago.
    if (hasErrorCode(error, 'not-found')) return undefined;
    throw error;
  }
}
