import { EnrollkitError, type Instant } from '@enrollkit/core';
import type { Selectable } from 'kysely';
import { serverIssue } from '../../http/issue-codes.js';
import { toTimestamp } from '../../database/instants.js';
import type { LtiPlatformsTable } from '../../database/lti-tables.js';
import type { Database } from '../../parts/server-parts.js';
import type { KitRole } from '../launch/kit-role.js';

/** A learning platform, as a provider registered it. */
export interface Platform {
  readonly providerId: string;
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Null: the first deployment that launches becomes the only one. */
  readonly deploymentIds: readonly string[] | null;
  readonly authUrl: string;
  readonly tokenUrl: string;
  /** What a token request is addressed to, where that is another than its address. */
  readonly tokenAudience?: string;
  readonly jwksUrl: string;
  /** The pages that may frame, and from which a launch may come. */
  readonly origins: readonly string[];
  /** Whether its word for somebody's email address is believed. */
  readonly matchEmail: boolean;
  /** Roles beside those that LTI's own mean here: the address of a role, and what it is. */
  readonly roles: Readonly<Record<string, KitRole>>;
  readonly createdAt: Instant;
}

export type PlatformInput = Omit<Platform, 'createdAt'>;

type Tables = Database['tables'];

/** All with this issuer: several providers can be on one platform, each with a client id of its own. */
export async function findPlatformsOfIssuer(tables: Tables, issuer: string, clientId?: string): Promise<Platform[]> {
  const rows = await tables
    .selectFrom('lti_platforms')
    .selectAll()
    .where('issuer', '=', issuer)
    .$if(clientId !== undefined, (query) => query.where('client_id', '=', clientId ?? ''))
    .limit(2)
    .execute();
  return rows.map(toPlatform);
}

export async function findPlatform(tables: Tables, providerId: string, id: string): Promise<Platform | undefined> {
  const row = await tables
    .selectFrom('lti_platforms')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPlatform(row);
}

export async function listPlatforms(tables: Tables, providerId: string): Promise<Platform[]> {
  const query = tables.selectFrom('lti_platforms').selectAll().where('provider_id', '=', providerId);
  return (await query.orderBy('created_at').orderBy('id').limit(500).execute()).map(toPlatform);
}

/** Rejects with `conflict` when somebody has registered this client of this issuer. */
export async function addPlatform(tables: Tables, input: PlatformInput, now: Instant): Promise<Platform> {
  const row = await tables
    .insertInto('lti_platforms')
    .values({
      provider_id: input.providerId,
      id: input.id,
      name: input.name,
      issuer: input.issuer,
      client_id: input.clientId,
      deployment_ids: input.deploymentIds === null ? null : [...input.deploymentIds],
      auth_url: input.authUrl,
      token_url: input.tokenUrl,
      token_audience: input.tokenAudience ?? null,
      jwks_url: input.jwksUrl,
      origins: [...input.origins],
      match_email: input.matchEmail,
      roles: JSON.stringify(input.roles),
      created_at: toTimestamp(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) return toPlatform(row);
  throw new EnrollkitError('conflict', 'This client of this issuer is registered already', {
    issues: [serverIssue('id-taken', 'clientId')],
  });
}

/** Takes along its links, members, sessions and logins. Whether there was one. */
export async function removePlatform(tables: Tables, providerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables
    .deleteFrom('lti_platforms')
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Makes this the only deployment, unless another came first. Whether it is one now. */
export async function pinDeployment(tables: Tables, platform: Platform, deploymentId: string): Promise<boolean> {
  await tables
    .updateTable('lti_platforms')
    .set({ deployment_ids: [deploymentId] })
    .where('provider_id', '=', platform.providerId)
    .where('id', '=', platform.id)
    .where('deployment_ids', 'is', null)
    .execute();
  const now = await findPlatform(tables, platform.providerId, platform.id);
  return now?.deploymentIds?.includes(deploymentId) ?? false;
}

function toPlatform(row: Selectable<LtiPlatformsTable>): Platform {
  return {
    providerId: row.provider_id,
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    deploymentIds: row.deployment_ids,
    authUrl: row.auth_url,
    tokenUrl: row.token_url,
    ...(row.token_audience !== null && { tokenAudience: row.token_audience }),
    jwksUrl: row.jwks_url,
    origins: row.origins,
    matchEmail: row.match_email,
    roles: row.roles as Platform['roles'],
    createdAt: row.created_at,
  };
}
