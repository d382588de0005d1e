/** Gives everything else on this thread a turn whenever work has gone on for a while. */
export type Pause = () => Promise<void> | undefined;

/**
 * `sliceMs` is how long work may go on. On a page that is half of what a screen shows a frame; in a worker nobody waits
 * but the word to stop.
 */
export function createPause(sliceMs: number, now: () => number = () => performance.now()): Pause {
  let began = now();
  return () => {
    if (now() - began < sliceMs) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        began = now();
        resolve();
      });
    });
  };
}
