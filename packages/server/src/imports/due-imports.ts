import { sql } from 'kysely';
import type { ServerParts } from '../parts/server-parts.js';

/** An import that goes on without anybody. */
export interface DueImport {
  readonly providerId: string;
  readonly id: string;
}

/** All of them, the oldest first. */
export async function dueImports({ database }: Pick<ServerParts, 'database'>): Promise<readonly DueImport[]> {
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
    .execute();
}

/** Two providers may have imports of one id. */
export function keyOf({ providerId, id }: DueImport): string {
  return JSON.stringify([providerId, id]);
}
