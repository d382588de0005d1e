import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { JobMetrics } from '../observe/metrics.js';
import type { HeldJob, HoldJob } from './hold-job.js';
import type { Job } from './job.js';

/** What running jobs takes. */
export interface JobContext {
  readonly pool: Pool;
  /** How a server keeps the others from a job. */
  readonly hold: HoldJob;
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
 * The plan is in the database, so that a job of every day is one of every day whoever restarts, and one that was missed comes
 * first.
 */
export async function runWhenDue(job: Job, context: JobContext, options: RunOptions): Promise<number> {
  const held = await context.hold(job.name);
  if (!held) return Math.min(job.everySeconds, LOOK_AGAIN_SECONDS);
  try {
    const signal = AbortSignal.any([options.signal, held.lost]);
    const dueInSeconds = await secondsUntilDue(context.pool, job);
    if (dueInSeconds > 0 && !options.isForced) return dueInSeconds;
    // Told to stop while it took the job: who stopped before it left it due, and a run that begins now hears of no end.
    if (signal.aborted) return 0;
    return await runHeld(job, context, { ...options, held, signal }, Math.max(0, -dueInSeconds));
  } finally {
    await held.release();
  }
}

interface Held extends RunOptions {
  readonly held: HeldJob;
}

async function runHeld(
  job: Job,
  { log, metrics }: JobContext,
  { held, signal, onFailure }: Held,
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
      log.error({ job: job.name, err: error }, 'a job failed');
      onFailure?.();
      nextInSeconds = Math.min(job.everySeconds, RETRY_SECONDS);
    }
  }
  await held.plan(nextInSeconds);
  return nextInSeconds;
}

/** Negative: so long ago. A job that never ran is due now. */
async function secondsUntilDue(pool: Pool, job: Job): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    'select extract(epoch from next_at - clock_timestamp())::float8 as seconds from jobs where name = $1',
    [job.name],
  );
  const seconds = rows[0]?.seconds ?? 0;
  // Planned when it ran less often: that plan doesn't hold any more.
  return seconds > job.everySeconds ? 0 : seconds;
}
