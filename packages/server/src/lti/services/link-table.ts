import type { Instant } from '@enrollkit/core';
import type { Selectable } from 'kysely';
import { toTimestamp, toTimestampOrNull } from '../../database/instants.js';
import type { LtiLinksTable } from '../../database/lti-tables.js';
import type { Database } from '../../parts/server-parts.js';

/** What a teacher placed in a course of a platform, and what the platform offers there. */
export interface Link {
  readonly providerId: string;
  readonly platformId: string;
  readonly id: string;
  readonly deploymentId: string;
  readonly resourceLinkId: string;
  readonly contextTitle?: string;
  readonly productId?: string;
  readonly startingDateId?: string;
  readonly membershipsUrl?: string;
  readonly lineitemUrl?: string;
  readonly scopes: readonly string[];
  readonly syncedAt?: Instant;
  readonly syncProblem?: string;
}

type Tables = Database['tables'];
type LinkKey = Pick<Link, 'providerId' | 'id'>;

/** Keeps what the latest launch said of a link. */
export async function keepLink(tables: Tables, link: Omit<Link, 'syncedAt' | 'syncProblem'>): Promise<Link> {
  const said = {
    context_title: link.contextTitle ?? null,
    product_id: link.productId ?? null,
    starting_date_id: link.startingDateId ?? null,
    memberships_url: link.membershipsUrl ?? null,
    lineitem_url: link.lineitemUrl ?? null,
    scopes: [...link.scopes],
  };
  const isSynced = link.membershipsUrl !== undefined && link.productId !== undefined;
  const row = await tables
    .insertInto('lti_links')
    .values({
      provider_id: link.providerId,
      platform_id: link.platformId,
      id: link.id,
      deployment_id: link.deploymentId,
      resource_link_id: link.resourceLinkId,
      ...said,
      // A teacher looks first; from then on it goes by itself.
      next_sync_at: null,
      synced_at: null,
      sync_problem: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'platform_id', 'deployment_id', 'resource_link_id']).doUpdateSet((eb) => ({
        ...said,
        next_sync_at: isSynced ? eb.ref('lti_links.next_sync_at') : null,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toLink(row);
}

export async function findLink(tables: Tables, { providerId, id }: LinkKey): Promise<Link | undefined> {
  const row = await tables
    .selectFrom('lti_links')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toLink(row);
}

/** The link that has waited longest, of those that are due. */
export async function nextDueLink(tables: Tables, now: Instant): Promise<Link | undefined> {
  const due = tables.selectFrom('lti_links').selectAll().where('next_sync_at', '<=', toTimestamp(now));
  const row = await due.orderBy('next_sync_at').limit(1).executeTakeFirst();
  return row && toLink(row);
}

/** What came of reading the members. */
export async function recordSync(
  tables: Tables,
  { providerId, id }: LinkKey,
  { at, nextAt, problem }: { readonly at?: Instant; readonly nextAt?: Instant | undefined; readonly problem?: string },
): Promise<void> {
  await tables
    .updateTable('lti_links')
    .set({
      ...(at !== undefined && { synced_at: toTimestamp(at) }),
      next_sync_at: toTimestampOrNull(nextAt),
      sync_problem: problem ?? null,
    })
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .execute();
}

function toLink(row: Selectable<LtiLinksTable>): Link {
  return {
    providerId: row.provider_id,
    platformId: row.platform_id,
    id: row.id,
    deploymentId: row.deployment_id,
    resourceLinkId: row.resource_link_id,
    ...(row.context_title !== null && { contextTitle: row.context_title }),
    ...(row.product_id !== null && { productId: row.product_id }),
    ...(row.starting_date_id !== null && { startingDateId: row.starting_date_id }),
    ...(row.memberships_url !== null && { membershipsUrl: row.memberships_url }),
    ...(row.lineitem_url !== null && { lineitemUrl: row.lineitem_url }),
    scopes: row.scopes,
    ...(row.synced_at !== null && { syncedAt: row.synced_at }),
    ...(row.sync_problem !== null && { syncProblem: row.sync_problem }),
  };
}
