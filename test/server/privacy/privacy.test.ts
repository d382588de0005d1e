import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../../../packages/server/src/database/table-places.js';
import { enforceRetention } from '../../../packages/server/src/privacy/enforce-retention.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { JAN, made, makeBooking, makeCourse, pdf } from '../support/course.js';

const PIET = { name: 'Piet Pietersen', email: 'piet@example.nl' };

describe('privacy', () => {
  let world: HttpWorld;
  beforeAll(async () => (world = await openHttpWorld()));
  afterAll(() => world.close());

  async function upload(call: Call, content: string, bookingId = 'b-1'): Promise<{ id: string; sha256: string }> {
    const draft = { booking_id: bookingId, certification_id: 'foundation', valid_from: '2026-09-12' };
    const body = { ...draft, file: pdf(content).toString('base64'), file_name: 'Jan Jansen.pdf' };
    const { id } = await made(
      call('/certificates', json('POST', body, { 'Idempotency-Key': `key-${content.replaceAll(' ', '-')}` })),
    );
    return { id: id as string, sha256: createHash('sha256').update(pdf(content)).digest('hex') };
  }

  async function everythingOf(providerId: string): Promise<string> {
    const { pool } = world.parts.database;
    const texts = [];
    for (const table of TABLE_NAMES) {
      const { rows } = await pool.query<{ text: string }>(`select row_to_json(${table})::text as text from ${table}`);
      texts.push(...rows.map(({ text }) => text).filter((text) => text.includes(providerId)));
    }
    return texts.join('\n');
  }

  const erase = (call: Call, email: string) => call('/participants/erase', json('POST', { email, confirm: true }));

  it('gives a person everything that is kept about them, to be saved', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    await makeBooking(call, { id: 'b-piet', participant: PIET });
    const { id } = await upload(call, 'export');
    const answer = await call('/participants/export', json('POST', { email: ' JAN@example.nl' }));
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="participant.json"');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      email: 'jan@example.nl',
      bookings: [{ id: 'b-1', participant: JAN, history: [{ to: 'enrolled' }, { to: 'completed' }] }],
      certificates: [{ id, booking_id: 'b-1', file_address: `/certificates/${id}/file` }],
    });
    expect(text).toContain('certificate.upload');
    expect(text).not.toMatch(/piet/i);
    const trail = (await made(call('/audit?booking_id=b-1&size=1'))).items;
    expect(trail).toMatchObject([{ action: 'participant.export' }]);
  });

  it('erases a person from everywhere but the history of what happened', async () => {
    const acme = world.newProvider();
    const { call, providerId } = acme;
    await makeCourse(call);
    const { id, sha256 } = await upload(call, 'erase me');
    const self = world.as({ id: JAN.external_id, role: 'provider', providerId });
    await made(self('/bookings/b-1', json('PATCH', { participation_status: 'did not pass' })));
    const before = await made(call('/bookings/b-1'));

    const answer = await made(erase(call, 'Jan@Example.nl'));
    expect(answer).toEqual({ bookings: 1, certificates: 1, invoices: 0, files: 1 });

    expect(await world.parts.files.has(sha256)).toBe(false);
    expect((await call(`/certificates/${id}`)).status).toBe(404);
    expect((await call(`/certificates/${id}/file`)).status).toBe(404);
    const after = await made(call('/bookings/b-1'));
    expect(after).toMatchObject({
      participation_status: 'did not pass',
      participant: { name: '', email: expect.stringMatching(/^erased-\S+@erased\.invalid$/) as string },
      version: (before.version as number) + 1,
    });
    expect((after.history as unknown[]).length).toBe((before.history as unknown[]).length);
    expect(JSON.stringify(after)).toContain('"by":"erased"');
    expect(await everythingOf(providerId)).not.toMatch(/jan|emp-17/i);
    expect(world.logged.join('')).not.toMatch(/jan@example/i);

    expect(await made(erase(call, 'jan@example.nl'))).toEqual({ bookings: 0, certificates: 0, invoices: 0, files: 0 });
  });

  it('leaves nothing of a person in any table: no note, no correction, no word that is searched for, no statement', async () => {
    const { call, providerId } = world.newProvider();
    const { bookingId } = await makeCourse(call);
    const change = (body: object) => made(call(`/bookings/${bookingId}`, json('PATCH', body)));
    await change({ participant: { name: 'Jantine Verhoeff', email: 'jantine@example.nl' }, note: 'Heet geen Jansen' });
    await change({ participation_status: 'no-show', note: 'Jantine is ziek' });
    await made(call(`/bookings/${bookingId}/cancel`, json('POST', { note: 'Jantine kan niet' })));
    expect(await everythingOf(providerId)).toMatch(/verhoeff.*ziek/is);
    await made(erase(call, 'jantine@example.nl'));
    expect(await everythingOf(providerId)).not.toMatch(/jan|verhoeff|ziek/i);
    expect(await made(call('/bookings?search=jantine'))).toMatchObject({ total: 0 });
  });

  it('keeps the bytes that another person’s record has too', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    await makeBooking(call, { id: 'b-piet', participant: PIET });
    const { sha256 } = await upload(call, 'shared by two');
    const other = world.newProvider();
    await makeCourse(other.call);
    await upload(other.call, 'shared by two');
    expect(await made(erase(call, 'jan@example.nl'))).toMatchObject({ certificates: 1, files: 0 });
    expect(await world.parts.files.has(sha256)).toBe(true);
    expect((await made(other.call('/certificates'))).total).toBe(1);
    expect(await made(erase(other.call, 'jan@example.nl'))).toMatchObject({ certificates: 1, files: 1 });
    expect(await world.parts.files.has(sha256)).toBe(false);
    expect(await made(call('/bookings/b-piet'))).toMatchObject({ participant: PIET });
  });

  it('is the provider’s for its own records and platform staff’s for all, and needs to be confirmed', async () => {
    const acme = world.newProvider();
    await makeCourse(acme.call);
    const other = world.newProvider();
    expect(await made(erase(other.call, 'jan@example.nl'))).toMatchObject({ bookings: 0 });
    for (const actor of [
      { id: 'jan', role: 'participant', email: 'jan@example.nl' },
      { id: 'hr', role: 'employer-hr', employerId: 'acme' },
      { ...acme.actor, enrollmentIds: ['b-1'] },
    ] as const) {
      const call = world.as(actor);
      expect((await erase(call, 'jan@example.nl')).status).toBe(403);
      expect((await call('/participants/export', json('POST', { email: 'jan@example.nl' }))).status).toBe(403);
      expect((await call('/retention', json('PUT', { months: 1 }))).status).toBe(403);
    }
    for (const body of [
      { email: 'jan@example.nl' },
      { email: 'jan@example.nl', confirm: false },
      { email: 'x', confirm: true },
    ]) {
      expect((await acme.call('/participants/erase', json('POST', body))).status).toBe(422);
    }
    expect((await made(acme.call('/bookings/b-1'))).participant).toEqual(JAN);
    const staff = world.as({ id: 'staff', role: 'platform-staff' });
    expect((await made(erase(staff, 'jan@example.nl'))).bookings).toBeGreaterThan(0);
    expect((await made(acme.call('/bookings/b-1'))).participant).toMatchObject({ name: '' });
  });

  it('keeps a period for each provider, without end until one is set', async () => {
    const acme = world.newProvider();
    expect(await made(acme.call('/retention'))).toEqual({ months: null });
    expect(await made(acme.call('/retention', json('PUT', { months: 24 })))).toEqual({ months: 24 });
    expect(await made(acme.call('/retention'))).toEqual({ months: 24 });
    expect(await made(world.newProvider().call('/retention'))).toEqual({ months: null });
    expect((await acme.call('/retention', json('PUT', { months: 0 }))).status).toBe(422);
    const staff = world.as({ id: 'staff', role: 'platform-staff' });
    expect((await staff('/retention')).status).toBe(422);
    expect(await made(staff(`/retention?provider_id=${acme.providerId}`))).toEqual({ months: 24 });
    expect(await made(acme.call('/retention', json('PUT', { months: null })))).toEqual({ months: null });
  });

  it('erases who is kept longer than the period, on the day after it and not before', async () => {
    const acme = world.newProvider();
    const { call } = acme;
    const start = world.now;
    await makeCourse(call);
    const { sha256 } = await upload(call, 'outdated');
    const noEnd = { end_date: undefined };
    await makeBooking(call, { id: 'b-month', end_date: '2026-09-01', end_date_is_month_only: true });
    await makeBooking(call, { id: 'b-start', start_date: '2026-09-12', ...noEnd });
    await makeBooking(call, { id: 'b-accepted', start_date: undefined, ...noEnd });
    await made(call('/retention', json('PUT', { months: 6 })));
    const kept = world.newProvider();
    await makeCourse(kept.call);

    const erasedIds = async (): Promise<readonly string[]> => {
      const { items } = (await made(call('/bookings'))) as { items: { id: string; participant: { name: string } }[] };
      return items.filter(({ participant }) => participant.name === '').map(({ id }) => id);
    };
    const runAt = async (now: string) => {
      world.now = now;
      // Two servers at once.
      await Promise.all([enforceRetention(world.parts, { batch: 1 }), enforceRetention(world.parts, { batch: 1 })]);
      return erasedIds();
    };
    // The day begins an hour earlier in Amsterdam than in London.
    expect(await runAt('2027-03-12T22:59:00.000Z')).toEqual(['b-accepted']);
    expect(await world.parts.files.has(sha256)).toBe(true);
    expect(await runAt('2027-03-12T23:00:00.000Z')).toEqual(['b-1', 'b-accepted', 'b-start']);
    expect(await world.parts.files.has(sha256)).toBe(false);
    expect(await runAt('2027-03-30T12:00:00.000Z')).toHaveLength(3);
    expect(await runAt('2027-03-31T12:00:00.000Z')).toHaveLength(4);
    expect((await made(kept.call('/bookings/b-1'))).participant).toEqual(JAN);
    expect(await enforceRetention(world.parts)).toEqual({ bookings: 0, certificates: 0, invoices: 0, files: 0 });
    world.now = start;
  });
});
