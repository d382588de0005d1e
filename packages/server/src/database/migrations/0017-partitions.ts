import { sql, type Kysely } from 'kysely';

/** Enough that each stays handy for a database with a thousand providers, and few enough to plan a query over all of them. */
const PARTS = 8;

/**
 * What only ever grows lies in parts, by provider: each has smaller indexes, is vacuumed by itself, and can lie on a disk or a
 * machine of its own. And every key contains the provider, so that all tables can be distributed by it.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = `
create table status_changes_in_parts (like status_changes including defaults including constraints)
  partition by hash (provider_id);
${partsOf('status_changes')}
insert into status_changes_in_parts select * from status_changes;
drop table status_changes;
alter table status_changes_in_parts rename to status_changes;
alter table status_changes
  add constraint status_changes_key primary key (provider_id, enrollment_id, position),
  add constraint status_changes_of_enrollment foreign key (provider_id, enrollment_id)
    references enrollments on delete cascade;

create table audit_entries_in_parts (like audit_entries including constraints) partition by hash (provider_id);
${partsOf('audit_entries')}
create sequence audit_entries_number owned by audit_entries_in_parts.id;
alter table audit_entries_in_parts alter column id set default nextval('audit_entries_number');
insert into audit_entries_in_parts select * from audit_entries;
select setval('audit_entries_number', (select coalesce(max(id), 0) + 1 from audit_entries), false);
drop table audit_entries;
alter table audit_entries_in_parts rename to audit_entries;
alter table audit_entries add constraint audit_entries_key primary key (provider_id, id);
create index audit_entries_by_moment on audit_entries (provider_id, at);
create index audit_entries_by_record on audit_entries (provider_id, record_id, at);
create index audit_entries_by_enrollment on audit_entries (provider_id, enrollment_id, at) where enrollment_id is not null;

-- Random, so that nobody needs to be told that another provider has the same.
drop index trainer_invitations_by_token;
create index trainer_invitations_by_token on trainer_invitations (token);
`;
  await sql.raw(statements).execute(database);
}

function partsOf(table: string): string {
  return Array.from(
    { length: PARTS },
    (_, part) =>
      `create table ${table}_${part} partition of ${table}_in_parts for values with (modulus ${PARTS}, remainder ${part});`,
  ).join('\n');
}
