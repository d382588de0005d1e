import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../packages/server/src/create-app.js';
import type { ServerParts } from '../../../../packages/server/src/parts/server-parts.js';
import { MOST_ENDPOINTS } from '../../../../packages/server/src/webhooks/endpoint-table.js';
import type { SendWebhooksOptions } from '../../../../packages/server/src/webhooks/send-webhooks.js';
import { makeCertificate } from '../../../support/certificate.js';
import { made, makeBooking } from '../../support/course.js';
import { json, type Provider } from '../../support/http-world.js';
import { openReceiver } from '../support/receiver.js';
import { makeProduct, send as sendAnywhere, world } from '../support/webhook-world.js';

const strictParts = (): ServerParts => ({
  ...world.parts,
  settings: { ...world.parts.settings, privateFeeds: false },
});

let app: ReturnType<typeof createApp> | undefined;

/** A provider of a server with the same records that allows less. */
function strictProvider(): Provider {
  const { providerId, actor } = world.newProvider();
  return {
    providerId,
    actor,
    async call(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set('Authorization', `Bearer ${await world.token(actor)}`);
      app ??= createApp(strictParts());
      return app.request(path, { ...init, headers });
    },
  };
}

const send = (more: Partial<SendWebhooksOptions> = {}) => sendAnywhere(more, strictParts());
const create = (body: unknown, as = strictProvider().call) => as('/webhooks', json('POST', body));

