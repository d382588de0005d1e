import type { Certificate } from '@enrollkit/core';
import { toWireCertificate } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { etagOf, respondRecord } from '../http/etag.js';

/** Answers a certificate as it is on this day: whether it is valid changes with the calendar alone. */
export function respondCertificate(
  c: Context<AppEnv>,
  record: Certificate,
  {
    today,
    ...more
  }: { readonly today: string; readonly status?: number; readonly headers?: Readonly<Record<string, string>> },
): Response {
  const body = toWireCertificate(record, today);
  return respondRecord(c, { root: 'certificate', body, etag: etagOf(body, body.status), ...more });
}
