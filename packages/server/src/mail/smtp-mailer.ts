import { createTransport } from 'nodemailer';
import type { MailSettings } from '../settings/settings.js';
import { MailFault, type Mail, type Mailer } from './mailer.js';
import { mailableName } from './plain-words.js';

export interface SmtpMailerOptions extends Pick<MailSettings, 'smtpUrl' | 'from'> {
  /** Who vouches for the mail server's certificate. Default: whom Node trusts. */
  readonly ca?: string;
  /** A mail server that says nothing for so long is not there. Default: 30 s. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** One person at one host, and nothing that would be anything else in a head or to a mail server. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u;

/** Sends through a mail server. What it sends is encrypted on the way, or not sent. */
export function smtpMailer({ smtpUrl, from, ca, timeoutMs = TIMEOUT_MS }: SmtpMailerOptions): Mailer {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  // A mail server on this machine often vouches for itself, and nobody is in between.
  const isTrusted = !secure && LOCAL.test(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !isTrusted,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isTrusted, ...(ca !== undefined && { ca }) },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Nothing in a mail is a path or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(mail, { signal } = {}) {
      if (!ADDRESS.test(mail.to.address)) throw new MailFault('refused', 'No address that can be mailed');
      try {
        await transport.sendMail({ ...messageFor(mail, from), ...(signal && { signal }) });
      } catch (error) {
        throw toFault(error);
      }
    },
  };
}

function messageFor({ to, messageId, subject, text, html }: Mail, from: MailSettings['from']) {
  return {
    from,
    to: { name: mailableName(to.name) ?? '', address: to.address },
    envelope: { from: from.address, to: [to.address] },
    messageId: `<${messageId}@${from.address.split('@')[1] ?? 'localhost'}>`,
    // No answering machine answers this.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    subject,
    text,
    html,
  };
}

/**
 * What the mail server said about this recipient, or that it can't be used at all: its line, its certificate, its login, the
 * sender. Its own words stay behind: they name the recipient.
 */
function toFault(error: unknown): MailFault {
  const { code = '', command = '', responseCode } = error as MailServerError;
  const answer = [code, command, responseCode].filter(Boolean).join(' ');
  if (command === 'RCPT TO' || command === 'API') {
    const isForGood = responseCode === undefined || responseCode >= 500;
    if (responseCode !== GOING_AWAY) return new MailFault(isForGood ? 'refused' : 'later', answer);
  }
  // Not about the recipient, but perhaps about this mail only.
  if (command === 'DATA' || code === 'EMESSAGE') return new MailFault('later', answer);
  return new MailFault('unreachable', `The mail server can't be used: ${answer}`);
}

interface MailServerError {
  readonly code?: string;
  /** What it was asked last. */
  readonly command?: string;
  readonly responseCode?: number;
}

/** Source: RFC 5321, section 3.8. */
const GOING_AWAY = 421;
