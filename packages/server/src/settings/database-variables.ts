import { databaseUrl, integer, type Variable } from './settings-schemas.js';

/** The environment variables about the database, and what to do without what it or a pooler lacks. */
export const DATABASE_VARIABLES = {
  DATABASE_URL: {
    meaning: 'PostgreSQL database; if not set, an embedded one in the data directory',
    expects:
      'an address such as postgres://user:password@host:5432/database, with # % / : ? @ in user and password written as %23 %25 %2F %3A %3F %40',
    schema: databaseUrl,
  },
  ENROLLKIT_READ_DATABASE_URL: {
    meaning: 'Streaming replica of `DATABASE_URL` that answers lists when it has all that was written before',
    expects: 'an address such as postgres://user:password@host:5432/database',
    schema: databaseUrl,
  },
  ENROLLKIT_DATABASE_POOL_SIZE: {
    meaning: 'Maximum number of connections to the database',
    expects: 'a whole number from 2 to 1000',
    fallback: '20',
    schema: integer(2, 1000),
  },
  ENROLLKIT_JOB_LEASE_SECONDS: {
    meaning:
      'For a database or pooler without sessions or their locks: jobs are held by a lease in a table, for this number of seconds; if not set, by locks of PostgreSQL',
    expects: 'a whole number from 5 to 3600',
    schema: integer(5, 3600),
  },
  ENROLLKIT_CHANGES_POLL_SECONDS: {
    meaning:
      'For a database or pooler without `LISTEN`: servers ask what others changed, every time this number of seconds has passed; if not set, PostgreSQL tells them',
    expects: 'a whole number from 1 to 20',
    schema: integer(1, 20),
  },
} as const satisfies Record<string, Variable<unknown>>;
