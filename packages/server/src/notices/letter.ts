import type { Locale } from '@enrollkit/core';
import { html } from 'hono/html';
import type { Mail } from '../mail/mailer.js';
import { mailPage } from '../mail/mail-page.js';
import { plainWords } from '../mail/plain-words.js';
import type { MailSettings } from '../settings/settings.js';
import type { FactName, NoticeTerms } from './notice-terms.js';
import { de } from './terms-de.js';
import { en } from './terms-en.js';
import { fr } from './terms-fr.js';
import { nl } from './terms-nl.js';

export const NOTICE_TERMS: Readonly<Record<Locale, NoticeTerms>> = { nl, en, de, fr };

export const MOST_NAME_CHARS = 120;

/** What a mail is about, by name. */
export type Fact = readonly [name: FactName, value: string];

/** A mail, part by part. What is of somebody else's words in it is plain already. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly sentence: string;
  readonly facts: readonly Fact[];
  readonly further?: readonly string[];
  /** Where more of it is to be seen. */
  readonly page?: { readonly words: string; readonly address: string } | undefined;
}

/** As mail programs read them: on the elements themselves. */
const STYLES = {
  list: 'margin: 1.5em 0',
  label: 'font-size: 0.875em; opacity: 0.8',
  value: 'margin: 0 0 0.75em',
} as const;

/** Writes the mail, as text and as HTML. */
export async function writeLetter(
  { subject, greeting, sentence, facts, further = [], page }: Letter,
  { from, language }: Pick<MailSettings, 'from' | 'language'>,
): Promise<Pick<Mail, 'subject' | 'text' | 'html'>> {
  const terms = NOTICE_TERMS[language];
  const sender = plainWords(from.name, MOST_NAME_CHARS);
  const content = html`<p>${greeting}</p>
    <p>${sentence}</p>
    <dl style="${STYLES.list}">
      ${facts.map(
        ([name, value]) =>
          html`<dt style="${STYLES.label}">${terms.labels[name]}</dt>
            <dd dir="auto" style="${STYLES.value}">${value}</dd>`,
      )}
    </dl>
    ${further.map((each) => html`<p>${each}</p>`)}
    ${page ? html`<p>${page.words} <a href="${page.address}">${page.address}</a></p>` : ''}
    <p>${terms.regards}<br />${sender}</p>`;
  const text = [
    greeting,
    sentence,
    facts.map(([name, value]) => terms.fact(terms.labels[name], value)).join('\n'),
    ...further,
    ...(page ? [`${page.words}\n${page.address}`] : []),
    `${terms.regards}\n${sender}`,
  ].join('\n\n');
  return { subject, text: `${text}\n`, html: await mailPage(language, { subject, content }) };
}

/** An address that is one, to be copied; anything else is read and no more. */
const ADDRESS = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Somebody by name and address, of which no mail program makes more than that. */
export function personInWords({ name, email }: { readonly name: string; readonly email: string }): string {
  const address = ADDRESS.test(email) ? email : plainWords(email, MOST_NAME_CHARS);
  return [plainWords(name, MOST_NAME_CHARS), address].filter(Boolean).join(', ');
}
