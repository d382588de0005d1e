import { expect } from 'vitest';
import { json, type Call } from './http-world.js';

export const PRODUCT = {
  name: 'PRINCE2 Foundation',
  description: '<p>A course</p>',
  language: 'nl',
  product_type: 'open',
  course_type: 'training',
  price: { amount_minor: 39900, vat: 'excluded', vat_minor: 8379, period: 'all', complete: true },
};

export const JAN = { name: 'Jan Jansen', email: 'jan@example.nl', external_id: 'emp-17', employer_id: 'acme' };

/** A whole PDF that says something of its own. */
export function pdf(content = 'diploma'): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${content}\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n`);
}

/** A product that leads to a certification, and a booking of it from 24 August to 12 September 2026. */
export async function makeCourse(
  call: Call,
  ids: { readonly product?: string; readonly certification?: string; readonly booking?: string } = {},
): Promise<{ readonly productId: string; readonly certificationId: string; readonly bookingId: string }> {
  const { product: productId = 'prince2', certification: certificationId = 'foundation', booking = 'b-1' } = ids;
  await made(
    call('/certifications', json('POST', { id: certificationId, name: 'Foundation', requires_valid_until: false })),
  );
  await made(call(`/products/${productId}`, json('PUT', PRODUCT)));
  await made(call(`/products/${productId}/certifications`, json('PUT', { certification_ids: [certificationId] })));
  const bookingId = await makeBooking(call, { id: booking, product_id: productId });
  return { productId, certificationId, bookingId };
}

export async function makeBooking(call: Call, more: Record<string, unknown> = {}): Promise<string> {
  const booking = {
    product_id: 'prince2',
    participant: JAN,
    start_date: '2026-08-24',
    end_date: '2026-09-12',
    ...more,
  };
  return (await made(call('/bookings', json('POST', booking)))).id as string;
}

/** The body of an answer that went well. */
export async function made(answer: Promise<Response>): Promise<Record<string, unknown>> {
  const response = await answer;
  const body = (await response.json()) as Record<string, unknown>;
  expect(response.status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}
