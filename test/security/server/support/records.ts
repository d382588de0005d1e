import type { Actor } from '@enrollkit/core';
import { expect } from 'vitest';
import { freshId, json, type Ask, type AttackedServer } from './attacked-server.js';

export const PRODUCT = {
  name: 'PRINCE2 Foundation',
  description: '<p>A course</p>',
  language: 'nl',
  product_type: 'open',
  course_type: 'training',
  price: { amount_minor: 39900, vat: 'exempt', period: 'all', complete: true },
};

/** A whole PDF that says something of its own. */
export function pdf(content = 'diploma'): Buffer<ArrayBuffer> {
  return Buffer.from(`%PDF-1.7\n% ${content}\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n`);
}

/** What one provider has: two bookings of two people, a certificate of the first, and what it is for. */
export interface Records {
  readonly providerId: string;
  readonly productId: string;
  readonly certificationId: string;
  readonly bookingId: string;
  readonly otherBookingId: string;
  readonly certificateId: string;
  readonly email: string;
  readonly employerId: string;
}

export const STAFF: Actor = { id: 'staff-1', role: 'platform-staff' };

export function providerOf({ providerId }: Pick<Records, 'providerId'>): Actor {
  return { id: 'p.devries', role: 'provider', providerId };
}

/** Ids that nobody has yet. A certificate gets its own from the server. */
export function newIds(): Omit<Records, 'certificateId'> {
  return {
    providerId: freshId('provider'),
    productId: freshId('product'),
    certificationId: freshId('certification'),
    bookingId: freshId('booking'),
    otherBookingId: freshId('booking'),
    email: `${freshId('jan')}@example.nl`,
    employerId: freshId('employer'),
  };
}

/** Everything one provider has, made over HTTP. */
export async function makeRecords(server: AttackedServer, { isVerified = true } = {}): Promise<Records> {
  const records = newIds();
  const { productId, certificationId, bookingId, otherBookingId, email, employerId } = records;
  const ask = server.as(providerOf(records));
  const participant = { name: 'Jan Jansen', email, employer_id: employerId };
  await made(
    ask('/certifications', json('POST', { id: certificationId, name: 'Foundation', requires_valid_until: false })),
  );
  await made(ask(`/products/${productId}`, json('PUT', PRODUCT)));
  await made(ask(`/products/${productId}/certifications`, json('PUT', { certification_ids: [certificationId] })));
  await made(ask('/bookings', json('POST', { id: bookingId, product_id: productId, participant })));
  const other = { name: 'Piet Pieters', email: `${freshId('piet')}@example.nl` };
  await made(ask('/bookings', json('POST', { id: otherBookingId, product_id: productId, participant: other })));
  const certificate = await upload(ask, { booking_id: bookingId, certification_id: certificationId });
  if (isVerified) await made(server.as(STAFF)(`/certifications/${certificationId}/verify`, { method: 'POST' }));
  return { ...records, certificateId: certificate.id as string };
}

/** Sends one certificate as JSON and answers it. */
export async function upload(ask: Ask, fields: Record<string, unknown>): Promise<Record<string, unknown>> {
  return made(ask('/certificates', json('POST', newCertificate(fields))));
}

export function newCertificate(fields: Record<string, unknown>): Record<string, unknown> {
  return {
    valid_from: '2026-09-12',
    file: pdf(freshId('bytes')).toString('base64'),
    file_name: 'diploma.pdf',
    ...fields,
  };
}

/** The body of an answer that went well. */
export async function made(answer: Promise<Response>): Promise<Record<string, unknown>> {
  const response = await answer;
  const body = (await response.json()) as Record<string, unknown>;
  expect(response.status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}
