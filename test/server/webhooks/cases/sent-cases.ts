import { describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { settleAllDue } from '../../../../packages/server/src/bookings/settle-all-due.js';
import { JAN, made, makeBooking, makeCourse, pdf } from '../../support/course.js';
import { json } from '../../support/http-world.js';
import { isSignedWith } from '../support/receiver.js';
import {
  book,
  bookingTypes,
  call,
  deliveries,
  hook,
  later,
  makeProduct,
  provider,
  read,
  receiver,
  send,
  START,
  told,
  world,
  type Hook,
} from '../support/webhook-world.js';

/** What is sent, of which changes, and signed how. */
export function sentCases(): void {
  describe('webhooks', () => {
    it('are signed as the package that others verify with expects it, and hold the record as the API gives it', async () => {
      const { secret, ...hooked } = await hook();
      expect(await read(hooked.id)).not.toHaveProperty('secret');
      await makeCourse(call);
      expect(await told()).toEqual([
        'certification.created foundation',
        'product.published prince2',
        'product.certifications_linked prince2',
        'booking.created b-1',
        'booking.status_changed b-1',
      ]);
      expect(await told(), 'each once').toEqual([]);

      await made(call('/bookings/b-1', json('PATCH', { participation_status: 'no-show' })));
      later(60_000);
      await send();
      const [one] = receiver.received;
      expect(one).toMatchObject({ type: 'booking.status_changed', timestamp: START, path: '/' });
      expect(one?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Enrollkit' });
      expect(one?.headers['webhook-timestamp']).toBe(String(Date.parse(world.now) / 1000));
      expect(one?.data).toEqual({
        kind: 'booking',
        id: 'b-1',
        provider_id: provider.providerId,
        record: await made(call('/bookings/b-1')),
      });
      expect(isSignedWith(secret, one!)).toBe(true);
      expect(isSignedWith(secret, { ...one!, body: one!.body.replace('no-show', 'completed') })).toBe(false);
      expect(isSignedWith(secret, { ...one!, id: v7() })).toBe(false);
    });

    it('come of whatever changes a record: by hand, by a rule, by erasing a person; and of nothing that was refused', async () => {
      await makeCourse(call);
      expect(await told(), 'who set up none is told nothing').toEqual([]);
      const kept = await world.parts.database.pool.query('select from webhook_events');
      expect(kept.rowCount).toBe(0);

      const only = await hook({ url: `${receiver.url}/only`, types: ['certificate.uploaded'] });
      await hook();
      const draft = { certification_id: 'foundation', valid_from: '2026-09-12', file: pdf().toString('base64') };
      const certificate = await made(call('/certificates', json('POST', { ...draft, booking_id: 'b-1' })));
      const uploaded = `certificate.uploaded ${String(certificate.id)}`;
      expect((await call('/certificates', json('POST', { ...draft, booking_id: 'none' }))).status).toBe(404);
      expect((await call('/bookings', json('POST', { participant: JAN }))).status).toBe(422);
      await send();
      const paths = receiver.received.map(({ path, type }) => `${path} ${type}`).sort();
      expect(paths).toEqual(['/ booking.status_changed', '/ certificate.uploaded', '/only certificate.uploaded']);
      expect(receiver.told()).toContain(uploaded);
      expect(await deliveries(only.id)).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }]);

      await made(
        call('/bookings', json('POST', { id: 'b-2', product_id: 'prince2', participant: JAN, request: true })),
      );
      await made(call('/bookings/b-2/accept', json('POST', {})));
      await makeBooking(call, { id: 'b-3', participant: { name: 'Piet', email: 'piet@example.nl' } });
      expect(await told()).toEqual([
        'booking.created b-2',
        'booking.accepted b-2',
        'booking.status_changed b-2',
        'booking.created b-3',
        'booking.status_changed b-3',
      ]);
      const other = await made(call('/certificates', json('POST', { ...draft, booking_id: 'b-2' })));
      await call(`/certificates/${String(other.id)}`, { method: 'DELETE' });
      const [cameUp, wentAway] = [
        `certificate.uploaded ${String(other.id)}`,
        `certificate.removed ${String(other.id)}`,
      ];
      expect(new Set(await told())).toEqual(new Set([cameUp, 'booking.status_changed b-2', wentAway]));
      later(30 * 24 * 60 * 60_000);
      await settleAllDue({ ...world.parts, timeZone: 'Europe/Amsterdam' });
      expect(await told()).toEqual(['booking.status_changed b-3']);

      await made(call('/participants/erase', json('POST', { email: JAN.email, confirm: true })));
      await send();
      expect(receiver.received.map(({ type, data }) => `${type} ${data.id}`).sort()).toEqual([
        'booking.erased b-1',
        'booking.erased b-2',
        `certificate.removed ${String(certificate.id)}`,
      ]);
      const removed = receiver.received.find(({ type }) => type === 'certificate.removed');
      expect(removed?.data).toMatchObject({ booking_id: 'b-1', record: null });
    });

    it('hold nothing of a person who was erased, however late they come, and nothing of it is kept here', async () => {
      receiver.answer = (response) => void response.writeHead(500).end();
      const { id } = await hook();
      await makeCourse(call);
      await send();
      expect(receiver.received.length).toBeGreaterThan(0);
      const { pool } = world.parts.database;
      for (const table of ['webhook_endpoints', 'webhook_events', 'webhook_deliveries']) {
        const { rows } = await pool.query<{ text: string }>(`select row_to_json(${table})::text as text from ${table}`);
        expect(rows.map(({ text }) => text).join(), table).not.toMatch(/jan/i);
      }
      await made(call('/participants/erase', json('POST', { email: JAN.email, confirm: true })));
      receiver.received.splice(0);
      receiver.answer = (response) => void response.writeHead(200).end();
      later(10 * 60_000);
      await send();
      const created = receiver.received.find(({ type }) => type === 'booking.created');
      expect(created?.data.record).toMatchObject({ id: 'b-1', participant: { name: '' } });
      expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/jan/i);
      expect((await deliveries(id, 'state=waiting')).length).toBe(0);
    });

    it('are signed with both secrets while one follows the other, and with the new one only after that', async () => {
      const first = await hook(bookingTypes);
      const second = (await made(
        call(`/webhooks/${first.id}/rotate-secret`, json('POST', { overlap_hours: 2 })),
      )) as unknown as Hook;
      expect(second.secret).not.toBe(first.secret);
      const signedBy = async (bookingId: string) => {
        await book(bookingId);
        await send();
        const [one] = receiver.received.splice(0);
        return [first.secret, second.secret].map((secret) => isSignedWith(secret, one!));
      };
      await makeProduct();
      expect(await signedBy('b-1')).toEqual([true, true]);
      later(2 * 60 * 60_000);
      expect(await signedBy('b-2')).toEqual([false, true]);
      const third = (await made(
        call(`/webhooks/${first.id}/rotate-secret`, json('POST', { overlap_hours: 0 })),
      )) as unknown as Hook;
      await book('b-3');
      await send();
      expect([second, third].map(({ secret }) => isSignedWith(secret, receiver.received[0]!))).toEqual([false, true]);
    });
  });
}
