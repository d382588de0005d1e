import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { createApiKey } from '../../../../packages/server/src/access/api-keys.js';
import { openDatabase } from '../../../../packages/server/src/database/open-database.js';
import type { Database } from '../../../../packages/server/src/parts/server-parts.js';
import { silent } from '../../../support/postgres.js';

/** Bookings made at the same time. */
const AT_ONCE = 4;

/** A provider with a course and bookings, that asks whichever server runs. */
export interface School {
  readonly database: Database;
  readonly key: string;
  readonly bookingIds: readonly string[];
  close(): Promise<void>;
}

/** Makes its key in the database, and the rest over HTTP. */
export async function openSchool(
  databaseUrl: string,
  url: string,
  { bookings }: { readonly bookings: number },
): Promise<School> {
  const database = await openDatabase({ url: databaseUrl, poolSize: 2, log: silent });
  const clock = () => new Date().toISOString();
  const { key } = await createApiKey(database, {
    role: 'provider',
    providerId: 'school',
    name: 'faults',
    clock,
    ids: v7,
  });
  const put = (method: string, path: string, body: unknown) => askJson({ url, key }, method, path, body);
  await put('POST', '/certifications', { id: 'foundation', name: 'Foundation', requires_valid_until: false });
  await put('PUT', '/products/course', {
    name: 'Course',
    description: '',
    language: 'nl',
    product_type: 'open',
    course_type: 'training',
  });
  await put('PUT', '/products/course/certifications', { certification_ids: ['foundation'] });
  const bookingIds = Array.from({ length: bookings }, (_, index) => `booking-${index}`);
  const book = (id: string) =>
    put('POST', '/bookings', { id, product_id: 'course', participant: { name: 'Jan', email: `${id}@example.nl` } });
  // A few at once: each connection stays open, and a test may want to see what opening many of them takes.
  const left = bookingIds.values();
  const bookThose = async (): Promise<void> => {
    for (const id of left) await book(id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, bookThose));
  return { database, key, bookingIds, close: () => database.close() };
}

/** Where to ask, and with which key. */
export interface Door {
  readonly url: string;
  readonly key: string;
}

export async function ask({ url, key }: Door, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url + path, { ...init, headers: { Authorization: `Bearer ${key}`, ...init.headers } });
}

/** Asks with a JSON body; what is refused rejects. */
export async function askJson(
  door: Door,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await ask(door, path, { method, ...init });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

/** A whole PDF of about this size that nothing else has. */
export function largePdf(sizeBytes: number): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    randomBytes(sizeBytes),
    Buffer.from('\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n'),
  ]);
}

/** A form with one certificate for each of these bookings. */
export function bundleOf(
  items: readonly { readonly bookingId: string; readonly file: Buffer<ArrayBuffer> }[],
): FormData {
  const form = new FormData();
  for (const [index, { bookingId, file }] of items.entries()) {
    const name = (field: string) => `certificates[${index}][${field}]`;
    form.set(name('booking_id'), bookingId);
    form.set(name('certification_id'), 'foundation');
    form.set(name('valid_from'), '2026-09-12');
    form.set(name('file'), new Blob([file]), 'diploma.pdf');
  }
  return form;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hash of what comes back when a certificate is downloaded. */
export async function downloadedSha256(door: Door, certificateId: string): Promise<string> {
  const response = await ask(door, `/certificates/${certificateId}/file`);
  return response.ok ? sha256Of(new Uint8Array(await response.arrayBuffer())) : `status ${response.status}`;
}
