import type { ServerParts } from '../parts/server-parts.js';
import { keyOf, type DueImport } from './due-imports.js';
import { giveUpImport, isOutage, isOver, runImport, type RunImportOptions } from './run-import.js';

/** An import that fails so often by itself is at fault, and not what is around it. */
const MOST_ATTEMPTS = 3;

/** Runs imports and counts how often each fails; one that keeps failing is given up. */
export function importAttempts(parts: ServerParts): (due: DueImport, options: RunImportOptions) => Promise<void> {
  const failed = new Map<string, number>();

  return async (due, options) => {
    const { log } = parts;
    const key = keyOf(due);
    const startedAt = performance.now();
    try {
      const { state, counts } = await runImport(parts, due, options);
      const ms = Math.round(performance.now() - startedAt);
      log.info({ import: due.id, state, products: counts.products, applied: counts.applied, ms }, 'import');
    } catch (error) {
      if (options.signal.aborted || isOutage(error)) throw error;
      if (await isOver(parts, due)) return;
      const count = (failed.get(key) ?? 0) + 1;
      failed.set(key, count);
      if (count < MOST_ATTEMPTS) throw error;
      log.error({ import: due.id, err: error }, 'an import was given up');
      await giveUpImport(parts, due);
    }
    failed.delete(key);
  };
}
