import { sql, type Kysely } from 'kysely';

const id = 'text collate "C"';
const moment = 'timestamp (3) with time zone';

/** Addresses that providers have told of changes, what there is to tell, and to whom it was told. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table webhook_endpoints (
  provider_id ${id} not null,
  id ${id} not null,
  url text not null,
  description text not null,
  email text,
  types text[],
  enabled boolean not null,
  disabled_at ${moment},
  disabled_reason text,
  mail_at ${moment},
  secret text not null,
  old_secret text,
  old_secret_until ${moment},
  created_at ${moment} not null,
  version integer not null,
  failures integer not null default 0,
  succeeded_at ${moment},
  rests_until ${moment},
  served_at ${moment},
  lease text,
  leased_until ${moment},
  primary key (provider_id, id)
);
create index webhook_endpoints_to_mail on webhook_endpoints (mail_at) where mail_at is not null;

create table webhook_events (
  provider_id ${id} not null,
  id ${id} not null,
  type text not null,
  record_id ${id} not null,
  enrollment_id ${id},
  at ${moment} not null,
  primary key (provider_id, id)
);
create index webhook_events_by_moment on webhook_events (provider_id, at, id);
create index webhook_events_by_age on webhook_events (at);

create table webhook_deliveries (
  provider_id ${id} not null,
  endpoint_id ${id} not null,
  event_id ${id} not null,
  state text not null,
  attempts integer not null default 0,
  next_at ${moment},
  attempted_at ${moment},
  status integer,
  fault text,
  created_at ${moment} not null,
  primary key (provider_id, endpoint_id, event_id),
  foreign key (provider_id, endpoint_id) references webhook_endpoints on delete cascade,
  foreign key (provider_id, event_id) references webhook_events on delete cascade
);
create index webhook_deliveries_fresh on webhook_deliveries (provider_id, endpoint_id, created_at, event_id)
  where state = 'waiting' and attempts = 0;
create index webhook_deliveries_tried on webhook_deliveries (provider_id, endpoint_id, next_at)
  where state = 'waiting' and attempts > 0;
create index webhook_deliveries_by_moment on webhook_deliveries (provider_id, endpoint_id, created_at, event_id);
create index webhook_deliveries_by_event on webhook_deliveries (provider_id, event_id);
`;
  await sql.raw(statements).execute(database);
}
