import { Alarm } from './alarm.js';
import type { Job } from './job.js';
import { runWhenDue, type JobContext } from './run-when-due.js';

/** Jobs that are being looked after. */
export interface RunningJobs {
  /** Asks what runs to stop, and resolves when it has. */
  stop(): Promise<void>;
}

/** After the database didn't answer. */
const RETRY_SECONDS = 5;

/**
 * Looks after jobs until told to stop. Each has its own rhythm: one that fails or takes long doesn't hold up another. Throws
 * when two have one name: they would share a plan, and each keep the other from running.
 */
export function startJobs(jobs: readonly Job[], context: JobContext): RunningJobs {
  const names = jobs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two jobs are called ${twice}`);
  const stopping = new AbortController();
  const loops = jobs.map((job) => lookAfter(job, context, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function lookAfter(job: Job, context: JobContext, signal: AbortSignal): Promise<void> {
  const alarm = new Alarm();
  const unsubscribe = job.listen?.(() => alarm.ring());
  // What would have rung before, nobody heard: who is killed at work leaves that to the next one, who begins at once.
  let isForced = job.listen !== undefined;
  while (!signal.aborted) {
    const seconds = await runWhenDue(job, context, { signal, isForced }).catch((error: unknown) => {
      if (!signal.aborted) context.log.error({ job: job.name, err: error }, 'the database did not answer a job');
      return RETRY_SECONDS;
    });
    isForced = await alarm.rings(seconds * 1000, signal);
  }
  unsubscribe?.();
}
