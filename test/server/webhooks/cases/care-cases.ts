import { beforeEach, describe, expect, it } from 'vitest';
import { recoverDeliveries } from '../../../../packages/server/src/webhooks/delivery-table.js';
import { EVENT_TYPES } from '../../../../packages/server/src/webhooks/event-types.js';
import { forgetEvents } from '../../../../packages/server/src/webhooks/forget-events.js';
import { made } from '../../support/course.js';
import { json } from '../../support/http-world.js';
import {
  book,
  bookingTypes,
  call,
  deliveries,
  hook,
  later,
  makeProduct,
  provider,
  receiver,
  send,
  START,
  told,
  world,
  type Row,
} from '../support/webhook-world.js';

/** Testing, sending again, forgetting; and what is documented. */
export function careCases(): void {
  describe('looking after webhooks', () => {
    beforeEach(() => makeProduct());

    it('a test event, one again, everything again; and what is old is forgotten', async () => {
      const { id } = await hook(bookingTypes);
      const test = await made(call(`/webhooks/${id}/test`, { method: 'POST' }));
      expect(test).toMatchObject({ type: 'webhook.test', state: 'waiting', attempts: 0 });
      expect(await told()).toEqual([`webhook.test ${id}`]);
      await book('b-1');
      await book('b-2');
      await send();
      const [second, first] = await deliveries(id, 'type=booking.created');
      expect([first?.record_id, second?.record_id]).toEqual(['b-1', 'b-2']);
      expect(await deliveries(id, `type=booking.created&after_id=${String(second?.event_id)}`)).toEqual([first]);
      expect(await deliveries(id, `type=booking.created&after_id=${String(first?.event_id)}`)).toEqual([]);
      expect((await call(`/webhooks/${id}/deliveries?after_id=nothing`)).status).toBe(422);
      const sent = receiver.received.splice(0);

      await made(call(`/webhooks/${id}/deliveries/${String(first?.event_id)}/replay`, { method: 'POST' }));
      await send();
      expect(receiver.received.splice(0).map((one) => one.id)).toEqual([sent[0]?.id]);
      const recover = async (body: Row) => (await made(call(`/webhooks/${id}/recover`, json('POST', body)))).queued;
      expect(await recover({ since: START })).toBe(0);
      const { tables } = world.parts.database;
      const key = { providerId: provider.providerId, id };
      const firstOne = { since: START, all: true, now: world.now, most: 1 };
      expect(await recoverDeliveries(tables, key, firstOne)).toEqual({ queued: 1, nextSince: START });
      expect(await recover({ since: START, all: true }), 'beside what waits already').toBe(1);
      expect(await told()).toEqual(['booking.created b-1', 'booking.created b-2']);

      const off = await made(call(`/webhooks/${id}`, json('PATCH', { enabled: false, types: null })));
      expect(off).toMatchObject({ enabled: false, types: null, version: 2 });
      const refused = await call(`/webhooks/${id}/test`, { method: 'POST' });
      expect([refused.status, await refused.json()]).toMatchObject([409, { errors: [{ code: 'webhook-disabled' }] }]);
      await book('b-3');
      await made(call(`/webhooks/${id}`, json('PATCH', { enabled: true })));
      expect(await told()).toEqual([]);
      expect(await recover({ since: START }), 'what was missed, and what was not asked for before').toBeGreaterThan(2);
      expect(await told()).toContain('booking.created b-3');
      const stale = await call(`/webhooks/${id}`, json('PATCH', { description: 'x' }, { 'If-Match': '"1"' }));
      expect([stale.status, await stale.json()]).toMatchObject([409, { current: { id, version: 3 } }]);
      expect((await call(`/webhooks/${id}/recover`, json('POST', { since: '2026-01-01T00:00:00Z' }))).status).toBe(422);

      const trail = (await made(call('/audit?size=500'))).items as readonly Row[];
      const actions = trail.filter(({ record_id }) => record_id === id).map(({ action }) => action);
      expect(new Set(actions)).toEqual(new Set(['webhook.create', 'webhook.change', 'webhook.test', 'webhook.replay']));
      later(31 * 24 * 60 * 60_000);
      const forget = (webhookDays: number) =>
        forgetEvents(
          { ...world.parts, settings: { ...world.parts.settings, webhookDays } },
          new AbortController().signal,
        );
      expect((await forget(32)).forgotten, 'where they are kept for longer').toBe(0);
      expect((await forget(world.parts.settings.webhookDays)).forgotten).toBeGreaterThan(3);
      expect(await deliveries(id)).toEqual([]);
      expect((await call(`/webhooks/${id}`, { method: 'DELETE' })).status).toBe(204);
      expect((await call(`/webhooks/${id}`)).status).toBe(404);
    });

    it('is made once under an idempotency key, also of two at the same time, and its secret is answered again', async () => {
      const input = { url: receiver.url, description: 'CRM' };
      const make = (key: string, body: object = input, as = call) =>
        as('/webhooks', json('POST', body, { 'Idempotency-Key': key }));
      const [first, second] = await Promise.all([made(make('one')), made(make('one'))]);
      expect(second).toEqual(first);
      expect(await made(make('one'))).toEqual(first);
      expect(first.secret).toMatch(/^whsec_/);
      expect((await made(call('/webhooks'))).items).toHaveLength(1);
      const kept = await world.parts.database.pool.query(
        "select result from answers where request like 'createWebhook%'",
      );
      expect(kept.rows).toEqual([{ result: { id: first.id } }]);

      const other = await make('one', { ...input, description: 'Another' });
      expect([other.status, await other.json()]).toMatchObject([422, { errors: [{ code: 'idempotency-key-reused' }] }]);
      expect((await made(make('two'))).id).not.toBe(first.id);
      expect((await call(`/webhooks/${String(first.id)}`, { method: 'DELETE' })).status).toBe(204);
      expect((await make('one')).status).toBe(404);
      const trail = (await made(call('/audit?size=500'))).items as readonly Row[];
      expect(trail.filter(({ action, record_id: id }) => action === 'webhook.create' && id === first.id)).toHaveLength(
        1,
      );
    });

    it('each type is said once, in the spelling of Standard Webhooks, and is in the documentation', async () => {
      expect(EVENT_TYPES.filter((type) => !/^[a-z]+\.[a-z_]+$/.test(type))).toEqual([]);
      expect(new Set(EVENT_TYPES).size).toBe(EVENT_TYPES.length);
      const document = (await (await world.app.request('/openapi.json')).json()) as {
        readonly webhooks: Readonly<Record<string, { readonly post: { readonly requestBody: unknown } }>>;
      };
      expect(Object.keys(document.webhooks)).toEqual([
        'booking',
        'certificate',
        'certification',
        'product',
        'trainer',
        'import',
      ]);
      const documented = JSON.stringify(document.webhooks);
      expect(EVENT_TYPES.filter((type) => !documented.includes(`"${type}"`))).toEqual([]);
    });
  });
}
