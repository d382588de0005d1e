import type { Enrollment } from '@enrollkit/core';
import { toWireBooking } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { etagOf, respondRecord } from '../http/etag.js';

/** Answers a booking as it is now. A rule that comes due makes no new version, and adds to the history. */
export function respondBooking(
  c: Context<AppEnv>,
  enrollment: Enrollment,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const body = toWireBooking(enrollment);
  return respondRecord(c, { root: 'booking', body, etag: etagOf(body, body.history.length), ...more });
}
