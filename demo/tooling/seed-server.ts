import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import {
  createBackend,
  dayOf,
  type Actor,
  type Backend,
  type CalendarDay,
  type ImportPort,
  type Instant,
} from '@enrollkit/core';
import type { ServerParts } from '@enrollkit/server';
import { ACTORS } from '../src/roles.js';
import { areManyPlayed, MANY, playMany } from '../src/sample/many.js';
import { FEED_URL, lastFetchAt } from '../src/sample/imports.js';
import { isPlayed, playSampleData } from '../src/sample/play.js';
import { PROVIDER_ID } from './portal-session.js';

/** Fills the server once, with some or with many: they are played through the same use cases that the API runs. */
export async function seedServer(
  parts: ServerParts,
  directory: string,
  { many = false }: { readonly many?: boolean } = {},
): Promise<void> {
  const { stores, files, ids, settings } = parts;
  const { timeZone, maxFileBytes } = settings;
  const time = { now: parts.clock() };
  const clock = (): Instant => time.now;
  const backendOf = (actor: Actor): Backend & ImportPort =>
    createBackend({ store: stores.for(actor), files, clock, ids, actor, timeZone, maxFileBytes });

  const provider = backendOf({ ...ACTORS.provider, providerId: PROVIDER_ID });
  const staff = backendOf({ id: 'platform', role: 'platform-staff', providerId: PROVIDER_ID });
  const readFile = (name: string): Promise<Blob> => openAsBlob(join(directory, name));
  const stage = {
    provider,
    staff,
    readFile,
    setTime: (now: Instant) => void (time.now = now),
    today: dayOf(time.now, timeZone),
  };
  if (!(await isPlayed(provider))) await playSampleData(stage);
  if (!many || (await areManyPlayed(provider))) return;
  await keepFeed(parts, stage.today);
  await playMany({ ...stage, tell: (done) => console.log(`  ${done} of ${MANY} enrollments`) });
}

/** The feed that the last imports came from. It is fetched again on Monday: until then nobody notices that there is no such site. */
async function keepFeed({ database }: ServerParts, today: CalendarDay): Promise<void> {
  const lastAt = lastFetchAt(today);
  const next = new Date(lastAt);
  next.setUTCDate(next.getUTCDate() + 7);
  // On a Monday the week is over: not before the next one.
  if (next.toISOString().slice(0, 10) <= today) next.setUTCDate(next.getUTCDate() + 7);
  const feed = {
    ...{ provider_id: PROVIDER_ID, kind: 'products' as const, url: FEED_URL, every_minutes: 7 * 24 * 60 },
    ...{ apply_when_planned: true, max_deleted_share: 20, next_at: next.toISOString(), checked_at: lastAt },
    ...{ etag: null, last_modified: null, sha256: null, import_id: null, problem: null, failures: 0, version: 1 },
  };
  const once = database.tables.insertInto('feeds').values(feed);
  await once.onConflict((conflict) => conflict.doNothing()).execute();
}
