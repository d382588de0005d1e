import type { Instant } from '@enrollkit/core';
import type { Problem } from '../../base/backend/problem.js';
import { formatInstant, withRegion } from '../../base/language/formats.js';
import type { CommonTerms } from '../../terms/common.js';
import type { BundleWording } from '../bundle-wording.js';

/** What stopped sending, when no person did. */
export interface Stop {
  readonly problem: Problem;
  /** Before then the server wants to hear nothing. */
  readonly until?: Instant;
}

/** A moment that is about to come needs no clock. */
const WORTH_A_TIME_MS = 60_000;

/** The same terms, in which this problem is told as it stopped a bundle. */
export function withStop(
  { common, bundle, locale }: Pick<BundleWording, 'common' | 'bundle' | 'locale'>,
  stop: Stop | undefined,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): CommonTerms {
  if (!stop) return common;
  const { problem, until } = stop;
  const stops: Readonly<Record<string, string>> = bundle.stops;
  const dayOf = (at: Instant): string => formatInstant(at, locale, timeZone, 'long');
  const sentence =
    until === undefined
      ? stops[problem]
      : bundle.waitUntil({
          time: formatTime(until, locale, timeZone),
          ...(dayOf(until) !== dayOf(now) && { day: dayOf(until) }),
        });
  return sentence === undefined ? common : { ...common, errors: { ...common.errors, [problem]: sentence } };
}

function formatTime(at: Instant, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(withRegion(locale), { timeStyle: 'short', timeZone }).format(Date.parse(at));
}

/** What an error says of why everything stops, and until when. */
export function stopOf(problem: Problem, error: unknown, now: Instant): Stop {
  const { retryAfterMs } = (error ?? {}) as { readonly retryAfterMs?: unknown };
  const until = typeof retryAfterMs === 'number' ? new Date(Date.parse(now) + retryAfterMs) : undefined;
  const isFar = until !== undefined && (retryAfterMs as number) >= WORTH_A_TIME_MS && !Number.isNaN(until.getTime());
  return { problem, ...(isFar && { until: until.toISOString() }) };
}
