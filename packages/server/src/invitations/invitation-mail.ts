import { html } from 'hono/html';
import { mailPage } from '../mail/mail-page.js';
import { mailableName } from '../mail/plain-words.js';
import type { MailSettings } from '../settings/settings.js';
import type { Invitation } from './invitation-sender.js';

/** What a trainer reads. */
export interface InvitationMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Every sentence of the mail. */
interface MailTerms {
  readonly subject: (sender: string) => string;
  readonly greeting: (name: string | undefined) => string;
  readonly reason: (sender: string) => string;
  readonly request: string;
  readonly action: string;
  readonly otherwise: string;
  readonly regards: string;
}

/** What the mail says, by language. */
export const INVITATION_TERMS: Readonly<Record<MailSettings['language'], MailTerms>> = {
  nl: {
    subject: (sender) => `Bevestig je profiel als trainer bij ${sender}`,
    greeting: (name) => (name === undefined ? 'Beste trainer,' : `Beste ${name},`),
    reason: (sender) => `${sender} heeft je als trainer aangemeld en alvast een profiel voor je gemaakt.`,
    request: 'Bekijk je profiel en bevestig dat jij het bent:',
    action: 'Profiel bevestigen',
    otherwise: 'Ben jij deze trainer niet? Dan hoef je niets te doen: het profiel blijft onbevestigd.',
    regards: 'Met vriendelijke groet,',
  },
  en: {
    subject: (sender) => `Confirm your trainer profile at ${sender}`,
    greeting: (name) => (name === undefined ? 'Dear trainer,' : `Dear ${name},`),
    reason: (sender) => `${sender} has registered you as a trainer and created a profile for you.`,
    request: 'Check your profile and confirm that it is you:',
    action: 'Confirm profile',
    otherwise: 'If you are not this trainer, you don’t have to do anything: the profile stays unconfirmed.',
    regards: 'Kind regards,',
  },
  de: {
    subject: (sender) => `Bestätigen Sie Ihr Trainerprofil bei ${sender}`,
    greeting: (name) => `Guten Tag${name === undefined ? '' : ` ${name}`},`,
    reason: (sender) =>
      `${sender} hat Sie als Trainerin oder Trainer angemeldet und bereits ein Profil für Sie angelegt.`,
    request: 'Sehen Sie sich Ihr Profil an und bestätigen Sie, dass Sie es sind:',
    action: 'Profil bestätigen',
    otherwise: 'Sind Sie nicht gemeint? Dann müssen Sie nichts tun: Das Profil bleibt unbestätigt.',
    regards: 'Mit freundlichen Grüßen',
  },
  fr: {
    subject: (sender) => `Confirmez votre profil de formateur auprès de ${sender}`,
    greeting: (name) => `Bonjour${name === undefined ? '' : ` ${name}`},`,
    reason: (sender) => `${sender} vous a enregistré comme formateur et a déjà créé un profil pour vous.`,
    request: 'Consultez votre profil et confirmez que c’est bien vous :',
    action: 'Confirmer le profil',
    otherwise: 'Ce n’est pas vous ? Vous n’avez alors rien à faire : le profil reste non confirmé.',
    regards: 'Cordialement,',
  },
};

/** Writes the mail, as text and as HTML. */
export async function invitationMail(
  { name, confirmUrl }: Pick<Invitation, 'name' | 'confirmUrl'>,
  { from, language }: Pick<MailSettings, 'from' | 'language'>,
): Promise<InvitationMail> {
  const terms = INVITATION_TERMS[language];
  const [greeting, reason] = [terms.greeting(mailableName(name)), terms.reason(from.name)];
  const subject = terms.subject(from.name);
  const content = html`<p>${greeting}</p>
    <p>${reason}</p>
    <p>${terms.request}</p>
    <p><a href="${confirmUrl}">${terms.action}</a></p>
    <p>${terms.otherwise}</p>
    <p>${terms.regards}<br />${from.name}</p>`;
  return {
    subject,
    text:
      [greeting, reason, `${terms.request}\n${confirmUrl}`, terms.otherwise, `${terms.regards}\n${from.name}`].join(
        '\n\n',
      ) + '\n',
    html: await mailPage(language, { subject, content }),
  };
}
