import type { Instant } from '@enrollkit/core';
import { toTimestamp } from '../../database/instants.js';
import type { Database } from '../../parts/server-parts.js';
import type { KitRole } from './kit-role.js';
import { hashOf } from './secrets.js';

/** Who opened a page. */
export interface Person {
  readonly userId: string;
  readonly name?: string;
  readonly email?: string;
  readonly role?: KitRole;
}

/** What was opened. */
export interface OpenedPage {
  readonly kind: 'link' | 'deep-linking';
  readonly deploymentId: string;
  readonly locale: string;
  readonly element: string;
  readonly linkId?: string;
  readonly productId?: string;
  /** On which site a product of a group is shown, as the link says. */
  readonly site?: string;
  readonly deepLinking?: { readonly returnUrl: string; readonly data?: string };
}

export interface Session {
  readonly providerId: string;
  readonly platformId: string;
  readonly person: Person;
  readonly page: OpenedPage;
  readonly expiresAt: Instant;
}

type Tables = Database['tables'];

/** Keeps an open page. `state`: must be shown with the first request, from the platform's storage. */
export async function addSession(
  tables: Tables,
  secret: string,
  session: Session,
  state: string | undefined,
): Promise<void> {
  await tables
    .insertInto('lti_sessions')
    .values({
      secret_hash: hashOf(secret),
      provider_id: session.providerId,
      platform_id: session.platformId,
      state_hash: state === undefined ? null : hashOf(state),
      person: JSON.stringify(session.person),
      launch: JSON.stringify(session.page),
      expires_at: toTimestamp(session.expiresAt),
    })
    .execute();
}

/** The open page with this secret. One that must show its state and doesn't is told so. */
export async function findSession(
  tables: Tables,
  { secret, state, now }: { readonly secret: string; readonly state: string | undefined; readonly now: Instant },
): Promise<Session | 'storage-mismatch' | undefined> {
  const row = await tables
    .selectFrom('lti_sessions')
    .selectAll()
    .where('secret_hash', '=', hashOf(secret))
    .where('expires_at', '>', toTimestamp(now))
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.state_hash !== null && (state === undefined || hashOf(state) !== row.state_hash)) return 'storage-mismatch';
  return {
    providerId: row.provider_id,
    platformId: row.platform_id,
    person: row.person as Person,
    page: row.launch as OpenedPage,
    expiresAt: row.expires_at,
  };
}

/** Forgets pages, logins and invitations whose time is over. How many. */
export async function forgetExpired(tables: Tables, now: Instant): Promise<number> {
  let forgotten = 0;
  for (const table of ['lti_sessions', 'lti_logins', 'lti_invitations'] as const) {
    const { numDeletedRows } = await tables
      .deleteFrom(table)
      .where('expires_at', '<=', toTimestamp(now))
      .executeTakeFirst();
    forgotten += Number(numDeletedRows);
  }
  return forgotten;
}
