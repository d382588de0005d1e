import { createTransport } from 'nodemailer';
import type { MailSettings } from '../settings/settings.js';
import { invitationMail, mailableName } from './invitation-mail.js';
import { InvitationFault, type Invitation, type InvitationSender } from './invitation-sender.js';

export interface SmtpSenderOptions extends MailSettings {
  /** Who vouches for the mail server's certificate. Default: whom Node trusts. */
  readonly ca?: string;
  /** A mail server that says nothing for so long is not there. Default: 30 s. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** One person at one host, and nothing that would be anything else in a head or to a mail server. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u;

/** Sends invitations through a mail server. What it sends is encrypted on the way, or not sent. */
export function smtpSender({ smtpUrl, ca, timeoutMs = TIMEOUT_MS, ...mail }: SmtpSenderOptions): InvitationSender {
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
    async send(invitation, { signal } = {}) {
      if (!ADDRESS.test(invitation.email)) throw new InvitationFault('refused', 'No address that can be mailed');
      try {
        await transport.sendMail({ ...(await messageFor(invitation, mail)), ...(signal && { signal }) });
      } catch (error) {
        throw toFault(error);
      }
    },
  };
}

async function messageFor(invitation: Invitation, mail: Pick<MailSettings, 'from' | 'language'>) {
  const { email, name, messageId } = invitation;
  return {
    from: mail.from,
    to: { name: mailableName(name) ?? '', address: email },
    envelope: { from: mail.from.address, to: [email] },
    messageId: `<${messageId}@${mail.from.address.split('@')[1] ?? 'localhost'}>`,
    // No answering machine answers this.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(await invitationMail(invitation, mail)),
  };
}

/**
 * What the mail server said about this recipient, or that it can't be used at all: its line, its certificate, its login, the
 * sender. Its own words stay behind: they name the recipient.
 */
function toFault(error: unknown): InvitationFault {
  const { code = '', command = '', responseCode } = error as MailServerError;
  const answer = [code, command, responseCode].filter(Boolean).join(' ');
  if (command === 'RCPT TO' || command === 'API') {
    const isForGood = responseCode === undefined || responseCode >= 500;
    if (responseCode !== GOING_AWAY) return new InvitationFault(isForGood ? 'refused' : 'later', answer);
  }
  // Not about the recipient, but perhaps about this mail only.
  if (command === 'DATA' || code === 'EMESSAGE') return new InvitationFault('later', answer);
  return new InvitationFault('unreachable', `The mail server can't be used: ${answer}`);
}

interface MailServerError {
  readonly code?: string;
  /** What it was asked last. */
  readonly command?: string;
  readonly responseCode?: number;
}

/** Source: RFC 5321, section 3.8. */
const GOING_AWAY = 421;
