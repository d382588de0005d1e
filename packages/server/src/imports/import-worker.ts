import { sql } from 'kysely';
import type { Job } from '../jobs/job.js';
import type { ServerParts } from '../server-parts.js';
import { releaseFeeds } from './release-feeds.js';
import { giveUpImport, isOutage, isOver, runImport, type DueImport } from './run-import.js';

/** In case nobody told that there is something to do: the one who knew was killed. */
const LOOK_SECONDS = 15;
/** An import that fails so often by itself is at fault, and not what is around it. */
const MOST_ATTEMPTS = 3;

/**
 * Plans and applies imports, one at a time, the oldest first. After a crash it goes on where it was. One that fails is tried
 * again by the next run; the others don't wait for it.
 */
export function importWorker(parts: ServerParts): Job {
  const attempts = new Map<string, number>();

  return {
    name: 'run-imports',
    everySeconds: LOOK_SECONDS,
    listen: (wake) => parts.stores.changes.subscribe(({ kind }) => kind === 'import' && wake()),

    async run(signal) {
      let imports = 0;
      const failures = new Map<string, unknown>();
      for (let due = await nextImport(parts, failures); due; due = await nextImport(parts, failures)) {
        signal.throwIfAborted();
        try {
          await attempt(due, signal);
          imports += 1;
        } catch (error) {
          if (signal.aborted) throw error;
          failures.set(keyOf(due), error);
        }
      }
      const released = imports > 0 ? await releaseFeeds(parts) : 0;
      const [failure] = failures.values();
      if (failures.size > 0) throw failure;
      return { imports, released };
    },
  };

  async function attempt(due: DueImport, signal: AbortSignal): Promise<void> {
    const { log } = parts;
    const startedAt = performance.now();
    try {
      const { state, counts } = await runImport(parts, due, signal);
      const ms = Math.round(performance.now() - startedAt);
      log.info({ import: due.id, state, products: counts.products, applied: counts.applied, ms }, 'import');
    } catch (error) {
      if (signal.aborted || isOutage(error)) throw error;
      if (await isOver(parts, due)) return;
      const count = (attempts.get(keyOf(due)) ?? 0) + 1;
      attempts.set(keyOf(due), count);
      if (count < MOST_ATTEMPTS) throw error;
      log.error({ import: due.id, err: error }, 'an import was given up');
      await giveUpImport(parts, due);
    }
    attempts.delete(keyOf(due));
  }
}

/** The oldest that goes on without anybody, and hasn't failed just now. */
async function nextImport(
  { database }: Pick<ServerParts, 'database'>,
  failures: ReadonlyMap<string, unknown>,
): Promise<DueImport | undefined> {
  const due = await database.tables
    .selectFrom('imports')
    .select(['provider_id as providerId', 'id'])
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['planning', 'applying']),
        eb.and([eb('state', '=', 'planned'), sql<boolean>`(options ->> 'applyWhenPlanned')::boolean`]),
      ]),
    )
    .orderBy('started_at')
    .orderBy('id')
    .limit(failures.size + 1)
    .execute();
  return due.find((one) => !failures.has(keyOf(one)));
}

/** Two providers may have imports of one id. */
function keyOf({ providerId, id }: DueImport): string {
  return JSON.stringify([providerId, id]);
}
