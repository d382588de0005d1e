import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../../packages/server/src/mail/smtp-mailer.js';
import { sendNotices } from '../../../packages/server/src/notices/send-notices.js';
import { openBackend } from '../../../packages/server/src/parts/open-backend.js';
import type { MailSettings } from '../../../packages/server/src/settings/settings.js';
import { openMailServer, type MailServer } from '../invitations/support/mail-server.js';
import { simpleParser } from '../invitations/support/simple-parser.js';
import { made, PRODUCT } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld, type Provider } from '../support/http-world.js';

const MAIL: MailSettings = {
  smtpUrl: 'smtp://127.0.0.1:1',
  from: { name: 'Duinweg', address: 'noreply@duinweg.example' },
  confirmUrl: 'https://portal.example.nl/confirm?token={token}',
  language: 'nl',
};
const KIM = 'kim@duinweg.example';
const ADA = 'ada@example.nl';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ mail: MAIL });
});
afterAll(() => world.close());

let server: MailServer;
let provider: Provider;
let token: string;
const began = '2026-08-20T10:00:00.000Z';
beforeEach(async () => {
  world.now = began;
  server = await openMailServer();
  provider = world.newProvider();
  const { actor, providerId } = provider;
  await put();
  await openBackend(world.parts, actor).putTrainer({ email: ADA, firstName: 'Ada', lastName: 'de Boer' });
  token = Buffer.from(providerId.padEnd(32).slice(-32)).toString('base64url');
  await world.parts.database.tables
    .insertInto('trainer_invitations')
    .values({ provider_id: providerId, email: ADA, token, next_at: null, refused_at: null })
    .execute();
});
afterEach(async () => {
  await server.close();
  await world.parts.database.pool.query('delete from mails');
});

const put = (more: object = {}) => {
  const contact_person = { name: 'Kim', telephone: '030', email: KIM };
  return made(provider.call('/products/itil', json('PUT', { ...PRODUCT, contact_person, ...more })));
};

/** What the trainer says on the own page, a second after whatever was before. */
const wish = async (wanted: boolean) => {
  world.now = new Date(Date.parse(world.now) + 1000).toISOString();
  return made(
    Promise.resolve(world.app.request('/trainers/links', json('POST', { token, product_id: 'itil', wanted }))),
  );
};

const decide = async (decision: 'accept' | 'decline') => {
  world.now = new Date(Date.parse(world.now) + 1000).toISOString();
  const body = { email: ADA, product_id: 'itil', decision };
  return made(provider.call('/trainers/link-decisions', json('POST', body)));
};

const send = (more: Partial<MailSettings> = {}) =>
  sendNotices(world.parts, {
    mailer: smtpMailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from: MAIL.from }),
    mail: { ...MAIL, ...more },
    signal: new AbortController().signal,
  });

function readMail({ to, source }: { readonly to: readonly string[]; readonly source: string }) {
  const { head, text, html } = simpleParser(source);
  const plain = (words: string) => words.replaceAll('\r\n', '\n').replaceAll('\u2060', '').trim();
  return { to: to.join(), subject: plain(head.get('subject') ?? ''), text: plain(text), html };
}

/** What came in since the last time: to whom, and about what. */
async function mailed(more: Partial<MailSettings> = {}): Promise<readonly string[]> {
  await send(more);
  return server.received.splice(0).map((mail) => `${readMail(mail).to}: ${readMail(mail).subject}`);
}

describe('mails about trainers and courses', () => {
  it('tell the provider who asks, and the trainer what became of it, once each', async () => {
    await wish(true);
    await wish(true);
    expect(await send()).toEqual({ sent: 1, postponed: 0, dropped: 0 });
    const [asked] = server.received.splice(0);
    expect(asked && readMail(asked)).toMatchObject({
      to: KIM,
      subject: 'Trainer vraagt om vermelding: PRINCE2 Foundation',
      text: [
        'Goedendag,',
        'Een trainer wil bij deze cursus worden vermeld. Accepteer de aanvraag of wijs hem af.',
        `Cursus: PRINCE2 Foundation\nTrainer: Ada de Boer, ${ADA}`,
        'Met vriendelijke groet,\nDuinweg',
      ].join('\n\n'),
    });
    // The token is the trainer's own.
    expect(asked?.source).not.toContain(token);

    await decide('accept');
    await decide('accept');
    expect(await send()).toEqual({ sent: 1, postponed: 0, dropped: 0 });
    const [accepted] = server.received.splice(0);
    expect(accepted && readMail(accepted)).toMatchObject({
      to: ADA,
      subject: 'Je wordt als trainer vermeld: PRINCE2 Foundation',
      text: [
        'Beste Ada de Boer,',
        'De opleider gaat akkoord. Je wordt als trainer bij deze cursus vermeld.',
        'Cursus: PRINCE2 Foundation',
        `Bekijk je profiel en je cursussen:\nhttps://portal.example.nl/confirm?token=${token}`,
        'Met vriendelijke groet,\nDuinweg',
      ].join('\n\n'),
    });
    await decide('decline');
    expect(await mailed()).toEqual([`${ADA}: Je wordt niet als trainer vermeld: PRINCE2 Foundation`]);
    expect(await mailed()).toEqual([]);
  });

  it('tell the provider of a trainer who declines what a feed says, and of one who agrees after all', async () => {
    // That a feed names somebody is told by the invitation.
    await put({ trainer_emails: [ADA] });
    expect(await mailed()).toEqual([]);
    await wish(false);
    expect(await mailed()).toEqual([`${KIM}: Trainer trekt zich terug: PRINCE2 Foundation`]);
    await wish(true);
    expect(await mailed()).toEqual([`${KIM}: Trainer gaat alsnog akkoord: PRINCE2 Foundation`]);
  });

  it('tell only how things are by then, of what somebody says and takes back', async () => {
    for (const wanted of [true, false, true, false, true]) await wish(wanted);
    expect(await send()).toEqual({ sent: 1, postponed: 0, dropped: 4 });
    server.received.splice(0);
    await wish(false);
    await wish(true);
    expect(await mailed()).toEqual([`${KIM}: Trainer vraagt om vermelding: PRINCE2 Foundation`]);
    // Nobody is behind the course, but somebody behind the bookings.
    await put({ name: 'Lees kwaad.example', contact_person: undefined });
    await wish(false);
    expect(await mailed()).toEqual([]);
    await wish(true);
    await send({ bookingsMail: 'boekingen@duinweg.example' });
    const [mail] = server.received.splice(0);
    expect(mail?.to).toEqual(['boekingen@duinweg.example']);
    expect(mail?.source, 'no link of anybody’s words').not.toContain('kwaad.example');
  });

  it('come in the language that is asked', async () => {
    for (const [language, asks, listed] of [
      ['en', 'A trainer would like to be listed with this course.', 'You are listed as a trainer of this course.'],
      ['de', 'möchte bei diesem Kurs genannt werden.', 'Sie werden bei diesem Kurs genannt.'],
      ['fr', 'Un formateur souhaite être mentionné pour cette formation.', 'Vous êtes mentionné comme formateur'],
    ] as const) {
      await wish(true);
      await send({ language });
      await decide('accept');
      await send({ language });
      const texts = server.received.splice(0).map((mail) => readMail(mail).text);
      expect(texts).toEqual([expect.stringContaining(asks), expect.stringContaining(listed)]);
      await wish(false);
      await send();
      server.received.splice(0);
    }
  });
});
