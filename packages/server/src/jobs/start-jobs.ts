import { setTimeout as delay } from 'node:timers/promises';
import type { Job } from './job.js';
import { runWhenDue, type JobContext } from './run-when-due.js';

/** Jobs that are being looked after. */
export interface RunningJobs {
  /** Asks what runs to stop, and resolves when it has. */
  stop(): Promise<void>;
}

/** After the database didn't answer. */
const RETRY_SECONDS = 5;

/** Looks after jobs until told to stop. Each has its own rhythm: one that fails or takes long doesn't hold up another. */
export function startJobs(jobs: readonly Job[], context: JobContext): RunningJobs {
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
  let isForced = false;
  while (!signal.aborted) {
    const seconds = await runWhenDue(job, context, { signal, isForced }).catch((error: unknown) => {
      if (!signal.aborted) context.log.error({ job: job.name, err: error }, 'the database did not answer a job');
      return RETRY_SECONDS;
    });
    isForced = await alarm.rings(seconds * 1000, signal);
  }
  unsubscribe?.();
}

/** Keeps that it was rung while nobody waited. */
class Alarm {
  #isRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** Waits for it, at most so long and until the signal. Whether it rang. */
  async rings(withinMs: number, signal: AbortSignal): Promise<boolean> {
    const waiting = new AbortController();
    const stop = (): void => waiting.abort();
    this.#wake = stop;
    signal.addEventListener('abort', stop, { once: true });
    if (this.#isRung || signal.aborted) stop();
    // Aborting ends the wait by a rejection, and that is all it says.
    await delay(withinMs, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined);
    signal.removeEventListener('abort', stop);
    this.#wake = undefined;
    const isRung = this.#isRung;
    this.#isRung = false;
    return isRung;
  }
}
