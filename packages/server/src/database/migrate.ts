import { EnrollkitError } from '@enrollkit/core';
import { Migrator, type Kysely, type Migration } from 'kysely';
import * as records from './migrations/0001-records.js';
import * as jobs from './migrations/0002-jobs.js';
import * as privacy from './migrations/0003-privacy.js';
import * as imports from './migrations/0004-imports.js';
import * as feeds from './migrations/0005-feeds.js';
import * as importProgress from './migrations/0006-import-progress.js';
import * as causes from './migrations/0007-causes.js';
import * as plainAddresses from './migrations/0008-plain-addresses.js';
import * as importAttempts from './migrations/0009-import-attempts.js';
import * as auditIntent from './migrations/0010-audit-intent.js';
import * as activeContent from './migrations/0011-active-content.js';
import * as bookings from './migrations/0012-bookings.js';
import * as verification from './migrations/0013-verification.js';
import * as mails from './migrations/0014-mails.js';
import * as search from './migrations/0015-search.js';
import * as certificateLists from './migrations/0016-certificate-lists.js';
import * as partitions from './migrations/0017-partitions.js';
import * as lti from './migrations/0019-lti.js';
import * as webhooks from './migrations/0020-webhooks.js';
import * as recordNumbers from './migrations/0021-record-numbers.js';
import * as uniqueNames from './migrations/0022-unique-names.js';
import * as leases from './migrations/0023-leases.js';
import * as linkMails from './migrations/0024-link-mails.js';
import * as auditOrder from './migrations/0025-audit-order.js';

/** Forward only, in the order of their names. One that has run anywhere is never changed: another one follows it. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-jobs': jobs,
  '0003-privacy': privacy,
  '0004-imports': imports,
  '0005-feeds': feeds,
  '0006-import-progress': importProgress,
  '0007-causes': causes,
  '0008-plain-addresses': plainAddresses,
  '0009-import-attempts': importAttempts,
  '0010-audit-intent': auditIntent,
  '0011-active-content': activeContent,
  '0012-bookings': bookings,
  '0013-verification': verification,
  '0014-mails': mails,
  '0015-search': search,
  '0016-certificate-lists': certificateLists,
  '0017-partitions': partitions,
  '0019-lti': lti,
  '0020-webhooks': webhooks,
  '0021-record-numbers': recordNumbers,
  '0022-unique-names': uniqueNames,
  '0023-leases': leases,
  '0024-link-mails': linkMails,
  '0025-audit-order': auditOrder,
};

const TABLES = { migrationTableName: 'enrollkit_migrations', migrationLockTableName: 'enrollkit_migration_lock' };

/**
 * Brings the tables up to this version of the kit, all or nothing. Several servers may do so at once: the others wait at an
 * advisory lock. `upTo`: no further than that one. Rejects with `storage-unavailable` when a newer version has been here.
 */
export async function migrate(
  database: Kysely<never>,
  {
    migrations = MIGRATIONS,
    upTo,
  }: { readonly migrations?: Readonly<Record<string, Migration>>; readonly upTo?: string | undefined } = {},
): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    ...TABLES,
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error === undefined) return;
  const unknown = await unknownMigrations(database, migrations);
  if (unknown.length === 0) throw new Error('The tables could not be made', { cause: error });
  const message = `The database was brought to ${unknown.at(-1)} by a newer version of this server: run that version`;
  throw new EnrollkitError('storage-unavailable', message, { cause: error });
}

async function unknownMigrations(
  database: Kysely<never>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> {
  const history = database as unknown as Kysely<{ enrollkit_migrations: { name: string } }>;
  const rows = await history.selectFrom('enrollkit_migrations').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
}
