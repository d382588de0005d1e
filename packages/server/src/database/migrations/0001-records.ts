import { sql, type Kysely } from 'kysely';

/** Ids sort as JavaScript sorts them, so that pages have the same order on every server. */
const id = 'text collate "C"';
const moment = 'timestamp (3) with time zone';

/**
 * Everything that the first version keeps. Keys begin with the provider: providers choose ids themselves, and all of one's
 * records lie together.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table providers (
  id ${id} primary key,
  retention_months integer check (retention_months > 0),
  created_at ${moment} not null default now()
);

create table products (
  provider_id ${id} not null,
  id ${id} not null,
  state text not null,
  certification_ids text[] not null,
  version integer not null,
  published jsonb not null,
  primary key (provider_id, id)
);
create index products_by_id on products (id, provider_id);
create index products_by_state on products (provider_id, state, id);

create table certifications (
  provider_id ${id} not null,
  id ${id} not null,
  name text not null,
  description text,
  requires_valid_until boolean not null,
  verified boolean not null,
  version integer not null,
  primary key (provider_id, id)
);
create index certifications_by_id on certifications (id, provider_id);

-- Room on every page for the next version of its rows.
create table enrollments (
  provider_id ${id} not null,
  id ${id} not null,
  product_id ${id} not null,
  starting_date_id ${id},
  participant_name text not null,
  participant_email text not null,
  email ${id} not null,
  external_id ${id},
  employer_id ${id},
  start_date date,
  start_date_is_month_only boolean,
  end_date date,
  end_date_is_month_only boolean,
  status text not null,
  original_status text,
  accepted_at ${moment},
  invoice_uploaded_at ${moment},
  certificate_uploaded_at ${moment},
  cancelled_at ${moment},
  created_at ${moment},
  updated_at ${moment},
  next_rule_at ${moment},
  version integer not null,
  primary key (provider_id, id)
) with (fillfactor = 80);
create index enrollments_by_id on enrollments (id, provider_id);
create index enrollments_by_status on enrollments (provider_id, status, id);
create index enrollments_by_product on enrollments (provider_id, product_id, starting_date_id);
create index enrollments_by_email on enrollments (email, provider_id);
create index enrollments_by_external_id on enrollments (external_id, provider_id) where external_id is not null;
create index enrollments_by_employer on enrollments (employer_id, provider_id) where employer_id is not null;
create index enrollments_by_creation on enrollments (provider_id, created_at);
create index enrollments_by_update on enrollments (provider_id, updated_at);
create index enrollments_by_rule on enrollments (next_rule_at, provider_id) where next_rule_at is not null;

create table status_changes (
  provider_id ${id} not null,
  enrollment_id ${id} not null,
  position integer not null,
  from_status text not null,
  to_status text not null,
  at ${moment} not null,
  actor_id text,
  rule text,
  primary key (provider_id, enrollment_id, position),
  foreign key (provider_id, enrollment_id) references enrollments on delete cascade,
  check ((actor_id is null) <> (rule is null))
);

create table files (
  sha256 ${id} primary key,
  size_bytes bigint not null,
  kept_at ${moment} not null default now()
);

create table certificates (
  provider_id ${id} not null,
  id ${id} not null,
  enrollment_id ${id} not null,
  certification_id ${id} not null,
  owner_email text not null,
  email ${id} not null,
  external_id ${id},
  employer_id ${id},
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 ${id} not null references files,
  valid_from date not null,
  valid_until date,
  consent_text_version text,
  consent_confirmed_at ${moment},
  consent_confirmed_by text,
  uploaded_by text not null,
  created_at ${moment} not null,
  version integer not null,
  primary key (provider_id, id),
  foreign key (provider_id, enrollment_id) references enrollments,
  foreign key (provider_id, certification_id) references certifications
);
create index certificates_by_id on certificates (id, provider_id);
create index certificates_by_enrollment on certificates (provider_id, enrollment_id, certification_id);
create index certificates_by_certification on certificates (provider_id, certification_id, id);
create index certificates_by_email on certificates (email, provider_id);
create index certificates_by_employer on certificates (employer_id, provider_id) where employer_id is not null;
create index certificates_by_creation on certificates (provider_id, created_at);
create index certificates_by_file on certificates (sha256);

create table invoices (
  provider_id ${id} not null,
  enrollment_id ${id} not null,
  sha256 ${id} not null references files,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  uploaded_at ${moment} not null,
  uploaded_by text not null,
  primary key (provider_id, enrollment_id, sha256),
  foreign key (provider_id, enrollment_id) references enrollments
);
create index invoices_by_file on invoices (sha256);

-- json, not jsonb: the first answer is given again as it was.
create table answers (
  key ${id} primary key,
  request text not null,
  result json,
  at ${moment} not null
);
create index answers_by_moment on answers (at);

create table audit_entries (
  id bigint generated always as identity primary key,
  at ${moment} not null,
  provider_id ${id} not null,
  actor_id text not null,
  actor_role text not null,
  action text not null,
  kind text not null,
  record_id ${id} not null,
  enrollment_id ${id},
  request_id text
);
create index audit_entries_by_moment on audit_entries (provider_id, at);
create index audit_entries_by_record on audit_entries (provider_id, record_id, at);
create index audit_entries_by_enrollment on audit_entries (provider_id, enrollment_id, at) where enrollment_id is not null;

create table api_keys (
  id ${id} primary key,
  provider_id ${id},
  role text not null,
  name text not null,
  secret_hash text not null,
  created_at ${moment} not null default now(),
  revoked_at ${moment},
  last_used_at ${moment}
);
create index api_keys_by_provider on api_keys (provider_id);

create table signing_keys (
  kid ${id} primary key,
  jwk jsonb not null,
  created_at ${moment} not null default now(),
  retired_at ${moment}
);
`;
  await sql.raw(statements).execute(database);
}
