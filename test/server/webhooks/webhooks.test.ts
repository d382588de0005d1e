import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { settleAllDue } from '../../../packages/server/src/bookings/settle-all-due.js';
import { openDatabase } from '../../../packages/server/src/database/open-database.js';
import { MailFault, type Mail } from '../../../packages/server/src/mail/mailer.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import type { ServerParts } from '../../../packages/server/src/parts/server-parts.js';
import { EVENT_TYPES } from '../../../packages/server/src/webhooks/event-types.js';
import { forgetEvents } from '../../../packages/server/src/webhooks/forget-events.js';
import { MOST_ATTEMPTS, retryAfterMs } from '../../../packages/server/src/webhooks/retry-schedule.js';
import { sendWebhooks, type SendWebhooksOptions } from '../../../packages/server/src/webhooks/send-webhooks.js';
import { tellDisabled } from '../../../packages/server/src/webhooks/tell-disabled.js';
import { silent } from '../../support/postgres.js';
import { JAN, made, makeBooking, makeCourse, pdf } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld, type Provider } from '../support/http-world.js';
import { isSignedWith, openReceiver, type Receiver } from './support/receiver.js';

const START = '2026-08-20T10:00:00.000Z';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ privateFeeds: true });
});
afterAll(() => world.close());

let receiver: Receiver;
let provider: Provider;
let call: Call;
beforeEach(async () => {
  world.now = START;
  receiver = await openReceiver();
  provider = world.newProvider();
  ({ call } = provider);
});
afterEach(async () => {
  await receiver.close();
  // What one test leaves waiting is no business of the next.
  await world.parts.database.pool.query('delete from webhook_endpoints');
  await world.parts.database.pool.query('delete from webhook_events');
});

type Row = Readonly<Record<string, unknown>>;
interface Hook {
  readonly id: string;
  readonly secret: string;
}

const later = (ms: number) => void (world.now = new Date(Date.parse(world.now) + ms).toISOString());
const send = (more: Partial<SendWebhooksOptions> = {}, parts: ServerParts = world.parts) =>
  sendWebhooks(parts, { signal: new AbortController().signal, random: () => 0.5, ...more });
const hook = async (more: Row = {}, as = call) =>
  (await made(as('/webhooks', json('POST', { url: receiver.url, ...more })))) as unknown as Hook;
const read = (id: string, as = call) => made(as(`/webhooks/${id}`));
const deliveries = async (id: string, query = '') =>
  (await made(call(`/webhooks/${id}/deliveries?${query}`))).items as readonly Row[];
const told = async () => {
  await send();
  return receiver.told();
};
/** Bookings that nobody needs a product for. */
const book = (id: string, as = call) => makeBooking(as, { id });
const bookingTypes = { types: ['booking.created'] };

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

    await made(call('/bookings', json('POST', { id: 'b-2', product_id: 'prince2', participant: JAN, request: true })));
    await made(call('/bookings/b-2/accept', json('POST', {})));
    await makeBooking(call, { id: 'b-3', participant: { name: 'Piet', email: 'piet@example.nl' } });
    expect(await told()).toEqual([
      'booking.created b-2',
      'booking.accepted b-2',
      'booking.status_changed b-2',
      'booking.created b-3',
      'booking.status_changed b-3',
    ]);
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
    await made(call('/products/prince2', json('PUT', { ...COURSE })));
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

const COURSE = { name: 'Course', description: '', language: 'nl', product_type: 'open', course_type: 'training' };

