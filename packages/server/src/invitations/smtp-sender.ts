import { smtpMailer, type SmtpMailerOptions } from '../mail/smtp-mailer.js';
import type { MailSettings } from '../settings/settings.js';
import { invitationMail } from './invitation-mail.js';
import type { InvitationSender } from './invitation-sender.js';

export interface SmtpSenderOptions extends SmtpMailerOptions, Pick<MailSettings, 'language'> {}

/** Sends invitations through a mail server. */
export function smtpSender({ language, ...options }: SmtpSenderOptions): InvitationSender {
  const mailer = smtpMailer(options);
  const { from } = options;
  return {
    async send(invitation, sending) {
      const { email, name, messageId } = invitation;
      const to = { address: email, ...(name !== undefined && { name }) };
      await mailer.send({ to, messageId, ...(await invitationMail(invitation, { from, language })) }, sending);
    },
  };
}
