import { sql } from 'kysely';
import type { ServerParts } from '../parts/server-parts.js';
import type { DueImport } from './due-imports.js';
import { giveUpImport, isOutage, isOver, runImport, type RunImportOptions } from './run-import.js';
import { TooHeavyError } from './thread/run-in-thread.js';

/** An import that fails so often by itself is at fault, and not what is around it. */
const MOST_ATTEMPTS = 3;

/**
 * Runs imports and counts how often each fails; one that keeps failing is given up. An attempt is written down before it
 * begins: so one that takes the whole process with it counts too, and the next start doesn't begin the same again for ever.
 */
export function importAttempts(parts: ServerParts): (due: DueImport, options: RunImportOptions) => Promise<void> {
  return async (due, { signal, onStep }) => {
    const { log } = parts;
    const startedAt = performance.now();
    const attempt = await noteAttempt(parts, due);
    if (attempt > MOST_ATTEMPTS) {
      log.error({ import: due.id }, 'an import was given up: the server ended each time');
      await giveUpImport(parts, due, 'import-too-heavy');
      return;
    }
    let hasStepped = false;
    const onProgress = (): void => {
      onStep?.();
      if (hasStepped) return;
      // It gets further: what ends it now is something else.
      hasStepped = true;
      forgetAttempts(parts, due).catch((error: unknown) =>
        log.warn({ err: error }, 'the attempts of an import were not forgotten'),
      );
    };
    try {
      const { state, counts } = await runImport(parts, due, { signal, onStep: onProgress });
      const ms = Math.round(performance.now() - startedAt);
      log.info({ import: due.id, state, products: counts.products, applied: counts.applied, ms }, 'an import moved on');
    } catch (error) {
      if (signal.aborted || isOutage(error)) {
        await takeBack(parts, due).catch(() => undefined);
        throw error;
      }
      if (await isOver(parts, due)) return;
      if (attempt < MOST_ATTEMPTS) throw error;
      log.error({ import: due.id, err: error }, 'an import was given up');
      await giveUpImport(parts, due, error instanceof TooHeavyError ? 'import-too-heavy' : 'import-broken');
    }
    await forgetAttempts(parts, due);
  };
}

/** Answers how many attempts that makes. */
async function noteAttempt(
  { database }: Pick<ServerParts, 'database'>,
  { providerId, id }: DueImport,
): Promise<number> {
  const row = await database.tables
    .updateTable('imports')
    .set({ attempts: sql`attempts + 1` })
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts ?? 1;
}

/** It was told to stop, or something else was away: that says nothing about the import. */
async function takeBack({ database }: Pick<ServerParts, 'database'>, { providerId, id }: DueImport): Promise<void> {
  await database.tables
    .updateTable('imports')
    .set({ attempts: sql`greatest(0, attempts - 1)` })
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .execute();
}

async function forgetAttempts(
  { database }: Pick<ServerParts, 'database'>,
  { providerId, id }: DueImport,
): Promise<void> {
  await database.tables
    .updateTable('imports')
    .set({ attempts: 0 })
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .where('attempts', '>', 0)
    .execute();
}