describe('receivers that fail', () => {
  beforeEach(async () => {
    await made(call('/products/prince2', json('PUT', COURSE)));
  });

  it('are tried again by the schedule, and what came of it can be read in the provider’s language', async () => {
    const other = await openReceiver();
    type Answers = readonly [name: string, answer: Receiver['answer'], code: string, status?: number];
    const cases: readonly Answers[] = [
      ['error', (response) => void response.writeHead(500).end('<h1>Oops</h1>'), 'webhook-status', 500],
      ['redirect', (response) => void response.writeHead(307, { Location: other.url }).end(), 'webhook-redirect', 307],
      ['broken', (response) => void response.destroy(), 'webhook-unreachable'],
      ['not http', (response) => void response.socket?.end('HELLO\r\n\r\n'), 'webhook-unreachable'],
    ];
    const byPath = new Map(cases.map(([name, answer]) => [`/${encodeURIComponent(name)}`, answer]));
    receiver.answer = (response, { path }) => byPath.get(path)?.(response, receiver.received[0]!);
    const ids = new Map<string, string>();
    for (const [name] of cases) ids.set(name, (await hook({ ...bookingTypes, url: `${receiver.url}/${name}` })).id);
    ids.set('closed', (await hook({ ...bookingTypes, url: 'http://127.0.0.1:1/' })).id);
    ids.set('nowhere', (await hook({ ...bookingTypes, url: 'http://nowhere.invalid/' })).id);
    await book('b-1');
    expect(await send()).toEqual({ delivered: 0, failed: 6 });
    const { id: silent } = await hook({ ...bookingTypes, url: `${receiver.url}/silent` });
    await made(call(`/webhooks/${silent}/test`, { method: 'POST' }));
    expect(await send({ timeoutMs: 200 })).toEqual({ delivered: 0, failed: 1 });
    ids.set('silent', silent);

    for (const [name, , code, status] of [
      ...cases,
      ['silent', undefined, 'webhook-too-slow'] as const,
      ['closed', undefined, 'webhook-unreachable'] as const,
      ['nowhere', undefined, 'webhook-host-unknown'] as const,
    ]) {
      const [one] = await deliveries(ids.get(name)!);
      expect(one, name).toMatchObject({
        state: 'waiting',
        attempts: 1,
        next_at: '2026-08-20T10:00:05.000Z',
        problem: { code },
      });
      expect(one?.status, name).toBe(status);
    }
    expect(other.received, 'nobody said that it may know').toEqual([]);
    await other.close();
    const path = `/webhooks/${ids.get('error')}/deliveries`;
    const said = async (language: string) => {
      const { items } = await made(call(path, { headers: { 'Accept-Language': language } }));
      return (items as { problem: { text: string } }[])[0]?.problem.text;
    };
    expect(await said('nl')).toBe(
      'De ontvanger antwoordde met een fout (status 500). Kijk in het logboek van de ontvanger.',
    );
    expect(await said('en')).toBe('The receiver answered with an error (status 500). Look in the log of the receiver.');

    receiver.answer = (response) => void response.writeHead(202).end('x'.repeat(64));
    const before = receiver.received.length;
    expect(await send(), 'nothing before its time').toEqual({ delivered: 0, failed: 0 });
    later(5_000);
    expect(await send()).toEqual({ delivered: 5, failed: 2 });
    const [first] = receiver.received;
    const again = receiver.received.slice(before).filter(({ type }) => type === 'booking.created');
    expect(new Set(again.map(({ id }) => id)), 'to be known as the same').toEqual(new Set([first?.id]));
  });

  it('may answer without end: nothing of it is kept, and the status counts', async () => {
    const { id } = await hook(bookingTypes);
    let written = 0;
    receiver.answer = (response) => {
      response.writeHead(200);
      const fill = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
      };
      response.on('drain', fill);
      fill();
    };
    await book('b-1');
    expect(await send()).toEqual({ delivered: 1, failed: 0 });
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', status: 200 }]);
    // What sockets on both sides hold, and no more than that was ever written.
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  it('are switched off after the last attempt, and somebody is mailed once; switched on, they get what waited', async () => {
    const { id } = await hook({
      ...bookingTypes,
      email: 'ict@example.nl',
      description: 'CRM http://kwaad.example\u202e',
    });
    receiver.answer = (response) => void response.writeHead(503, { 'Retry-After': '60' }).end();
    await book('b-1');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      expect(await send(), `attempt ${attempt}`).toEqual({ delivered: 0, failed: 1 });
      const [one] = await deliveries(id);
      if (one?.next_at !== undefined) {
        const next = one.next_at as string;
        waits.push((Date.parse(next) - Date.parse(world.now)) / 60_000);
        world.now = next;
      }
    }
    // The first wait is longer than its five seconds, because the receiver asked for that.
    expect(waits).toEqual([1, 5, 30, 120, 300, 600, 840, 1200, 1440]);
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', attempts: MOST_ATTEMPTS, status: 503 }]);
    expect(await read(id)).toMatchObject({
      enabled: false,
      disabled_at: world.now,
      problem: { code: 'webhook-status' },
    });
    expect((await made(call('/audit?actor=webhooks'))).items).toMatchObject([
      { action: 'webhook.disable', kind: 'webhook', record_id: id },
    ]);
    await book('b-2');
    expect(await send()).toEqual({ delivered: 0, failed: 0 });

    const mails: Mail[] = [];
    let refusal: MailFault | undefined = new MailFault('later', 'busy');
    const mailer = {
      send: async (mail: Mail) => {
        if (refusal) throw refusal;
        mails.push(mail);
      },
    };
    const mail = { from: { name: 'Duinweg', address: 'noreply@duinweg.example' }, language: 'nl' } as const;
    const tell = () => tellDisabled(world.parts, { mailer, mail, signal: new AbortController().signal });
    expect(await tell()).toEqual({ told: 0 });
    refusal = undefined;
    expect(await tell(), 'not before an hour').toEqual({ told: 0 });
    later(60 * 60_000);
    expect(await tell()).toEqual({ told: 1 });
    expect(await tell()).toEqual({ told: 0 });
    const [sent] = mails;
    expect(sent?.to).toEqual({ address: 'ict@example.nl' });
    expect(sent?.text.replaceAll('\u2060', '')).toContain('De webhook “CRM http://kwaad.example” (127.0.0.1:');
    expect(sent?.text).not.toMatch(/kwaad\.example|\u202e/);

    receiver.answer = (response) => void response.writeHead(200).end();
    await made(call(`/webhooks/${id}`, json('PATCH', { enabled: true })));
    expect(await read(id)).toMatchObject({ enabled: true, failures: 0 });
    receiver.received.splice(0);
    expect(await told(), 'what happened while it was off waits for somebody to ask').toEqual([]);
    expect(await made(call(`/webhooks/${id}/recover`, json('POST', { since: START })))).toEqual({
      queued: 2,
      has_more: false,
    });
    expect(await told()).toEqual(['booking.created b-1', 'booking.created b-2']);
  });

  it('are not switched off for one event that they can’t digest, and at once when they say that they are gone', async () => {
    const { id } = await hook(bookingTypes);
    receiver.answer = (response, { data }) => void response.writeHead(data.id === 'b-bad' ? 500 : 200).end();
    await book('b-bad');
    await send();
    await book('b-good');
    later(60_000);
    await send();
    later(60_000);
    await send();
    for (let attempt = 3; attempt <= MOST_ATTEMPTS; attempt += 1) {
      later(25 * 60 * 60_000);
      await send();
    }
    expect(await deliveries(id)).toMatchObject([
      { record_id: 'b-good', state: 'delivered' },
      { record_id: 'b-bad', state: 'failed', attempts: MOST_ATTEMPTS },
    ]);
    expect(await read(id)).toMatchObject({ enabled: true });
    receiver.answer = (response) => void response.writeHead(410).end();
    later(5 * 60_000);
    await book('b-last');
    await send();
    expect(await read(id)).toMatchObject({ enabled: false, problem: { code: 'webhook-gone' } });
  });

  it('are left alone longer and longer, and tried with what was tried before', async () => {
    const { id } = await hook(bookingTypes);
    receiver.answer = (response) => void response.writeHead(500).end();
    for (const bookingId of ['b-1', 'b-2', 'b-3']) await book(bookingId);
    for (let time = 0; time < 4; time += 1) {
      await send();
      later(5 * 60_000);
    }
    expect(receiver.told(), 'one at a time, and b-1 most').toEqual(
      ['b-1', 'b-1', 'b-1', 'b-2'].map((bookingId) => `booking.created ${bookingId}`),
    );
    expect(await read(id)).toMatchObject({ failures: 4 });
  });

  it('are tried again at moments that lie apart', () => {
    for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1) {
      const [least = 0, middle = 0, most = 0] = [0, 0.5, 1].map((random) => retryAfterMs(attempts, random));
      expect([least / middle, most / middle]).toEqual([0.9, 1.1]);
    }
    expect(retryAfterMs(MOST_ATTEMPTS, 0.5)).toBeUndefined();
  });
});

