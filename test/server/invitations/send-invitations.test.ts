import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sendInvitations } from '../../../packages/server/src/invitations/send-invitations.js';
import { smtpSender } from '../../../packages/server/src/invitations/smtp-sender.js';
import { openBackend } from '../../../packages/server/src/parts/open-backend.js';
import { made, PRODUCT } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld, type Provider } from '../support/http-world.js';
import { openMailServer, smtpAnswer, type MailServer } from './support/mail-server.js';
import { simpleParser } from './support/simple-parser.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

/** What the mail server says to a recipient; nothing: welcome. */
let answer: Error | undefined;
let server: MailServer;
beforeEach(async () => {
  answer = undefined;
  server = await openMailServer({ onRcptTo: (_address, _session, done) => done(answer) });
});
afterEach(async () => {
  await server.close();
  await world.parts.database.pool.query('delete from trainers; delete from trainer_invitations');
});

const send = (more: { readonly mostAtOnce?: number; readonly mostADay?: number } = {}) =>
  sendInvitations(world.parts, {
    sender: smtpSender({
      smtpUrl: `smtp://127.0.0.1:${server.port}`,
      from: { name: 'Duinweg', address: 'noreply@duinweg.example' },
      language: 'nl',
    }),
    confirmUrl: 'https://portal.example.nl/confirm?token={token}',
    signal: new AbortController().signal,
    ...more,
  });
const laterBy = (minutes: number) => {
  world.now = new Date(Date.parse(world.now) + minutes * 60_000).toISOString();
};
const invite = async ({ actor }: Provider, email: string) =>
  openBackend(world.parts, actor).putTrainer({ email, firstName: 'Ada', lastName: 'de Boer' });
const tokenIn = (source = '') => /token=([\w-]{43})/.exec(simpleParser(source).text)?.[1] ?? '';

it('mails each trainer once, and the link confirms without any other credential', async () => {
  const provider = world.newProvider();
  await invite(provider, 'Ada@example.nl');
  expect(await send()).toEqual({ sent: 1, postponed: 0, refused: 0 });
  expect(await send()).toEqual({ sent: 0, postponed: 0, refused: 0 });
  const [mail] = server.received;
  expect(mail?.to).toEqual(['ada@example.nl']);
  expect(await made(provider.call('/trainers'))).toMatchObject({
    items: [{ state: 'invited', invitation_sent_at: world.now }],
  });

  const confirm = (token: string) => world.app.request('/trainers/confirmations', json('POST', { token }));
  const first = await confirm(tokenIn(mail?.source));
  expect(await first.json()).toEqual({ state: 'confirmed', first_name: 'Ada', last_name: 'de Boer' });
  expect((await confirm(tokenIn(mail?.source))).status).toBe(200);
  expect((await confirm('A'.repeat(43))).status).toBe(404);
  expect(await made(provider.call('/trainers?state=confirmed'))).toMatchObject({ total: 1 });
});

it('sends the very same mail again after a crash between sending and writing that down', async () => {
  await invite(world.newProvider(), 'ada@example.nl');
  await send();
  await world.parts.database.pool.query('update trainers set invitation_sent_at = null');
  await send();
  const [first, second] = server.received.map(({ source }) => source);
  expect(tokenIn(first)).toBe(tokenIn(second));
  const idOf = (source = '') => simpleParser(source).head.get('message-id');
  expect(idOf(first)).toBe(idOf(second));
  expect(idOf(first)).not.toContain('ada');
});

it('tries later when the mail server wants that, each time after a longer pause', async () => {
  await invite(world.newProvider(), 'ada@example.nl');
  answer = smtpAnswer(451, 'Try again later');
  expect(await send()).toEqual({ sent: 0, postponed: 1, refused: 0 });
  expect(await send()).toMatchObject({ postponed: 0 });
  laterBy(6);
  expect(await send()).toMatchObject({ postponed: 1 });
  laterBy(6);
  expect(await send()).toMatchObject({ postponed: 0 });
  laterBy(6);
  answer = undefined;
  expect(await send()).toMatchObject({ sent: 1 });
});

