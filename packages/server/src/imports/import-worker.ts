import { Alarm } from '../jobs/alarm.js';
import type { Job } from '../jobs/job.js';
import type { ServerParts } from '../parts/server-parts.js';
import { importAttempts } from './attempt-import.js';
import { dueImports } from './due-imports.js';
import { ImportTurns, type TurnLimits } from './import-turns.js';
import { releaseFeeds } from './release-feeds.js';

/** In case nobody told that there is something to do: the one who knew was killed. */
const LOOK_SECONDS = 15;

/**
 * Plans and applies imports, a few providers at once and in turns, so that a large feed of one doesn't hold up another. After
 * a crash it goes on where it was. One that fails is tried again later; the others don't wait for it.
 */
export function importWorker(parts: ServerParts, limits: Partial<TurnLimits> = {}): Job {
  const attempt = importAttempts(parts);
  const { changes } = parts.stores;
  const listen = (wake: () => void) => changes.subscribe(({ kind }) => kind === 'import' && wake());

  return {
    name: 'run-imports',
    everySeconds: LOOK_SECONDS,
    listen,

    async run(signal) {
      const alarm = new Alarm();
      const unsubscribe = listen(() => alarm.ring());
      const turns = new ImportTurns({ attempt, signal, limits, clock: parts.clock, onEnd: () => alarm.ring() });
      let released = 0;
      try {
        while (turns.goOn(await dueImports(parts))) {
          // What comes in meanwhile begins next to those that run.
          await alarm.rings(LOOK_SECONDS * 1000, signal);
          signal.throwIfAborted();
          if (turns.hasEnded()) released += await releaseFeeds(parts);
        }
        // The last one may have ended while it was looked for what is due.
        if (turns.hasEnded()) released += await releaseFeeds(parts);
      } finally {
        unsubscribe();
        await turns.stop();
      }
      turns.throwFailure();
      return { imports: turns.imports, released };
    },
  };
}
