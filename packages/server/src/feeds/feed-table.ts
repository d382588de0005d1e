import type { ImportKind, Instant, Issue } from '@enrollkit/core';
import type { Selectable } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { FeedsTable } from '../database/tables.js';
import type { Database } from '../parts/server-parts.js';

/** A feed that is fetched by itself. */
export interface Feed {
  readonly providerId: string;
  readonly kind: ImportKind;
  readonly url: string;
  readonly everyMinutes: number;
  readonly apply: boolean;
  readonly maxDeletedShare: number;
  readonly nextAt: Instant;
  readonly checkedAt?: Instant;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly sha256?: string;
  /** The last import that came of it. */
  readonly importId?: string;
  /** Why it couldn't be fetched the last time. */
  readonly problem?: Issue;
  readonly failures: number;
  readonly version: number;
}

type Tables = Database['tables'];
type FeedKey = Pick<Feed, 'providerId' | 'kind'>;

/** What the provider says of a feed. */
export type FeedSettings = FeedKey & Pick<Feed, 'url' | 'everyMinutes' | 'apply' | 'maxDeletedShare'>;

export async function findFeeds(tables: Tables, providerId: string): Promise<readonly Feed[]> {
  const rows = await tables
    .selectFrom('feeds')
    .selectAll()
    .where('provider_id', '=', providerId)
    .orderBy('kind')
    .execute();
  return rows.map(toFeed);
}

export async function findFeed(tables: Tables, { providerId, kind }: FeedKey): Promise<Feed | undefined> {
  const key = tables.selectFrom('feeds').selectAll().where('provider_id', '=', providerId).where('kind', '=', kind);
  const row = await key.executeTakeFirst();
  return row && toFeed(row);
}

/** Sets where a feed is; due at once. Of another address nothing is known that was known of the old one. */
export async function keepFeed(tables: Tables, settings: FeedSettings, now: Instant): Promise<Feed> {
  const { providerId, kind, url } = settings;
  const chosen = {
    url,
    every_minutes: settings.everyMinutes,
    apply_when_planned: settings.apply,
    max_deleted_share: settings.maxDeletedShare,
    next_at: toTimestamp(now),
    problem: null,
    failures: 0,
  };
  const unknown = { etag: null, last_modified: null, sha256: null, import_id: null, checked_at: null };
  const row = await tables
    .insertInto('feeds')
    .values({ provider_id: providerId, kind, ...chosen, ...unknown, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'kind']).doUpdateSet((eb) => ({
        ...chosen,
        etag: eb.case().when('feeds.url', '=', url).then(eb.ref('feeds.etag')).else(null).end(),
        last_modified: eb.case().when('feeds.url', '=', url).then(eb.ref('feeds.last_modified')).else(null).end(),
        sha256: eb.case().when('feeds.url', '=', url).then(eb.ref('feeds.sha256')).else(null).end(),
        version: eb('feeds.version', '+', 1),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toFeed(row);
}

/** Whether there was one. */
export async function forgetFeed(tables: Tables, { providerId, kind }: FeedKey): Promise<boolean> {
  const { numDeletedRows } = await tables
    .deleteFrom('feeds')
    .where('provider_id', '=', providerId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The feed that has waited longest, of those that are due. */
export async function nextDueFeed(tables: Tables, now: Instant): Promise<Feed | undefined> {
  const due = tables.selectFrom('feeds').selectAll().where('next_at', '<=', now).orderBy('next_at').limit(1);
  const row = await due.executeTakeFirst();
  return row && toFeed(row);
}

/** What came of fetching. Unless the provider changed the feed meanwhile: then it is due again anyway. */
export async function recordFetch(
  tables: Tables,
  { providerId, kind, version }: Feed,
  outcome: Partial<Pick<FeedsTable, 'etag' | 'last_modified' | 'sha256' | 'import_id'>> & {
    readonly nextAt: Instant;
    readonly checkedAt: Instant;
    readonly failures: number;
    readonly problem?: Issue;
  },
): Promise<void> {
  const { nextAt, checkedAt, problem, ...found } = outcome;
  await tables
    .updateTable('feeds')
    .set({
      ...found,
      next_at: toTimestamp(nextAt),
      checked_at: toTimestamp(checkedAt),
      problem: problem ? JSON.stringify(problem) : null,
    })
    .where('provider_id', '=', providerId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .execute();
}

function toFeed(row: Selectable<FeedsTable>): Feed {
  return {
    providerId: row.provider_id,
    kind: row.kind,
    url: row.url,
    everyMinutes: row.every_minutes,
    apply: row.apply_when_planned,
    maxDeletedShare: row.max_deleted_share,
    nextAt: row.next_at,
    ...(row.checked_at !== null && { checkedAt: row.checked_at }),
    ...(row.etag !== null && { etag: row.etag }),
    ...(row.last_modified !== null && { lastModified: row.last_modified }),
    ...(row.sha256 !== null && { sha256: row.sha256 }),
    ...(row.import_id !== null && { importId: row.import_id }),
    ...(row.problem !== null && { problem: row.problem }),
    failures: row.failures,
    version: row.version,
  };
}
