import { beforeEach, describe, expect, it } from 'vitest';
import { MailFault, type Mail } from '../../../../packages/server/src/mail/mailer.js';
import { MOST_ATTEMPTS, retryAfterMs } from '../../../../packages/server/src/webhooks/retry-schedule.js';
import { tellDisabled } from '../../../../packages/server/src/webhooks/tell-disabled.js';
import { made } from '../../support/course.js';
import { json } from '../../support/http-world.js';
import { openReceiver, type Receiver } from '../support/receiver.js';
import {
  book,
  bookingTypes,
  call,
  deliveries,
  hook,
  later,
  makeProduct,
  read,
  receiver,
  send,
  START,
  told,
  world,
} from '../support/webhook-world.js';

/** Receivers that answer badly, or not at all. */
export function failingCases(): void {
  describe('receivers that fail', () => {
    beforeEach(() => makeProduct());

    it('are tried again by the schedule, and what came of it can be read in the provider’s language', async () => {
      const other = await openReceiver();
      type Answers = readonly [name: string, answer: Receiver['answer'], code: string, status?: number];
      const cases: readonly Answers[] = [
        ['error', (response) => void response.writeHead(500).end('<h1>Oops</h1>'), 'webhook-status', 500],
        [
          'redirect',
          (response) => void response.writeHead(307, { Location: other.url }).end(),
          'webhook-redirect',
          307,
        ],
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
      expect(await said('en')).toBe('The receiver answered with an error (status 500). Check the receiver’s log.');

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
}