it('gives up on an address that nobody has, and goes on with the others', async () => {
  const provider = world.newProvider();
  await invite(provider, 'nobody@example.nl');
  answer = smtpAnswer(550, 'No such user');
  expect(await send()).toEqual({ sent: 0, postponed: 0, refused: 1 });
  answer = undefined;
  await invite(provider, 'ada@example.nl');
  laterBy(3000);
  expect(await send()).toEqual({ sent: 1, postponed: 0, refused: 0 });
  expect(world.logged.join()).not.toMatch(/nobody@|ada@/);
});

it('sends no more than so many at once', async () => {
  const provider = world.newProvider();
  for (const name of ['a', 'b', 'c']) await invite(provider, `${name}@example.nl`);
  expect(await send({ mostAtOnce: 2 })).toMatchObject({ sent: 2 });
  expect(await send({ mostAtOnce: 2 })).toMatchObject({ sent: 1 });
});

it('lets no provider mail more people a day than that, and none wait for another', async () => {
  const [many, one] = [world.newProvider(), world.newProvider()];
  for (const name of ['a', 'b', 'c', 'd', 'e']) await invite(many, `${name}@example.nl`);
  laterBy(1);
  await invite(one, 'ada@example.nl');
  expect(await send({ mostAtOnce: 2, mostADay: 2 })).toMatchObject({ sent: 2 });
  expect(server.received.map(({ to }) => to)).toEqual([['a@example.nl'], ['ada@example.nl']]);
  expect(await send({ mostADay: 2 })).toMatchObject({ sent: 1 });
  expect(await send({ mostADay: 2 })).toMatchObject({ sent: 0 });
  laterBy(24 * 60 + 1);
  expect(await send({ mostADay: 2 })).toMatchObject({ sent: 2 });
});

it('fails when nothing can be sent to anybody, and forgets nobody', async () => {
  await invite(world.newProvider(), 'ada@example.nl');
  const { port } = server;
  await server.close();
  await expect(send()).rejects.toThrow('mail server');
  server = await openMailServer();
  expect(port).toBeGreaterThan(0);
  expect(await send()).toMatchObject({ sent: 1 });
});

it('shows a trainer the profile and the courses behind the link, and keeps what the trainer makes of it', async () => {
  const provider = world.newProvider();
  const course = { ...PRODUCT, trainer_emails: ['ADA@example.nl'] };
  await made(provider.call('/products/prince2', json('PUT', course)));
  await made(provider.call('/products/other', json('PUT', { ...PRODUCT, name: 'Other' })));
  await invite(provider, 'ada@example.nl');
  await send();
  const token = tokenIn(server.received[0]?.source);
  const ask = (path: string, body: object) => world.app.request(`/trainers/${path}`, json('POST', body));
  const courses = [{ id: 'prince2', name: 'PRINCE2 Foundation', asked_by: 'provider', state: 'accepted' }];
  const offers = [{ id: 'other', name: 'Other' }];
  expect(await made(ask('invitations', { token }) as Promise<Response>)).toEqual({
    state: 'invited',
    email: 'ada@example.nl',
    first_name: 'Ada',
    last_name: 'de Boer',
    courses,
    offers,
  });
  expect((await ask('invitations', { token: 'A'.repeat(43) })).status).toBe(404);
  for (const wrong of [
    { photo_url: 'javascript:alert(1)' },
    { bio: 'x'.repeat(100_000) },
    { email: 'eve@example.org' },
  ]) {
    expect((await ask('confirmations', { token, profile: wrong })).status).toBe(422);
  }
  const profile = { first_name: 'Ada', bio: '<p onclick="x()">Twintig jaar <script>x</script></p>' };
  const own = await made(ask('confirmations', { token, profile }) as Promise<Response>);
  expect(own).toEqual({ state: 'confirmed', first_name: 'Ada', bio: expect.any(String) as string });
  expect(own.bio).not.toMatch(/script|onclick/);
  expect(await made(ask('invitations', { token }) as Promise<Response>)).toEqual({
    ...own,
    email: 'ada@example.nl',
    courses,
    offers,
  });
  const visitor = world.as({ id: 'v', role: 'visitor', providerId: provider.providerId });
  const seen = await made(visitor('/products/prince2'));
  expect(seen.trainers).toEqual([{ name: 'Ada', bio: own.bio }]);
  expect(JSON.stringify(seen)).not.toMatch(/ada@/i);
});