describe('many at a time', () => {
  beforeEach(async () => {
    await made(call('/products/prince2', json('PUT', COURSE)));
  });

  it('one that holds up its answer holds up nobody but itself; each gets its own in the order in which it happened', async () => {
    const slow: (() => void)[] = [];
    receiver.answer = (response, { path }) => {
      const end = () => void response.writeHead(200).end();
      if (path === '/slow') slow.push(end);
      else end();
    };
    await hook({ ...bookingTypes, url: `${receiver.url}/slow` });
    await hook({ ...bookingTypes, url: `${receiver.url}/quick` });
    const neighbour = world.newProvider();
    await made(neighbour.call('/products/prince2', json('PUT', COURSE)));
    await hook({ ...bookingTypes, url: `${receiver.url}/neighbour` }, neighbour.call);
    const ids = Array.from({ length: 6 }, (_, index) => `b-${100 + index}`);
    for (const id of ids) await book(id);
    for (const id of ids) await book(id, neighbour.call);

    const of = (path: string) => receiver.received.filter((one) => one.path === path).map(({ data }) => data.id);
    const running = send({ listen: (wake) => world.parts.stores.changes.subscribe(wake) });
    await expect.poll(() => [of('/quick').length, of('/neighbour').length], { timeout: 60_000 }).toEqual([6, 6]);
    expect(of('/slow')).toEqual([ids[0]]);
    // What happens meanwhile is sent meanwhile.
    await book('b-200', neighbour.call);
    await expect.poll(() => of('/neighbour').length, { timeout: 60_000 }).toBe(7);
    expect(of('/slow').length).toBe(1);
    const release = setInterval(() => slow.splice(0).forEach((end) => end()), 1);
    expect(await running).toEqual({ delivered: 19, failed: 0 });
    clearInterval(release);
    expect([of('/slow'), of('/quick'), of('/neighbour')]).toEqual([ids, ids, [...ids, 'b-200']]);
  });

  it('takes only a few of one provider at a time, so that there is room for others', async () => {
    const held: (() => void)[] = [];
    receiver.answer = (response) => void held.push(() => response.writeHead(200).end());
    for (let index = 0; index < 5; index += 1) await hook({ ...bookingTypes, url: `${receiver.url}/${index}` });
    const neighbour = world.newProvider();
    await made(neighbour.call('/products/prince2', json('PUT', COURSE)));
    await hook({ ...bookingTypes, url: `${receiver.url}/neighbour` }, neighbour.call);
    await book('b-1');
    await book('b-1', neighbour.call);
    const running = send({ most: 3, mostOfProvider: 2 });
    await expect.poll(() => held.length, { timeout: 60_000 }).toBe(3);
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/0', '/1', '/neighbour']);
    const release = setInterval(() => held.splice(0).forEach((end) => end()), 1);
    expect(await running).toEqual({ delivered: 6, failed: 0 });
    clearInterval(release);
  });

  it('two servers send each event once', async () => {
    const { pool } = world.parts.database;
    const url = (pool.options as { connectionString?: string }).connectionString ?? '';
    const database = await openDatabase({ url, poolSize: 5, log: silent });
    const stores = await openSqlStores({ database, files: world.parts.files, ids: v7, log: silent });
    const hooks = await Promise.all(
      ['a', 'b', 'c'].map((name) => hook({ ...bookingTypes, url: `${receiver.url}/${name}` })),
    );
    for (let index = 0; index < 12; index += 1) await book(`b-${index}`);
    const runs = await Promise.all([send(), send({}, { ...world.parts, database, stores }), send()]);
    expect(runs.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(36);
    const sent = receiver.received.map(({ path, id }) => `${path} ${id}`);
    expect([sent.length, new Set(sent).size]).toEqual([36, 36]);
    expect((await deliveries(hooks[0]!.id, 'state=delivered&size=500')).length).toBe(12);
    await stores.close();
    await database.close();
  });

  it('a run ends in time, though somebody never answers, and the next one begins that again', async () => {
    receiver.answer = () => later(3 * 60_000);
    await hook(bookingTypes);
    await book('b-1');
    const listen = (wake: () => void) => world.parts.stores.changes.subscribe(wake);
    const running = send({ listen });
    await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(1);
    await book('b-2');
    expect(await running).toEqual({ delivered: 0, failed: 0 });
    receiver.answer = (response) => void response.writeHead(200).end();
    receiver.received.splice(0);
    expect(await told()).toEqual(['booking.created b-1', 'booking.created b-2']);
  });

  it('a server that is stopped in the middle leaves the rest to the next one', async () => {
    await hook(bookingTypes);
    await book('b-1');
    await book('b-2');
    const stopping = new AbortController();
    receiver.answer = () => stopping.abort();
    await expect(send({ signal: stopping.signal })).rejects.toThrow();
    receiver.answer = (response) => void response.writeHead(200).end();
    const [interrupted] = receiver.received.splice(0);
    await send();
    expect(receiver.received.map(({ data }) => data.id)).toEqual(['b-1', 'b-2']);
    expect(receiver.received[0]?.id, 'to be known as the same').toBe(interrupted?.id);
  });
});

describe('looking after webhooks', () => {
  beforeEach(async () => {
    await made(call('/products/prince2', json('PUT', COURSE)));
  });

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
    const sent = receiver.received.splice(0);

    await made(call(`/webhooks/${id}/deliveries/${String(first?.event_id)}/replay`, { method: 'POST' }));
    await send();
    expect(receiver.received.splice(0).map((one) => one.id)).toEqual([sent[0]?.id]);
    const recover = async (body: Row) => (await made(call(`/webhooks/${id}/recover`, json('POST', body)))).queued;
    expect(await recover({ since: START })).toBe(0);
    expect(await recover({ since: START, all: true })).toBe(2);
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
    expect(stale.status).toBe(409);
    expect((await call(`/webhooks/${id}/recover`, json('POST', { since: '2026-01-01T00:00:00Z' }))).status).toBe(422);

    const trail = (await made(call('/audit?size=500'))).items as readonly Row[];
    const actions = trail.filter(({ record_id }) => record_id === id).map(({ action }) => action);
    expect(new Set(actions)).toEqual(new Set(['webhook.create', 'webhook.change', 'webhook.test', 'webhook.replay']));
    later(31 * 24 * 60 * 60_000);
    expect((await forgetEvents(world.parts, new AbortController().signal)).forgotten).toBeGreaterThan(3);
    expect(await deliveries(id)).toEqual([]);
    expect((await call(`/webhooks/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`/webhooks/${id}`)).status).toBe(404);
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