/** Ways to reach inside, to reach others, and to do too much. */
export function attackCases(): void {
  describe('on a server that sends nothing inside its network, as servers do by default', () => {
    it('takes no address that is not encrypted, not public, or no address at all', async () => {
      const cases: readonly (readonly [url: string, code: string])[] = [
        ['http://crm.example.nl/', 'webhook-address-insecure'],
        ['ftp://crm.example.nl/', 'webhook-address-invalid'],
        ['javascript:alert(1)', 'webhook-address-invalid'],
        ['crm.example.nl', 'webhook-address-invalid'],
        ['https://user:secret@crm.example.nl/', 'webhook-address-invalid'],
        [`https://crm.example.nl/${'x'.repeat(3000)}`, 'webhook-address-invalid'],
        ...[
          '127.0.0.1',
          '127.1',
          '2130706433',
          '0x7f000001',
          '0177.0.0.1',
          '127.0.0.1.',
          '%31%32%37.0.0.1',
          '①②⑦.0.0.1',
          '0.0.0.0',
          '10.0.0.1',
          '169.254.169.254',
          '192.168.1.1',
          '172.16.0.1',
          '100.64.0.1',
          '[::1]',
          '[::]',
          '[::ffff:127.0.0.1]',
          '[::ffff:7f00:1]',
          '[::127.0.0.1]',
          '[64:ff9b::7f00:1]',
          '[64:ff9b:1::7f00:1]',
          '[2002:7f00:1::]',
          '[fe80::1]',
          '[fc00::1]',
          '[fd00:ec2::254]',
        ].map((host) => [`https://${host}/`, 'webhook-address-private'] as const),
      ];
      const { call } = strictProvider();
      for (const [url, code] of cases) {
        const answer = await create({ url }, call);
        expect([answer.status, await answer.json()], url).toMatchObject([422, { errors: [{ code, path: 'url' }] }]);
      }
      const { id } = await made(create({ url: 'https://crm.example.nl/' }, call));
      const moved = await call(`/webhooks/${String(id)}`, json('PATCH', { url: 'https://10.0.0.1/' }));
      expect(moved.status, 'and changes to none either').toBe(422);
    });

    it('connects to no address that a name leads to inside, whatever the name led to before, and to those it looked at', async () => {
      const certificate = await makeCertificate();
      const receiver = await openReceiver(certificate);
      const { call } = strictProvider();
      const { id } = await made(
        create({ url: `https://localhost:${receiver.port}/`, types: ['booking.created'] }, call),
      );
      await makeProduct(call);
      await makeBooking(call, { id: 'b-1' });
      const problem = async () => {
        const { items } = await made(call(`/webhooks/${String(id)}/deliveries`));
        return (items as { problem?: { code: string } }[])[0]?.problem?.code;
      };
      // The system's own answer is this machine.
      expect(await send({ ca: certificate.cert })).toEqual({ delivered: 0, failed: 1 });
      expect(await problem()).toBe('webhook-address-private');

      let asked = 0;
      const changing: (first: string, then: string) => LookupFunction = (first, then) => (_host, options, callback) => {
        const address = (asked += 1) === 1 ? first : then;
        const family = address.includes(':') ? 6 : 4;
        if (options.all) callback(null, [{ address, family }]);
        else callback(null, address, family);
      };
      for (const inside of ['10.0.0.1', '::ffff:127.0.0.1', '::1', '169.254.169.254']) {
        world.now = new Date(Date.parse(world.now) + 3 * 60 * 60_000).toISOString();
        asked = 0;
        await send({ lookup: changing(inside, '127.0.0.1'), ca: certificate.cert });
        expect([await problem(), asked], inside).toEqual(['webhook-address-private', 1]);
      }
      expect(receiver.received).toEqual([]);

      // This machine stands for the open internet: what was looked at is what is connected to, and nobody is asked a second time.
      world.now = new Date(Date.parse(world.now) + 25 * 60 * 60_000).toISOString();
      asked = 0;
      const isPublic = (address: string) => address === '127.0.0.1';
      const lookup = changing('127.0.0.1', '10.0.0.1');
      expect(await send({ lookup, isPublic, ca: certificate.cert })).toEqual({ delivered: 1, failed: 0 });
      expect([receiver.told(), asked]).toEqual([['booking.created b-1'], 1]);
      // Nobody vouches for this certificate.
      await made(call(`/webhooks/${String(id)}/test`, { method: 'POST' }));
      await send({ lookup: changing('127.0.0.1', '127.0.0.1'), isPublic });
      expect(await problem()).toBe('webhook-certificate-invalid');
      await receiver.close();
    });

    it('sends nothing to an address that was allowed when it was set up, and isn’t any more', async () => {
      const receiver = await openReceiver();
      const { call, providerId } = strictProvider();
      const { id } = await made(create({ url: 'https://crm.example.nl/' }, call));
      await world.parts.database.pool.query('update webhook_endpoints set url = $1 where provider_id = $2', [
        receiver.url,
        providerId,
      ]);
      await made(call(`/webhooks/${String(id)}/test`, { method: 'POST' }));
      expect(await send()).toEqual({ delivered: 0, failed: 1 });
      expect(receiver.received).toEqual([]);
      await receiver.close();
    });

    it('keeps what is sent as a head out of anybody’s hands, and what is too much out of the database', async () => {
      const url = 'https://crm.example.nl/';
      const refused: readonly unknown[] = [
        { url, secret: 'whsec_own\r\nX: y' },
        { url, headers: { 'X-Own': 'y' } },
        { url, description: 'x'.repeat(201) },
        { url, description: 'null \u0000' },
        { url, email: 'ict@example.nl\r\nBcc: all@example.nl' },
        { url, email: 'a@b.nl, c@d.nl' },
        { url, types: ['booking.created', 'everything'] },
        { url, types: [] },
        { url, types: Array.from({ length: 1000 }, () => 'booking.created') },
        { url: 'https://crm.example.nl/\u0000', enabled: 'yes' },
        [],
      ];
      for (const body of refused) expect((await create(body)).status, JSON.stringify(body).slice(0, 80)).toBe(422);
      const { url: kept } = await made(
        create({ url: 'https://crm.example.nl/a\r\nHost: b', description: 'a\r\nX: y' }),
      );
      expect(kept, 'as every browser reads it').toBe('https://crm.example.nl/aHost:%20b');
    });

    it('lets nobody make more than there may be, also not all at once', async () => {
      const { call } = strictProvider();
      const url = 'https://crm.example.nl/';
      const answers = await Promise.all(Array.from({ length: MOST_ENDPOINTS + 5 }, () => create({ url }, call)));
      expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(MOST_ENDPOINTS);
      for (let more = 0; more < MOST_ENDPOINTS; more += 1) await create({ url }, call);
      const { total } = await made(call('/webhooks'));
      expect(total).toBe(MOST_ENDPOINTS);
      const answer = await create({ url }, call);
      expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ code: 'webhook-too-many' }] }]);
      expect((await create({ url })).status, 'others have their own').toBe(201);
    });

    it('shows and does nothing with another provider’s webhook, and none of its events goes elsewhere', async () => {
      const receiver = await openReceiver();
      const [owner, rival] = [strictProvider(), strictProvider()];
      const { id } = await made(create({ url: 'https://crm.example.nl/' }, owner.call));
      const rivals = await made(create({ url: 'https://rival.example.nl/' }, rival.call));
      const { event_id: eventId } = await made(owner.call(`/webhooks/${String(id)}/test`, { method: 'POST' }));
      const path = `/webhooks/${String(id)}`;
      const attempts: readonly (readonly [path: string, init: RequestInit])[] = [
        [path, {}],
        [path, json('PATCH', { url: 'https://rival.example.nl/' })],
        [path, { method: 'DELETE' }],
        [`${path}/rotate-secret`, json('POST', {})],
        [`${path}/test`, { method: 'POST' }],
        [`${path}/deliveries`, {}],
        [`${path}/deliveries/${String(eventId)}/replay`, { method: 'POST' }],
        [`${path}/recover`, json('POST', { since: world.now })],
        [`/webhooks/${String(rivals.id)}/deliveries/${String(eventId)}/replay`, { method: 'POST' }],
        ['/webhooks/%00', {}],
        [`/webhooks/${String(rivals.id)}/deliveries/%00/replay`, { method: 'POST' }],
      ];
      for (const [address, init] of attempts) {
        expect((await rival.call(address, init)).status, `${init.method ?? 'GET'} ${address}`).toBe(404);
      }
      expect(
        await made(rival.call(`/webhooks/${String(rivals.id)}/recover`, json('POST', { since: world.now }))),
      ).toEqual({
        queued: 0,
      });
      expect(((await made(rival.call('/webhooks'))).items as unknown[]).length).toBe(1);
      expect(await made(owner.call(path))).toMatchObject({ url: 'https://crm.example.nl/', version: 1 });
      await receiver.close();
    });
  });
}
