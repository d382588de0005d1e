import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { JobMetrics } from '../observe/metrics.js';
import type { Job } from './job.js';

/** What running jobs takes. */
export interface JobContext {
  readonly pool: Pool;
  readonly log: Logger;
  readonly metrics: JobMetrics;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Runs it now, unless another server is at it. */
  readonly isForced?: boolean;
  /** Told beside the log. */
  readonly onFailure?: () => void;
}

/** When another server is at it: look again after this long, in case that one dies. */
const LOOK_AGAIN_SECONDS = 15;
/** After a failure, when the job is not due earlier. */
const RETRY_SECONDS = 60;

/**
 * Runs a job when it is due and no other server is at it, and answers in how many seconds to look again.
 *
 * The lock is PostgreSQL's, held by a connection: when this process dies, another server can go on at once. The plan is in
 * the database too, so that a job of every day is one of every day whoever restarts, and one that was missed comes first.
 */
export async function runWhenDue(job: Job, context: JobContext, options: RunOptions): Promise<number> {
  const client = await context.pool.connect();
  const lost = new AbortController();
  // A connection that breaks has lost the lock: the run must stop. Without a listener it would end the process.
  const onError = (error: Error): void => lost.abort(error);
  client.on('error', onError);
  let isSound = false;
  try {
    const signal = AbortSignal.any([options.signal, lost.signal]);
    const seconds = (await tryLock(client, job))
      ? await runUnlessEarly(job, context, { ...options, client, signal })
      : Math.min(job.everySeconds, LOOK_AGAIN_SECONDS);
    isSound = !lost.signal.aborted;
    return seconds;
  } finally {
    client.off('error', onError);
    // Thrown away after a failure: the lock goes with the connection.
    client.release(!isSound);
  }
}

async function runUnlessEarly(job: Job, context: JobContext, options: Locked): Promise<number> {
  const { client, isForced } = options;
  const dueInSeconds = await secondsUntilDue(client, job);
  const isEarly = dueInSeconds > 0 && !isForced;
  const seconds = isEarly ? dueInSeconds : await runLocked(job, context, options, Math.max(0, -dueInSeconds));
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName(job)]);
  return seconds;
}

interface Locked extends RunOptions {
  /** Holds the lock. */
  readonly client: PoolClient;
}

async function runLocked(
  job: Job,
  { log, metrics }: JobContext,
  { client, signal, onFailure }: Locked,
  lateSeconds: number,
): Promise<number> {
  const startedAt = performance.now();
  const secondsSoFar = (): number => (performance.now() - startedAt) / 1000;
  let nextInSeconds: number;
  try {
    const done = await job.run(signal);
    metrics.ended(job.name, { outcome: 'done', seconds: secondsSoFar(), lateSeconds });
    const isWorthTelling = Object.values(done).some((count) => count > 0);
    log[isWorthTelling ? 'info' : 'debug'](
      { job: job.name, ms: Math.round(secondsSoFar() * 1000), ...done },
      'job done',
    );
    nextInSeconds = Math.max(0, job.everySeconds - secondsSoFar());
  } catch (error) {
    if (signal.aborted) {
      // Not a failure: what is left is due for whoever looks next.
      nextInSeconds = 0;
    } else {
      metrics.ended(job.name, { outcome: 'failed', seconds: secondsSoFar(), lateSeconds });
      log.error({ job: job.name, err: error }, 'job failed');
      onFailure?.();
      nextInSeconds = Math.min(job.everySeconds, RETRY_SECONDS);
    }
  }
  await client.query(
    `insert into jobs (name, next_at) values ($1, clock_timestamp() + make_interval(secs => $2))
     on conflict (name) do update set next_at = excluded.next_at`,
    [job.name, nextInSeconds],
  );
  return nextInSeconds;
}

async function tryLock(client: PoolClient, job: Job): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [lockName(job)],
  );
  return rows[0]?.locked === true;
}

/** Negative: so long ago. A job that never ran is due now. */
async function secondsUntilDue(client: PoolClient, job: Job): Promise<number> {
  const { rows } = await client.query<{ seconds: number }>(
    'select extract(epoch from next_at - clock_timestamp())::float8 as seconds from jobs where name = $1',
    [job.name],
  );
  const seconds = rows[0]?.seconds ?? 0;
  // Planned when it ran less often: that plan doesn't hold any more.
  return seconds > job.everySeconds ? 0 : seconds;
}

const lockName = ({ name }: Job): string => `enrollkit job ${name}`;
