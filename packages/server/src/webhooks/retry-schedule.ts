const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after a failed attempt the next one comes. Source: Standard Webhooks, 1.0: retry schedule. */
const WAITS_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** The first and those that follow: a little more than three days. */
export const MOST_ATTEMPTS = WAITS_MS.length + 1;

/** So much more or less, so that what failed together doesn't come back together. */
const JITTER = 0.1;

/** In how many milliseconds to try again after so many attempts; undefined: not any more. `random` is from 0 to 1. */
export function retryAfterMs(attempts: number, random: number): number | undefined {
  const wait = WAITS_MS[attempts - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + JITTER * (2 * random - 1)));
}

/**
 * After so many failures in a row, how long an endpoint is left alone: what else waits for it would fail too, and a server that
 * is overloaded needs rest. Never so long that it would hold up what is sent again for long.
 */
export function restMs(failures: number): number {
  return failures === 0 ? 0 : Math.min(5 * SECOND * 2 ** Math.min(failures - 1, 10), 5 * MINUTE);
}
