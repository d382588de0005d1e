import { sql, type Kysely } from 'kysely';

const id = 'text collate "C"';
const moment = 'timestamp (3) with time zone';

/** Learning platforms that open the server's pages by LTI, what they placed where, and who is in it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table lti_platforms (
  provider_id ${id} not null,
  id ${id} not null,
  name text not null,
  issuer ${id} not null,
  client_id ${id} not null,
  deployment_ids text[],
  auth_url text not null,
  token_url text not null,
  token_audience text,
  jwks_url text not null,
  origins text[] not null,
  match_email boolean not null,
  roles jsonb not null,
  created_at ${moment} not null,
  primary key (provider_id, id)
);
create unique index lti_platforms_by_client on lti_platforms (issuer, client_id);

create table lti_invitations (
  token_hash ${id} primary key,
  provider_id ${id} not null,
  settings jsonb not null,
  expires_at ${moment} not null
);

create table lti_logins (
  state_hash ${id} primary key,
  provider_id ${id} not null,
  platform_id ${id} not null,
  nonce text not null,
  in_platform_storage boolean not null,
  expires_at ${moment} not null,
  foreign key (provider_id, platform_id) references lti_platforms on delete cascade
);
create index lti_logins_by_expiry on lti_logins (expires_at);

create table lti_sessions (
  secret_hash ${id} primary key,
  provider_id ${id} not null,
  platform_id ${id} not null,
  state_hash ${id},
  person jsonb not null,
  launch jsonb not null,
  expires_at ${moment} not null,
  foreign key (provider_id, platform_id) references lti_platforms on delete cascade
);
create index lti_sessions_by_expiry on lti_sessions (expires_at);

create table lti_links (
  provider_id ${id} not null,
  platform_id ${id} not null,
  id ${id} not null,
  deployment_id text not null,
  resource_link_id text not null,
  context_title text,
  product_id ${id},
  starting_date_id ${id},
  memberships_url text,
  lineitem_url text,
  scopes text[] not null,
  next_sync_at ${moment},
  synced_at ${moment},
  sync_problem text,
  primary key (provider_id, id),
  unique (provider_id, platform_id, deployment_id, resource_link_id),
  foreign key (provider_id, platform_id) references lti_platforms on delete cascade
);
create index lti_links_by_due on lti_links (next_sync_at);

create table lti_members (
  provider_id ${id} not null,
  link_id ${id} not null,
  user_id ${id} not null,
  name text,
  enrollment_id ${id},
  problem text,
  is_gone boolean not null default false,
  told_status text,
  told_at ${moment},
  attempts integer not null default 0,
  tell_after ${moment},
  primary key (provider_id, link_id, user_id),
  foreign key (provider_id, link_id) references lti_links on delete cascade
);
create index lti_members_by_enrollment on lti_members (provider_id, enrollment_id);

create table lti_keys (
  kid ${id} primary key,
  jwk jsonb not null,
  created_at ${moment} not null
);
`;
  await sql.raw(statements).execute(database);
}
