import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Supervision {
  readonly isRunning: () => Promise<boolean>;
  readonly restart: () => Promise<unknown>;
  /** Told when it doesn't start any more; nobody looks after it from then on. */
  readonly onGivenUp: (reason: unknown) => void;
  readonly log: Logger;
  /** Ends the supervision. */
  readonly signal: AbortSignal;
  readonly pace?: SupervisionPace | undefined;
}

export interface SupervisionPace {
  readonly lookEveryMs: number;
  /** After a start that failed; twice as long after each further one. */
  readonly firstPauseMs: number;
}

const PACE: SupervisionPace = { lookEveryMs: 1000, firstPauseMs: 1000 };
const ATTEMPTS = 5;

/** Looks after a database, and starts it again when it ended: at once, then after pauses that grow. */
export async function supervise({
  isRunning,
  restart,
  onGivenUp,
  log,
  signal,
  pace = PACE,
}: Supervision): Promise<void> {
  const wait = async (ms: number): Promise<void> => {
    await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
  };
  let failures = 0;
  for (;;) {
    await wait(pace.lookEveryMs);
    if (signal.aborted) return;
    try {
      if (await isRunning()) continue;
      log.error('the embedded database ended: starting it again');
      await restart();
      failures = 0;
    } catch (reason) {
      failures += 1;
      log.error({ err: reason, failures }, 'the embedded database does not start');
      if (failures === ATTEMPTS) {
        onGivenUp(reason);
        return;
      }
      await wait(pace.firstPauseMs * 2 ** (failures - 1));
    }
  }
}
