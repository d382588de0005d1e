import { sql, type Kysely } from 'kysely';

const id = 'text collate "C"';
const moment = 'timestamp (3) with time zone';

/** Feeds that are fetched by themselves, and invitations on their way to trainers. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table feeds (
  provider_id ${id} not null,
  kind text not null,
  url text not null,
  every_minutes integer not null,
  apply_when_planned boolean not null,
  max_deleted_share double precision not null,
  next_at ${moment} not null,
  checked_at ${moment},
  etag text,
  last_modified text,
  sha256 text,
  import_id text,
  problem jsonb,
  failures integer not null default 0,
  version integer not null,
  primary key (provider_id, kind)
);
create index feeds_by_due on feeds (next_at);

create table trainer_invitations (
  provider_id ${id} not null,
  email ${id} not null,
  token text not null,
  attempts integer not null default 0,
  next_at ${moment},
  refused_at ${moment},
  primary key (provider_id, email)
);
create unique index trainer_invitations_by_token on trainer_invitations (token);
`;
  await sql.raw(statements).execute(database);
}
