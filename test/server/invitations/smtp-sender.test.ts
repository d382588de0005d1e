import { createServer, type AddressInfo, type Socket } from 'node:net';
import { simpleParser } from './support/simple-parser.js';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Invitation } from '../../../packages/server/src/invitations/invitation-sender.js';
import { MailFault } from '../../../packages/server/src/mail/mailer.js';
import { smtpSender, type SmtpSenderOptions } from '../../../packages/server/src/invitations/smtp-sender.js';
import { makeCertificate, type OwnCertificate } from '../../support/certificate.js';
import { openMailServer, smtpAnswer, type MailServer } from './support/mail-server.js';

let certificate: OwnCertificate;
beforeAll(async () => {
  certificate = await makeCertificate();
});

const servers: MailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function open(options?: Parameters<typeof openMailServer>[0]): Promise<MailServer> {
  const server = await openMailServer(options);
  servers.push(server);
  return server;
}

const senderFor = ({ port }: { readonly port: number }, options: Partial<SmtpSenderOptions> = {}) =>
  smtpSender({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: { name: 'Duinweg Opleidingen', address: 'noreply@duinweg.example' },
    language: 'nl',
    ...options,
  });

const INVITATION: Invitation = {
  email: 'ada@example.nl',
  name: 'Ada de Boer',
  messageId: 'invitation.1',
  confirmUrl: 'https://portal.example.nl/confirm?token=a-b_c&lang=nl',
};

/** What kind of fault it is, with nothing of the recipient in it. */
async function faultOf(sending: Promise<void>): Promise<string> {
  const error = await sending.then(
    () => Promise.reject(new Error('It was sent.')),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MailFault);
  expect(JSON.stringify([(error as Error).message, (error as Error).cause ?? ''])).not.toContain('ada');
  return (error as MailFault).kind;
}

describe('an invitation', () => {
  it('comes as text and as HTML, says who invites, and leads to where the trainer confirms', async () => {
    const server = await open();
    await senderFor(server).send(INVITATION);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'noreply@duinweg.example', to: ['ada@example.nl'] });
    const { head, text, html } = simpleParser(mail?.source ?? '');
    expect(head.get('from')).toBe('Duinweg Opleidingen <noreply@duinweg.example>');
    expect(head.get('to')).toBe('Ada de Boer <ada@example.nl>');
    expect(head.get('subject')).toBe('Bevestig je profiel als trainer bij Duinweg Opleidingen');
    expect(head.get('message-id')).toBe('<invitation.1@duinweg.example>');
    expect(head.get('auto-submitted')).toBe('auto-generated');
    expect(text).toContain('Beste Ada de Boer,');
    expect(text).toContain(INVITATION.confirmUrl);
    expect(text).toMatch(/\r\n\r\nMet vriendelijke groet,\r\nDuinweg Opleidingen\s*$/);
    expect(html).toContain('Met vriendelijke groet,<br />Duinweg Opleidingen');
    expect(html).toContain('href="https://portal.example.nl/confirm?token=a-b_c&amp;lang=nl"');
    expect(html).not.toMatch(/<script|<img|<style|src=/);
  });

  it('comes in English where that is asked, and to whoever has no name', async () => {
    const server = await open();
    const { name: _, ...nameless } = INVITATION;
    await senderFor(server, { language: 'en' }).send(nameless);
    const { head, text } = simpleParser(server.received[0]?.source ?? '');
    expect(head.get('to')).toBe('ada@example.nl');
    expect(text).toContain('Dear trainer,');
  });

  it('is the same mail when it is sent again', async () => {
    const server = await open();
    await senderFor(server).send(INVITATION);
    await senderFor(server).send(INVITATION);
    const [first, second] = server.received.map(({ source }) => simpleParser(source).head.get('message-id'));
    expect(first).toBe(second);
  });

  it('lets no head, second recipient or tag come of a name', async () => {
    const server = await open();
    const name = 'Ada\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script> "<eve@example.org>, ';
    await senderFor(server, { from: { name: 'Lot & <b>Zoon', address: 'noreply@duinweg.example' } }).send({
      ...INVITATION,
      name,
    });
    const [mail] = server.received;
    expect(mail?.to).toEqual(['ada@example.nl']);
    const { head, html } = simpleParser(mail?.source ?? '');
    expect(head.has('bcc')).toBe(false);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('Lot &amp; &lt;b&gt;Zoon');
  });

  it.each([
    'Je account is geblokkeerd: ga naar https://kwaad.example',
    'kwaad.example',
    'Bel 0900 1234',
    'Ada\nLees dit',
    'A'.repeat(81),
  ])('carries no message of whoever made the feed in place of a name: %j', async (name) => {
    const server = await open();
    await senderFor(server).send({ ...INVITATION, name });
    const { head, text, html } = simpleParser(server.received[0]?.source ?? '');
    expect(head.get('to')).toBe('ada@example.nl');
    expect(text).toContain('Beste trainer,');
    for (const body of [text, html]) expect(body).not.toContain(name);
  });

  it.each(['dr. A. van ’t Hooft-Ünal', 'J.R. Zoë', 'نور'])('greets by name: %s', async (name) => {
    const server = await open();
    await senderFor(server).send({ ...INVITATION, name });
    expect(simpleParser(server.received[0]?.source ?? '').html).toContain(`Beste ${name},`);
  });

  it('goes to nobody whose address is none, or more than one', async () => {
    const server = await open();
    for (const email of [
      'ada',
      'ada@example.nl, eve@example.org',
      'ada@example.nl\r\nRCPT TO:<eve@example.org>',
      '<ada@example.nl>',
      'ada @example.nl',
      '"ada"@example.nl',
      'a@b@c.nl',
    ])
      expect(await faultOf(senderFor(server).send({ ...INVITATION, email })), email).toBe('refused');
    expect(server.received).toEqual([]);
  });
});

