import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lacking } from '../../../packages/server/src/database/expect-engine.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { emptyDatabase, silent, withClient, type TestDatabase } from '../../support/postgres.js';
import { startPgbouncer, type Pooler } from './support/pgbouncer.js';

let empty: TestDatabase;
let pooler: Pooler | undefined;
beforeEach(async () => {
  empty = await emptyDatabase();
});
afterEach(async () => {
  await pooler?.end();
  pooler = undefined;
  await empty.drop();
});
const open = (url: string, lacking: Lacking = {}) => openDatabase({ url, poolSize: 2, log: silent, ...lacking });

describe('a pooler in front of the database', () => {
  it('is fine when it keeps sessions, with what they are asked for', async () => {
    pooler = await startPgbouncer(empty.url, 'session');
    const database = await open(pooler.url);
    const { rows } = await database.pool.query(
      `select current_setting('enable_seqscan') as seqscan, current_setting('TimeZone') as zone,
         current_setting('statement_timeout') as timeout`,
    );
    expect(rows).toEqual([{ seqscan: 'off', zone: 'UTC', timeout: '30s' }]);
    await database.close();
  });

  it('is refused at the start, with what to change, when it lends connections for a transaction', async () => {
    pooler = await startPgbouncer(empty.url, 'transaction');
    await expect(open(pooler.url)).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringMatching(
        /lends its connections .*: .*pool_mode = session.*ENROLLKIT_JOB_LEASE_SECONDS/,
      ) as unknown,
    });
    await withClient(empty.url, async (client) => {
      const { rows } = await client.query("select count(*)::int as count from pg_tables where schemaname = 'public'");
      expect(rows, 'nothing was made there').toEqual([{ count: 0 }]);
    });
  });
});

// What engines do that speak PostgreSQL's language and lack a part of it, made with its own functions.
describe('an engine that only sounds like PostgreSQL', () => {
  const pretending = async (statement: string): Promise<string> => {
    await withClient(empty.url, async (client) => {
      await client.query('create schema stubs');
      await client.query(statement);
      const { rows } = await client.query<{ name: string }>('select current_database() as name');
      await client.query(`alter database ${rows[0]?.name} set search_path = stubs, pg_catalog, public`);
    });
    return empty.url;
  };

  it('is refused when its advisory locks keep nobody out', async () => {
    const url = await pretending(
      'create function stubs.pg_try_advisory_lock(bigint) returns boolean language sql as $$ select true $$',
    );
    await expect(open(url)).rejects.toThrow(/advisory locks that keep nobody out/);
  });

  it('is refused when not even a transaction keeps others out, whatever the settings say', async () => {
    const url = await pretending(
      'create function stubs.pg_try_advisory_xact_lock(bigint) returns boolean language sql as $$ select true $$',
    );
    await expect(open(url, { lacksSessions: true, lacksListen: true })).rejects.toThrow(
      /no locks that keep others out/,
    );
  });

  it('is refused when LISTEN is silent', async () => {
    const url = await pretending(
      'create function stubs.pg_notify(text, text) returns void language sql as $$ select null::void $$',
    );
    await expect(open(url)).rejects.toThrow(/accepts LISTEN, and then tells nothing: .*ENROLLKIT_CHANGES_POLL_SECONDS/);
    // Unless the settings say what to do without.
    await (await open(url, { lacksListen: true })).close();
  });
});
