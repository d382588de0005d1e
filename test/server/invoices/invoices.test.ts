import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JAN, made, makeCourse, pdf } from '../support/course.js';
import { form, issuesOf, pdfFile } from '../support/forms.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ basePath: '/api' });
});
afterAll(() => world.close());

async function course(): Promise<Call> {
  const { call } = world.newProvider();
  await makeCourse(call);
  return call;
}

describe('the invoice', () => {
  it('is recorded without a body, and completes a booking that has ended', async () => {
    const call = await course();
    const before = world.now;
    world.now = '2026-09-20T10:00:00.000Z';
    try {
      const recorded = await made(call('/bookings/b-1/invoice', json('POST', {})));
      expect(recorded).toMatchObject({ participation_status: 'completed', invoice_uploaded_at: world.now });
    } finally {
      world.now = before;
    }
    expect((await call('/bookings/b-1/invoice')).status).toBe(404);
  });

  it('is kept when it is sent, for the provider only', async () => {
    const { call, providerId } = world.newProvider();
    await makeCourse(call);
    const stored = await call('/bookings/b-1/invoice', form([['file', pdfFile('invoice', 'factuur.pdf')]]));
    expect(stored.status).toBe(200);
    const download = await call('/bookings/b-1/invoice');
    expect(download.headers.get('Content-Disposition')).toContain('factuur.pdf');
    expect(Buffer.from(await download.arrayBuffer())).toEqual(pdf('invoice'));
    const jan = world.as({ id: 'jan', role: 'participant', email: JAN.email, providerId });
    expect((await jan('/bookings/b-1/invoice')).status).toBe(403);
    expect((await jan('/bookings/b-1/invoice', { method: 'POST' })).status).toBe(403);
    expect((await world.newProvider().call('/bookings/b-1/invoice')).status).toBe(404);
  });

  it('is refused when it is no PDF, at a stale version, or with other fields; nothing is recorded then', async () => {
    const call = await course();
    const html = await call('/bookings/b-1/invoice', form([['file', new File(['<html>'], 'a.pdf')]]));
    expect([html.status, await issuesOf(html)]).toEqual([415, [['file-not-pdf', 'file']]]);
    const stale = form([['file', pdfFile('x')]], { 'If-Match': '"9"' });
    expect((await call('/bookings/b-1/invoice', stale)).status).toBe(409);
    const field = await call('/bookings/b-1/invoice', json('POST', { invoice: 1 }));
    expect(await issuesOf(field)).toEqual([['unknown-field', 'invoice']]);
    expect((await call('/bookings/b-1/invoice')).status).toBe(404);
    expect(await made(call('/bookings/b-1'))).not.toHaveProperty('invoice_uploaded_at');
    await expect.poll(() => readdir(world.spoolDir)).toEqual([]);
  });
});
