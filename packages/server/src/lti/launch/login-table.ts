import type { Instant } from '@enrollkit/core';
import { toTimestamp } from '../../database/instants.js';
import type { Database } from '../../parts/server-parts.js';
import { hashOf } from './secrets.js';

/** A login that has begun: who may come back with its state, and with which nonce. */
export interface Login {
  readonly providerId: string;
  readonly platformId: string;
  readonly nonce: string;
  /** The platform's page keeps the state too, and the page that opens must find it there. */
  readonly inPlatformStorage: boolean;
  readonly expiresAt: Instant;
}

type Tables = Database['tables'];

export async function addLogin(tables: Tables, state: string, login: Login): Promise<void> {
  await tables
    .insertInto('lti_logins')
    .values({
      state_hash: hashOf(state),
      provider_id: login.providerId,
      platform_id: login.platformId,
      nonce: login.nonce,
      in_platform_storage: login.inPlatformStorage,
      expires_at: toTimestamp(login.expiresAt),
    })
    .execute();
}

/** Takes a login away, so that nobody comes back with the same state twice: not even at the same moment. */
export async function takeLogin(tables: Tables, state: string): Promise<Login | undefined> {
  const row = await tables
    .deleteFrom('lti_logins')
    .where('state_hash', '=', hashOf(state))
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      providerId: row.provider_id,
      platformId: row.platform_id,
      nonce: row.nonce,
      inPlatformStorage: row.in_platform_storage,
      expiresAt: row.expires_at,
    }
  );
}
