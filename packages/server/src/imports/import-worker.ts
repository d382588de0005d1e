import { sql } from 'kysely';
import type { Job } from '../jobs/job.js';
import type { ServerParts } from '../server-parts.js';
import { releaseFeeds } from './release-feeds.js';
import { giveUpImport, isOutage, isOver, runImport, type DueImport } from './run-import.js';

/** In case nobody told that there is something to do: the one who knew was killed. */
const LOOK_SECONDS = 15;
/** An import that fails so often by itself is at fault, and not what is around it. */
const MOST_ATTEMPTS = 3;

/** Plans and applies imports, one at a time, the oldest first. After a crash it goes on where it was. */
export function importWorker(parts: ServerParts): Job {
  const attempts = new Map<string, number>();

  return {
    name: 'run-imports',
    everySeconds: LOOK_SECONDS,
    listen: (wake) => parts.stores.changes.subscribe(({ kind }) => kind === 'import' && wake()),

    async run(signal) {
      let imports = 0;
      for (let due = await nextImport(parts); due; due = await nextImport(parts)) {
        signal.throwIfAborted();
        await attempt(due, signal);
        imports += 1;
      }
      return { imports, released: imports > 0 ? await releaseFeeds(parts) : 0 };
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
      const count = (attempts.get(due.id) ?? 0) + 1;
      attempts.set(due.id, count);
      if (count < MOST_ATTEMPTS) throw error;
      log.error({ import: due.id, err: error }, 'an import was given up');
      await giveUpImport(parts, due);
    }
    attempts.delete(due.id);
  }
}

/** The oldest that goes on without anybody. */
async function nextImport({ database }: Pick<ServerParts, 'database'>): Promise<DueImport | undefined> {
  return database.tables
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
    .limit(1)
    .executeTakeFirst();
}
