import type { Change, Scope } from '@enrollkit/core';
import { sql } from 'kysely';
import type { ServerParts } from '../parts/server-parts.js';
import { inBursts, type Bursts } from './in-bursts.js';
import { loseAll, type Listener } from './listener.js';

/** So long visitors wait for a seat to be counted, at most. */
const PAUSE_MS = 1000;

/**
 * Tells visitors which products changed, of those that everybody may see. What a busy minute changes again and again, many
 * visitors hear, and read, once.
 */
export function publishedChanges(
  visitors: ReadonlyMap<Listener, Scope>,
  { database, log }: Pick<ServerParts, 'database' | 'log'>,
): Bursts<Change> {
  return inBursts<Change>(PAUSE_MS, async (changes) => {
    try {
      const { rows } = await sql<{ readonly provider_id: string; readonly id: string }>`
        select provider_id, id from products
        where id = any(${[...new Set(changes.map(({ id }) => id))]})
          and coalesce(published -> 'allowedSites', '[]') = '[]'
      `.execute(database.tables);
      for (const { provider_id, id } of rows) {
        const changed = changes.find((change) => change.id === id && (change.providerId ?? '') === provider_id);
        if (!changed) continue;
        for (const [listener, scope] of visitors) {
          if ((scope.providerId ?? '') === provider_id) listener.tell(changed);
        }
      }
    } catch (error) {
      log.warn({ err: error }, 'changes could not be told to visitors');
      loseAll(visitors);
    }
  });
}
