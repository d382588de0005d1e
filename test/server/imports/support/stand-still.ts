import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { onTestFinished } from 'vitest';
import type { School } from '../../faults/support/school.js';

/** Rows that nobody can write for now. */
export interface StandStill {
  /** Resolves when somebody waits there, in the middle of a transaction. */
  isReached(): Promise<void>;
  /** Lets everybody go on. */
  letGo(): Promise<void>;
}

/** Whoever makes or changes this product waits until it is let go, or until the database breaks every connection. */
export function standStillAt(product: string, { database }: School): Promise<StandStill> {
  return standStill(database.pool, { table: 'products', when: `new.id = '${product}'` });
}

/**
 * The same for rows of any table. Waits itself for whoever was let go before and has not ended yet. A test that fails lets
 * everybody go too: those after it have the same database.
 */
export async function standStill(
  pool: Pool,
  { table, when = 'true' }: { readonly table: string; readonly when?: string },
): Promise<StandStill> {
  const holder = await pool.connect();
  holder.on('error', () => undefined);
  await holder.query('select pg_advisory_lock(7)');
  await pool.query(`
    create or replace function wait_for_lock() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(7); return new; end $$;
    create trigger stand_still before insert or update on ${table} for each row
      when (${when}) execute function wait_for_lock()`);
  let isHeld = true;
  const letGo = async (): Promise<void> => {
    if (!isHeld) return;
    isHeld = false;
    // The lock goes with its connection, which a restart may have broken already.
    holder.release(true);
    await pool.query(`drop trigger stand_still on ${table}`);
  };
  // A database that was ended for good holds nobody.
  onTestFinished(() => letGo().catch(() => undefined));
  return {
    letGo,
    async isReached() {
      const query = `select from pg_locks where locktype = 'advisory' and objid = 7 and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      while ((await pool.query(query)).rowCount === 0) await pause(20);
    },
  };
}
