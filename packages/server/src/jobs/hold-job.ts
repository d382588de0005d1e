import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Settings } from '../settings/settings.js';

/** A job that nobody else is at. */
export interface HeldJob {
  /** Aborted when somebody else may be at it: then the work must stop. */
  readonly lost: AbortSignal;
  /** Plans the next run, in so many seconds. */
  plan(inSeconds: number): Promise<void>;
  /** Lets others have it. */
  release(): Promise<void>;
}

/** Takes a job, unless another server is at it. */
export type HoldJob = (name: string) => Promise<HeldJob | undefined>;

/** As the settings say. */
export function holdJobs(pool: Pool, { jobLeaseSeconds }: Pick<Settings, 'jobLeaseSeconds'>): HoldJob {
  return jobLeaseSeconds === undefined ? bySession(pool) : byLease(pool, jobLeaseSeconds);
}

/**
 * Holds jobs by locks of PostgreSQL, each held by a connection: when this process dies, another server can go on at once.
 */
export function bySession(pool: Pool): HoldJob {
  return async (name) => {
    const client = await pool.connect();
    const lost = new AbortController();
    // A connection that breaks has lost the lock: the run must stop. Without a listener it would end the process.
    const onError = (error: Error): void => lost.abort(error);
    client.on('error', onError);
    // Thrown away after a failure: the lock goes with the connection.
    const giveBack = (isSound: boolean): void => {
      client.off('error', onError);
      client.release(!isSound);
    };
    try {
      const { rows } = await client.query<{ locked: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
        [lockName(name)],
      );
      if (rows[0]?.locked !== true) {
        giveBack(true);
        return undefined;
      }
    } catch (error) {
      giveBack(false);
      throw error;
    }
    return {
      lost: lost.signal,
      async plan(inSeconds) {
        await client.query(
          `insert into jobs (name, next_at) values ($1, clock_timestamp() + make_interval(secs => $2))
           on conflict (name) do update set next_at = excluded.next_at`,
          [name, inSeconds],
        );
      },
      async release() {
        let isSound = false;
        try {
          await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName(name)]);
          isSound = !lost.signal.aborted;
        } finally {
          giveBack(isSound);
        }
      },
    };
  };
}

/**
 * Holds jobs by a row that says until when, for databases without sessions. It is said again three times before that; when
 * that doesn't succeed in time, the run must stop. A server that dies keeps the others waiting until then. By the clock of
 * the database, and not that of any server.
 */
export function byLease(pool: Pool, leaseSeconds: number): HoldJob {
  return async (name) => {
    const holder = randomUUID();
    const taken = await pool.query(
      `insert into jobs (name, next_at, holder, held_until)
       values ($1, clock_timestamp(), $2, clock_timestamp() + make_interval(secs => $3))
       on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
       where jobs.held_until is null or jobs.held_until <= clock_timestamp()`,
      [name, holder, leaseSeconds],
    );
    if (taken.rowCount !== 1) return undefined;

    const lost = new AbortController();
    const lose = (): void => lost.abort(new Error('The lease of a job has run out'));
    let deadline = setTimeout(lose, leaseSeconds * 1000);
    const renew = async (): Promise<void> => {
      const askedAt = performance.now();
      const renewed = await pool.query(
        `update jobs set held_until = clock_timestamp() + make_interval(secs => $3)
         where name = $1 and holder = $2 and held_until > clock_timestamp()`,
        [name, holder, leaseSeconds],
      );
      if (renewed.rowCount !== 1) {
        lose();
        return;
      }
      clearTimeout(deadline);
      deadline = setTimeout(lose, askedAt + leaseSeconds * 1000 - performance.now());
    };
    // One that fails is tried again; the deadline tells when it is too late.
    const renewing = setInterval(() => void renew().catch(() => undefined), (leaseSeconds * 1000) / 3);
    return {
      lost: lost.signal,
      async plan(inSeconds) {
        await pool.query(
          `update jobs set next_at = clock_timestamp() + make_interval(secs => $3) where name = $1 and holder = $2`,
          [name, holder, inSeconds],
        );
      },
      async release() {
        clearInterval(renewing);
        clearTimeout(deadline);
        await pool.query('update jobs set holder = null, held_until = null where name = $1 and holder = $2', [
          name,
          holder,
        ]);
      },
    };
  };
}

const lockName = (name: string): string => `enrollkit job ${name}`;