describe('a mail server', () => {
  const answering = (answer: Error, at: 'onRcptTo' | 'onMailFrom' | 'onData') =>
    open({
      [at]: (...args: readonly unknown[]) => {
        const done = args.at(-1) as (error: Error) => void;
        if (at === 'onData') (args[0] as { resume(): void }).resume();
        done(answer);
      },
    });

  it('that knows nobody of that name refuses for good', async () => {
    const server = await answering(smtpAnswer(550, 'No such user ada@example.nl'), 'onRcptTo');
    expect(await faultOf(senderFor(server).send(INVITATION))).toBe('refused');
  });

  it('that wants it later is asked later', async () => {
    for (const [code, at] of [
      [450, 'onRcptTo'],
      [452, 'onData'],
      [554, 'onData'],
    ] as const) {
      const server = await answering(smtpAnswer(code, 'ada@example.nl'), at);
      expect(await faultOf(senderFor(server).send(INVITATION)), `${code} ${at}`).toBe('later');
    }
  });

  it('that refuses the sender, or can’t be reached, takes nothing from anybody', async () => {
    const refusing = await answering(smtpAnswer(550, 'Sender refused'), 'onMailFrom');
    expect(await faultOf(senderFor(refusing).send(INVITATION))).toBe('unreachable');
    const gone = await openMailServer();
    await gone.close();
    expect(await faultOf(senderFor(gone).send(INVITATION))).toBe('unreachable');
  });

  it('that says nothing isn’t waited for', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as AddressInfo;
    expect(await faultOf(senderFor({ port }, { timeoutMs: 100 }).send(INVITATION))).toBe('unreachable');
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((done) => silent.close(() => done()));
  });

  it('gets the mail and the password encrypted, at once or after STARTTLS', async () => {
    const login = (options: Parameters<typeof openMailServer>[0]) =>
      open({ ...certificate, authOptional: false, ...options });
    const atOnce = await login({ secure: true });
    const after = await login({});
    const ca = certificate.cert;
    const user = 'mailer%40duinweg:s%3Acret';
    await senderFor(atOnce, { smtpUrl: `smtps://${user}@localhost:${atOnce.port}`, ca }).send(INVITATION);
    await senderFor(after, { smtpUrl: `smtp://${user}@localhost:${after.port}`, ca }).send(INVITATION);
    for (const { received } of [atOnce, after])
      expect(received).toMatchObject([{ isEncrypted: true, user: 'mailer@duinweg' }]);
  });

  it('that shows a certificate of nobody gets nothing', async () => {
    const server = await open({ ...certificate, secure: true });
    const smtpUrl = `smtps://localhost:${server.port}`;
    expect(await faultOf(senderFor(server, { smtpUrl }).send(INVITATION))).toBe('unreachable');
    expect(server.received).toEqual([]);
  });

  it('elsewhere that offers no encryption gets nothing', async () => {
    const plain = await open({ hideSTARTTLS: true });
    // A name of this machine that doesn't say that it is.
    const smtpUrl = `smtp://0.0.0.0:${plain.port}`;
    expect(await faultOf(senderFor(plain, { smtpUrl }).send(INVITATION))).toBe('unreachable');
    expect(plain.received).toEqual([]);
  });
});
