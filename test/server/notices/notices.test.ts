import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../../packages/server/src/mail/smtp-mailer.js';
import { plainWords } from '../../../packages/server/src/mail/plain-words.js';
import { remindOfExpiry } from '../../../packages/server/src/notices/remind-of-expiry.js';
import { sendNotices } from '../../../packages/server/src/notices/send-notices.js';
import { openBackend } from '../../../packages/server/src/parts/open-backend.js';
import type { MailSettings } from '../../../packages/server/src/settings/settings.js';
import { openMailServer, smtpAnswer, type MailServer } from '../invitations/support/mail-server.js';
import { simpleParser } from '../invitations/support/simple-parser.js';
import { JAN, made, pdf, PRODUCT } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld, type Provider } from '../support/http-world.js';

const MAIL: MailSettings = {
  smtpUrl: 'smtp://127.0.0.1:1',
  from: { name: 'Duinweg', address: 'noreply@duinweg.example' },
  confirmUrl: 'https://portal.example.nl/confirm?token={token}',
  bookingUrl: 'https://portal.example.nl/bookings/{id}',
  language: 'nl',
};
const ADA = { name: 'Ada de Boer', email: 'ada@example.nl' };
const START = {
  id: 'S1',
  start_date: '2026-09-21',
  start_date_is_month_only: false,
  end_date: '2026-09-23',
  end_date_is_month_only: false,
  place: 'Utrecht',
  schedule: [],
};
const COURSE = {
  ...PRODUCT,
  contact_person: { name: 'Kim', telephone: '030', email: 'kim@duinweg.example' },
  extra_instructions_after_booking: 'Neem een laptop mee.',
  starting_dates: [START],
};

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ mail: MAIL });
});
afterAll(() => world.close());

/** What the mail server says to a recipient; nothing: welcome. */
let answer: (address: string) => Error | undefined;
let server: MailServer;
let provider: Provider;
let call: Call;
beforeEach(async () => {
  answer = () => undefined;
  server = await openMailServer({ onRcptTo: ({ address }, _session, done) => done(answer(address)) });
  provider = world.newProvider();
  ({ call } = provider);
  await made(call('/products/itil', json('PUT', COURSE)));
});
afterEach(async () => {
  await server.close();
  await world.parts.database.pool.query('delete from mails');
});

const send = (more: Partial<MailSettings> & { readonly mostADay?: number } = {}) =>
  sendNotices(world.parts, {
    mailer: smtpMailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from: MAIL.from }),
    mail: { ...MAIL, ...more },
    signal: new AbortController().signal,
    ...(more.mostADay !== undefined && { mostADay: more.mostADay }),
  });

const book = async (more: Record<string, unknown> = {}, as = call): Promise<string> => {
  const asked = { product_id: 'itil', starting_date_id: 'S1', participant: JAN, ...more };
  return (await made(as('/bookings', json('POST', asked)))).id as string;
};

/** What came in since the last time: to whom, and about what. */
async function mailed(): Promise<readonly string[]> {
  await send();
  return server.received.splice(0).map(({ to, source }) => `${to.join()}: ${subjectOf(source)}`);
}

