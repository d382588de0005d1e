import { sql, type Kysely } from 'kysely';

const id = 'text collate "C"';
const moment = 'timestamp (3) with time zone';

/** Imports of feeds with their steps, trainers, and starts that are cancelled. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
alter table products add column start_states jsonb not null default '[]';

create table trainers (
  provider_id ${id} not null,
  email ${id} not null,
  state text not null,
  invited_at ${moment} not null,
  invitation_sent_at ${moment},
  confirmed_at ${moment},
  version integer not null,
  profile jsonb not null,
  primary key (provider_id, email)
);
create index trainers_by_email on trainers (email, provider_id);
create index trainers_to_mail on trainers (provider_id, email) where invitation_sent_at is null;

-- Room on every page: a count goes up with every step.
create table imports (
  provider_id ${id} not null,
  id ${id} not null,
  kind text not null,
  state text not null,
  source jsonb not null,
  options jsonb not null,
  started_at ${moment} not null,
  started_by text not null,
  planned_at ${moment},
  finished_at ${moment},
  counts jsonb not null,
  applied integer not null,
  problem jsonb,
  findings jsonb not null default '[]',
  version integer not null,
  primary key (provider_id, id)
) with (fillfactor = 50);
create index imports_by_id on imports (id, provider_id);
create index imports_by_start on imports (provider_id, started_at desc, id desc);
create index imports_to_end on imports (state, provider_id) where state in ('planning', 'planned', 'held', 'applying');

-- The keys differ in what they begin with, so that a step by its id and steps in their order are each found by their own,
-- also in a first import, which no statistics know of yet.
create table import_steps (
  provider_id ${id} not null,
  import_id ${id} not null,
  id ${id} not null,
  position integer not null,
  name text not null,
  action text not null,
  changes jsonb not null,
  line integer,
  done_at ${moment},
  primary key (provider_id, id, import_id),
  foreign key (provider_id, import_id) references imports on delete cascade
) with (fillfactor = 90);
create index import_steps_by_position on import_steps (import_id, position);
create index import_steps_to_do on import_steps (import_id, position) where done_at is null;
`;
  await sql.raw(statements).execute(database);
}
