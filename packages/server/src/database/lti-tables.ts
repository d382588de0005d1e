import type { ColumnType, Generated } from 'kysely';

/** A learning platform that a provider registered. */
export interface LtiPlatformsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly client_id: string;
  /** Null: the first deployment that launches becomes the only one. */
  readonly deployment_ids: readonly string[] | null;
  readonly auth_url: string;
  readonly token_url: string;
  readonly token_audience: string | null;
  readonly jwks_url: string;
  readonly origins: readonly string[];
  readonly match_email: boolean;
  readonly roles: ColumnType<unknown, string, string>;
  readonly created_at: string;
}

/** Whoever has the token may register one platform for this provider. */
export interface LtiInvitationsTable {
  readonly token_hash: string;
  readonly provider_id: string;
  readonly settings: ColumnType<unknown, string, never>;
  readonly expires_at: string;
}

/** A login that has begun. Its row goes when it is used. */
export interface LtiLoginsTable {
  readonly state_hash: string;
  readonly provider_id: string;
  readonly platform_id: string;
  readonly nonce: string;
  /** The platform's page keeps the state too, and the page that opens must find it there. */
  readonly in_platform_storage: boolean;
  readonly expires_at: string;
}

/** A page that is open. */
export interface LtiSessionsTable {
  readonly secret_hash: string;
  readonly provider_id: string;
  readonly platform_id: string;
  /** Of the state that the page has still to find in the platform's storage. */
  readonly state_hash: string | null;
  readonly person: ColumnType<unknown, string, never>;
  readonly launch: ColumnType<unknown, string, never>;
  readonly expires_at: string;
}

/** What a teacher placed in a course. */
export interface LtiLinksTable {
  readonly provider_id: string;
  readonly platform_id: string;
  readonly id: string;
  readonly deployment_id: string;
  readonly resource_link_id: string;
  readonly context_title: string | null;
  readonly product_id: string | null;
  readonly starting_date_id: string | null;
  readonly memberships_url: string | null;
  readonly lineitem_url: string | null;
  readonly scopes: readonly string[];
  readonly next_sync_at: string | null;
  readonly synced_at: string | null;
  readonly sync_problem: string | null;
}

/** Somebody in a course of the platform, with the booking that is theirs, or why there is none. */
export interface LtiMembersTable {
  readonly provider_id: string;
  readonly link_id: string;
  readonly user_id: string;
  readonly name: string | null;
  readonly enrollment_id: string | null;
  readonly problem: string | null;
  readonly is_gone: Generated<boolean>;
  /** The status that the platform's grades say. */
  readonly told_status: string | null;
  readonly told_at: string | null;
  readonly attempts: Generated<number>;
  readonly tell_after: string | null;
}

/** With what the server signs to platforms. */
export interface LtiKeysTable {
  readonly kid: string;
  readonly jwk: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  readonly created_at: string;
}