/** With plain spaces, however a language keeps its words together. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** A mail as it is read: lines end as they do anywhere, and what nobody sees is not there. */
function readMail(mail: { readonly source: string } | undefined) {
  const { head, text, html } = simpleParser(mail?.source ?? '');
  return { head, html, text: text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').replaceAll('\u2060', '').trim() };
}

function subjectOf(source: string): string {
  const subject = simpleParser(source).head.get('subject') ?? '';
  return subject.replaceAll('\u2060', '');
}

describe('mails about bookings', () => {
  it('tell participant and provider once, with what was booked and what comes next', async () => {
    const id = await book({ consumer: true });
    expect(await send()).toEqual({ sent: 2, postponed: 0, dropped: 0 });
    expect(await send()).toEqual({ sent: 0, postponed: 0, dropped: 0 });
    const [own, kims] = server.received;
    expect([own?.to, kims?.to]).toEqual([[JAN.email], ['kim@duinweg.example']]);
    const { head, text, html } = readMail(own);
    expect(head.get('to')).toBe('Jan Jansen <jan@example.nl>');
    expect(head.get('auto-submitted')).toBe('auto-generated');
    expect(text).toBe(
      [
        'Beste Jan Jansen,',
        'Je bent ingeschreven.',
        [
          'Cursus: PRINCE2 Foundation',
          'Datum: 21 september 2026 tot en met 23 september 2026',
          'Plaats: Utrecht',
          'Prijs: € 482,79',
          `Boekingsnummer: ${id}`,
          'Aanvullende instructies: Neem een laptop mee.',
        ].join('\n'),
        'Je kunt deze inschrijving tot en met 3 september 2026 zonder opgave van reden herroepen.',
        `Bekijk de inschrijving:\nhttps://portal.example.nl/bookings/${id}`,
        'Met vriendelijke groet,\nDuinweg',
      ].join('\n\n'),
    );
    expect(html).toContain(`<a href="https://portal.example.nl/bookings/${id}">`);
    // Lines end nowhere between a day and its month.
    expect(simpleParser(own!.source).text).toContain('21\u00a0september 2026 tot en met 23\u00a0september 2026');
    expect(html).toContain('21\u00a0september 2026');
    const provided = readMail(kims).text;
    expect(simpleParser(kims?.source ?? '').text, 'an address to be copied').toContain(
      'Deelnemer: Jan Jansen, jan@example.nl',
    );
    expect(provided).toContain('Deelnemer: Jan Jansen, jan@example.nl');
    expect(provided).not.toContain('laptop');
  });

  it('follow every decision, and nothing that is refused or asked again', async () => {
    const headers = { 'Idempotency-Key': 'k1' };
    const asked = { id: 'b1', product_id: 'itil', starting_date_id: 'S1', participant: JAN, request: true };
    for (let time = 0; time < 2; time += 1) await made(call('/bookings', json('POST', asked, headers)));
    expect((await call('/bookings', json('POST', { ...asked, starting_date_id: 'S9' }))).status).toBe(422);
    expect(await mailed()).toEqual([
      'jan@example.nl: Aanvraag ontvangen: PRINCE2 Foundation',
      'kim@duinweg.example: Nieuwe aanvraag: PRINCE2 Foundation',
    ]);
    await made(call('/bookings/b1/decline', json('POST', { note: 'De groep is vol.' })));
    await made(call('/bookings/b1/decline', json('POST', {})));
    await send();
    expect(readMail(server.received[0]).text).toContain('Toelichting: De groep is vol.');
    expect(await mailed()).toEqual([
      'jan@example.nl: Aanvraag afgewezen: PRINCE2 Foundation',
      'kim@duinweg.example: Aanvraag afgewezen: PRINCE2 Foundation',
    ]);
    await made(call('/bookings/b1/accept', json('POST', {})));
    await made(call('/bookings/b1/cancel', json('POST', {})));
    expect(await mailed()).toEqual([
      'jan@example.nl: Aanvraag geaccepteerd: PRINCE2 Foundation',
      'kim@duinweg.example: Aanvraag geaccepteerd: PRINCE2 Foundation',
      'jan@example.nl: Inschrijving geannuleerd: PRINCE2 Foundation',
      'kim@duinweg.example: Inschrijving geannuleerd: PRINCE2 Foundation',
    ]);
    // Booked elsewhere before, and told there.
    await book({ participant: ADA, accepted_at: '2026-01-01T10:00:00.000Z' });
    expect(await mailed()).toEqual([]);
  });

  it('acknowledge a withdrawal where the statement says, with its moment', async () => {
    const id = await book({ consumer: true });
    await mailed();
    await made(call(`/bookings/${id}/withdraw`, json('POST', { name: 'J. Jansen', email: 'thuis@example.nl' })));
    await send();
    const [own, kims] = server.received;
    expect([own?.to, kims?.to]).toEqual([['thuis@example.nl'], ['kim@duinweg.example']]);
    const { text } = readMail(own);
    expect(text).toContain('Herroepen door: J. Jansen\nHerroepen op: 20 augustus 2026 om 12:00:00 CEST');
    expect(readMail(kims).text).toContain('Betaal het bedrag dan binnen 14 dagen terug.');
  });

  it('tell each participant of a start that moves or is cancelled, and the provider once', async () => {
    await book();
    await book({ participant: ADA });
    await mailed();
    const moved = { ...START, start_date: '2026-10-05', end_date: '2026-10-07', min_seats: 5 };
    await made(call('/products/itil', json('PUT', { ...COURSE, starting_dates: [moved] })));
    await send();
    const [first, kims] = server.received;
    expect(readMail(first).text).toContain(
      'Oude datum: 21 september 2026 tot en met 23 september 2026\nNieuwe datum: 5 oktober 2026 tot en met 7 oktober 2026',
    );
    expect(readMail(kims).text).toContain('2 deelnemers krijgen bericht.');
    // The way to a booking is for whom the mail is about that booking.
    const isWay = [first, kims].map((mail) => readMail(mail).text.includes('Bekijk de inschrijving:'));
    expect(isWay).toEqual([true, false]);
    expect((await mailed()).map((mail) => mail.split(':').slice(0, 2).join(':')).sort()).toEqual([
      'ada@example.nl: Nieuwe datum',
      'jan@example.nl: Nieuwe datum',
      'kim@duinweg.example: Start verplaatst',
    ]);
    const backend = openBackend(world.parts, provider.actor);
    await backend.announceCancellation('itil', 'S1');
    await backend.cancelStart('itil', 'S1');
    expect((await mailed()).map((mail) => mail.split(':').slice(0, 2).join(':')).sort()).toEqual([
      'ada@example.nl: Gaat niet door',
      'jan@example.nl: Gaat niet door',
      'kim@duinweg.example: Start geannuleerd',
    ]);
  });

  it('remind a participant 90, 30 and 7 days before a certificate expires, once each, unless it was renewed', async () => {
    await made(call('/certifications', json('POST', { id: 'c1', name: 'ITIL', requires_valid_until: false })));
    await made(call('/products/itil/certifications', json('PUT', { certification_ids: ['c1'] })));
    const upload = async (booking_id: string, valid_until?: string) => {
      const file = pdf(`${booking_id} ${valid_until ?? 'never'}`).toString('base64');
      const draft = { booking_id, certification_id: 'c1', valid_from: '2026-01-01', file };
      return made(call('/certificates', json('POST', { ...draft, ...(valid_until && { valid_until }) })));
    };
    const [own, adas] = [await book(), await book({ participant: ADA })];
    await upload(own, '2026-12-31');
    await upload(adas, '2026-12-31');
    await upload(adas);
    await send();
    const before = world.now;
    // Some certificate of somebody else may be about to expire as well: those are not ours to count.
    const reminded = async (at: string): Promise<string[]> => {
      world.now = `${at}T10:00:00.000Z`;
      for (let run = 0; run < 2; run += 1) {
        await remindOfExpiry(world.parts, { days: [7, 90, 30], signal: new AbortController().signal });
      }
      return (await mailed()).filter((mail) => mail.includes('verloopt'));
    };
    const mail = 'jan@example.nl: Je certificaat verloopt binnenkort: PRINCE2 Foundation';
    try {
      expect(await reminded('2026-10-01')).toEqual([]);
      await world.as({ id: 'staff', role: 'platform-staff' })('/certifications/c1/verify', { method: 'POST' });
      await send();
      await mailed();
      expect(await reminded('2026-10-01')).toEqual([]);
      expect(await reminded('2026-10-02')).toEqual([mail]);
      expect(await reminded('2026-11-30')).toEqual([]);
      expect(await reminded('2026-12-03')).toEqual([mail]);
      expect(await reminded('2026-12-31')).toEqual([mail]);
      expect(await reminded('2027-01-01')).toEqual([]);
    } finally {
      world.now = before;
    }
  });

  it('tell of a certificate once what it is for is verified', async () => {
    await made(call('/certifications', json('POST', { id: 'c1', name: 'ITIL', requires_valid_until: false })));
    await made(call('/products/itil/certifications', json('PUT', { certification_ids: ['c1'] })));
    const booking_id = await book();
    await mailed();
    const upload = { booking_id, certification_id: 'c1', valid_from: '2026-09-12', file: pdf().toString('base64') };
    await made(call('/certificates', json('POST', upload)));
    expect(await mailed()).toEqual([]);
    const staff = world.as({ id: 's', role: 'platform-staff', providerId: provider.providerId });
    await made(staff('/certifications/c1/verify', { method: 'POST' }));
    expect(await mailed()).toEqual(['jan@example.nl: Je certificaat staat klaar: PRINCE2 Foundation']);
  });

  it('are the very same mails after a crash between sending and writing that down', async () => {
    await book();
    await send();
    await world.parts.database.pool.query('update mails set sent_at = null');
    await send();
    const ids = server.received.map(({ source }) => simpleParser(source).head.get('message-id'));
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(2);
  });

  it('wait for a mail server, pass over who can not be reached, and keep a provider to its day', async () => {
    await book();
    await book({ participant: ADA });
    const before = world.now;
    try {
      answer = (address) => {
        if (address === JAN.email) return smtpAnswer(550, 'No such user');
        return address === ADA.email ? smtpAnswer(451, 'Later') : undefined;
      };
      expect(await send()).toEqual({ sent: 2, postponed: 1, dropped: 1 });
      expect(await send()).toEqual({ sent: 0, postponed: 0, dropped: 0 });
      answer = () => undefined;
      world.now = '2026-08-20T10:06:00.000Z';
      expect(await send({ mostADay: 2 })).toMatchObject({ sent: 0 });
      expect(await send()).toEqual({ sent: 1, postponed: 0, dropped: 0 });
      expect(world.logged.join()).not.toMatch(/jan@example|ada@example/);
    } finally {
      world.now = before;
    }
    const { port } = server;
    await server.close();
    await book();
    await expect(send()).rejects.toThrow('mail server');
    server = await openMailServer();
    expect(port).toBeGreaterThan(0);
    expect(await send()).toMatchObject({ sent: 2 });
  });

  it('go to nobody once the participant was erased', async () => {
    const id = await book({ consumer: true });
    await made(call(`/bookings/${id}/withdraw`, json('POST', { name: 'J. Jansen', email: 'thuis@example.nl' })));
    await made(call('/participants/erase', json('POST', { email: JAN.email, confirm: true })));
    expect(await send()).toEqual({ sent: 0, postponed: 0, dropped: 0 });
    expect(JSON.stringify(await made(call(`/bookings/${id}`)))).not.toMatch(/Jansen|thuis@/);
  });

  it('let no head, link, tag or second recipient come of anybody’s words', async () => {
    const hostile = 'Lees\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script> https://kwaad.example \u202Egnol';
    await made(
      call('/products/itil', json('PUT', { ...COURSE, name: hostile, extra_instructions_after_booking: hostile })),
    );
    await book({ participant: { name: hostile, email: JAN.email }, request: true, id: 'b1' });
    await made(call('/bookings/b1/decline', json('POST', { note: hostile })));
    await send({ from: { name: hostile, address: 'noreply@duinweg.example' } });
    expect(server.received).toHaveLength(4);
    for (const { to, source } of server.received) {
      expect(to).toHaveLength(1);
      const { head, text, html } = simpleParser(source);
      expect(head.has('bcc')).toBe(false);
      expect(html).not.toMatch(/<script|\u202E/);
      expect(`${text}${html}${head.get('subject')}`).not.toMatch(/kwaad\.example|:\/\/kwaad|eve@example/);
    }
  });

  it.each([
    ['en', /^You are enrolled: PRINCE2 Foundation$/, 'Price: €482.79', 'up to and including 3 September 2026'],
    ['de', /^Sie sind angemeldet: PRINCE2 Foundation$/, 'Preis: 482,79 €', 'bis einschließlich 3. September 2026'],
    // With a space that only an encoded subject can have.
    [
      'fr',
      /^=\?UTF-8\?Q\?Votre_inscription=C2=A0=3A_PRINCE2_Found/,
      'Prix : 482,79 €',
      'jusqu’au 3 septembre 2026 inclus',
    ],
  ] as const)('come in %s where that is asked', async (language, subject, price, until) => {
    await book({ consumer: true });
    await send({ language });
    const { head, text } = readMail(server.received[0]);
    expect(head.get('subject')).toMatch(subject);
    expect(plain(text)).toContain(price);
    expect(plain(text)).toContain(until);
  });
});

describe('a server without a mail server', () => {
  it('keeps nothing to send', async () => {
    const silent = await openHttpWorld();
    try {
      const { call: quiet, actor } = silent.newProvider();
      await made(quiet('/products/itil', json('PUT', COURSE)));
      await book({}, quiet);
      const backend = openBackend(silent.parts, actor);
      await backend.putTrainer({ email: ADA.email });
      await backend.askLink(ADA.email, 'itil');
      const { rows } = await silent.parts.database.pool.query('select * from mails');
      expect(rows).toEqual([]);
    } finally {
      await silent.close();
    }
  });
});

describe('words of somebody else', () => {
  it.each([
    ['ASP.NET  4.0', 'ASP.NET 4.0'],
    ['ga naar kwaad.example/x', 'ga naar kwaad.example/x'],
    ['a\r\nb\u0000c\u2028d', 'a b c d'],
  ])('read the same on one line: %j', (words, read) => {
    const plain = plainWords(words, 80);
    expect(plain.replaceAll('\u2060', '')).toBe(read);
    expect(plain).not.toMatch(/[^\s\u2060][.:/@][^\s\u2060]/);
  });

  it('are cut at whole characters', () => {
    expect(plainWords('👩👩👩👩', 3)).toBe('👩👩…');
  });
});
