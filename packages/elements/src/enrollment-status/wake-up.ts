/** A laptop sleeps and timers end at 24 days: look at the clock again every hour at the latest. */
const LONGEST_WAIT_MS = 3_600_000;

interface Sleeper {
  requestUpdate(): void;
}

/** When each has to look at the clock again, in the page's own time. */
const sleepers = new Map<Sleeper, number>();
/** One for the page: a list of a thousand would keep a thousand. */
let timer: ReturnType<typeof setTimeout> | undefined;
let ringsAt = Infinity;

/** Has the element render again after a time, instead of when it was told before. */
export function wakeUpAfter(waitMs: number, sleeper: Sleeper): void {
  const at = performance.now() + Math.min(waitMs, LONGEST_WAIT_MS);
  sleepers.set(sleeper, at);
  if (at < ringsAt) setAlarm(at);
}

export function letSleep(sleeper: Sleeper): void {
  sleepers.delete(sleeper);
  if (sleepers.size === 0) setAlarm(Infinity);
}

function setAlarm(at: number): void {
  clearTimeout(timer);
  ringsAt = at;
  if (at < Infinity) timer = setTimeout(ring, at - performance.now());
}

function ring(): void {
  const now = performance.now();
  // Timers may come a little early.
  const due = [...sleepers].filter(([, at]) => at <= now + 1).map(([sleeper]) => sleeper);
  for (const sleeper of due) sleepers.delete(sleeper);
  setAlarm(Math.min(...sleepers.values()));
  for (const sleeper of due) sleeper.requestUpdate();
}
