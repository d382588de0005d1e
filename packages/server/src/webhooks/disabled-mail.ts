import type { Locale } from '@enrollkit/core';
import { html } from 'hono/html';
import type { Mail } from '../mail/mailer.js';
import { mailPage } from '../mail/mail-page.js';
import { plainWords } from '../mail/plain-words.js';
import type { MailSettings } from '../settings/settings.js';
import type { Endpoint } from './endpoint-table.js';
import { faultText } from './webhook-texts.js';

interface MailTerms {
  readonly subject: (host: string) => string;
  readonly greeting: string;
  /** What the provider called it. */
  readonly quoted: (name: string) => string;
  readonly sentence: (name: string) => string;
  readonly reason: string;
  /** For so many days. */
  readonly missed: (days: number) => string;
  readonly regards: string;
}

/** What the mail says, by language. */
export const DISABLED_MAIL_TERMS: Readonly<Record<Locale, MailTerms>> = {
  nl: {
    subject: (host) => `Webhook uitgeschakeld: ${host}`,
    greeting: 'Goedendag,',
    quoted: (name) => `“${name}”`,
    sentence: (name) => `De webhook ${name} is uitgeschakeld, omdat de ontvanger onze berichten niet accepteerde.`,
    reason: 'De laatste keer:',
    missed: (days) =>
      `Zet de webhook weer aan als de ontvanger werkt. Wat je intussen hebt gemist, kun je nog ${days} dagen laten nasturen met “recover”.`,
    regards: 'Met vriendelijke groet,',
  },
  en: {
    subject: (host) => `Webhook switched off: ${host}`,
    greeting: 'Hello,',
    quoted: (name) => `“${name}”`,
    sentence: (name) => `The webhook ${name} was switched off, because the receiver did not accept our messages.`,
    reason: 'The last time:',
    missed: (days) =>
      `Switch the webhook on again once the receiver works. What you missed in the meantime can still be sent for ${days} days with “recover”.`,
    regards: 'Kind regards,',
  },
  de: {
    subject: (host) => `Webhook abgeschaltet: ${host}`,
    greeting: 'Guten Tag,',
    quoted: (name) => `„${name}“`,
    sentence: (name) =>
      `Der Webhook ${name} wurde abgeschaltet, weil der Empfänger unsere Nachrichten nicht angenommen hat.`,
    reason: 'Beim letzten Mal:',
    missed: (days) =>
      `Schalten Sie den Webhook wieder ein, wenn der Empfänger funktioniert. Was Sie inzwischen verpasst haben, lässt sich noch ${days} Tage lang mit „recover“ nachsenden.`,
    regards: 'Mit freundlichen Grüßen',
  },
  fr: {
    subject: (host) => `Webhook désactivé : ${host}`,
    greeting: 'Bonjour,',
    quoted: (name) => `« ${name} »`,
    sentence: (name) => `Le webhook ${name} a été désactivé, car le destinataire n’acceptait pas nos messages.`,
    reason: 'La dernière fois :',
    missed: (days) =>
      `Réactivez le webhook quand le destinataire fonctionne. Pendant ${days} jours encore, « recover » permet de renvoyer ce que vous avez manqué entre-temps.`,
    regards: 'Cordialement,',
  },
};

const MOST_CHARS = 120;

/** Tells that an endpoint is sent nothing any more. What the provider called it is somebody's own words: no link, one line. */
export async function disabledMail(
  { url, description, disabledReason = 'webhook-unreachable' }: Endpoint,
  { from, language, days }: Pick<MailSettings, 'from' | 'language'> & { readonly days: number },
): Promise<Pick<Mail, 'subject' | 'text' | 'html'>> {
  const terms = DISABLED_MAIL_TERMS[language];
  const host = plainWords(new URL(url).host, MOST_CHARS);
  const name = description.trim() === '' ? host : `${terms.quoted(plainWords(description, MOST_CHARS))} (${host})`;
  const paragraphs = [
    terms.greeting,
    terms.sentence(name),
    `${terms.reason} ${faultText(language, disabledReason)}`,
    terms.missed(days),
  ];
  const sender = plainWords(from.name, MOST_CHARS);
  const subject = terms.subject(host);
  const content = html`${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    <p>${terms.regards}<br />${sender}</p>`;
  return {
    subject,
    text: `${[...paragraphs, `${terms.regards}\n${sender}`].join('\n\n')}\n`,
    html: await mailPage(language, { subject, content }),
  };
}
