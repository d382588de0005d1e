/** How often and how patiently a request is repeated. */
export interface RetryOptions {
  /** How many times after the first. */
  readonly retries: number;
  /** The first wait is at most this long; each next at most twice the one before. */
  readonly firstDelayMs: number;
  /** No wait is longer; a server that asks for more is given up for now. */
  readonly maxDelayMs: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * How long to wait before retry number `retry` (from 0): anywhere between nothing and an exponentially growing bound, so
 * that many pages that failed together don't come back together.
 */
export function retryDelayMs(retry: number, { firstDelayMs, maxDelayMs, random }: RetryOptions): number {
  return random() * Math.min(maxDelayMs, firstDelayMs * 2 ** retry);
}

/** What `Retry-After` asks for: seconds, or a date. Source: RFC 9110, 10.2.3. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
