import { hasErrorCode, type FullBackend, type StoredProduct, type StoredTrainer } from '@enrollkit/core';
import type { Kysely } from 'kysely';
import type { NoticeFacts } from '../database/mails-table.js';
import type { Tables } from '../database/tables.js';
import type { Mail } from '../mail/mailer.js';
import { mailableName, plainWords } from '../mail/plain-words.js';
import type { MailSettings } from '../settings/settings.js';
import { MOST_NAME_CHARS, NOTICE_TERMS, personInWords, writeLetter, type Letter } from './letter.js';
import { LINK_KINDS } from './notice.js';
import type { KindFor } from './notice-terms.js';

/** One mail about a trainer and a course. */
export interface DueLinkMail {
  readonly provider_id: string;
  readonly kind: KindFor<'trainer' | 'provider'>;
  readonly audience: 'trainer' | 'provider';
  readonly trainer_email: string;
  readonly product_id: string;
  readonly facts: NoticeFacts;
}

interface Sources {
  readonly backend: FullBackend;
  readonly tables: Kysely<Tables>;
}

/**
 * The mail, and to whom; nothing when there is nobody to tell, or nothing to tell any more: of who asks, takes that back and
 * asks again only the last is told.
 */
export async function linkMail(
  due: DueLinkMail,
  { backend, tables }: Sources,
  mail: Pick<MailSettings, 'from' | 'language' | 'confirmUrl' | 'bookingsMail'>,
): Promise<Pick<Mail, 'to' | 'subject' | 'text' | 'html'> | undefined> {
  const records = await recordsOf(due, backend);
  if (!records) return undefined;
  const { trainer, product } = records;
  const link = trainer.links?.find(({ productId }) => productId === product.id);
  const stillStands = link && LINK_KINDS[link.state] === due.kind && (link.decidedAt ?? link.askedAt) === due.facts.at;
  if (!stillStands) return undefined;

  const terms = NOTICE_TERMS[mail.language];
  const course = plainWords(product.name, MOST_NAME_CHARS);
  const name = [trainer.firstName, trainer.lastName].filter(Boolean).join(' ');
  if (due.audience === 'trainer') {
    const { subject, sentence } = terms.trainer[due.kind as KindFor<'trainer'>];
    const token = await tokenOf(due, tables);
    const address = token === undefined ? undefined : mail.confirmUrl.replaceAll('{token}', token);
    const letter: Letter = {
      subject: subject(course),
      greeting: terms.trainerGreeting(mailableName(name)),
      sentence,
      facts: [['course', course]],
      page: address === undefined ? undefined : { words: terms.trainerPage, address },
    };
    return { to: { address: trainer.email, ...(name !== '' && { name }) }, ...(await writeLetter(letter, mail)) };
  }
  const address = product.contactPerson?.email || mail.bookingsMail;
  if (!address) return undefined;
  const { subject, sentence } = terms.provider[due.kind];
  const letter: Letter = {
    subject: subject(course),
    greeting: terms.providerGreeting,
    sentence,
    facts: [
      ['course', course],
      ['trainer', personInWords({ name, email: trainer.email })],
    ],
  };
  return { to: { address }, ...(await writeLetter(letter, mail)) };
}

/** Nothing, when what it is about is gone. */
async function recordsOf(
  { trainer_email: email, product_id: id }: DueLinkMail,
  backend: FullBackend,
): Promise<{ readonly trainer: StoredTrainer; readonly product: StoredProduct } | undefined> {
  try {
    return { trainer: await backend.getTrainer(email), product: await backend.getProduct(id) };
  } catch (error) {
    if (hasErrorCode(error, 'not-found')) return undefined;
    throw error;
  }
}

/** With which the trainer sees the own page; nobody else is ever mailed it. */
async function tokenOf(
  { provider_id: providerId, trainer_email: email }: DueLinkMail,
  tables: Kysely<Tables>,
): Promise<string | undefined> {
  const row = await tables
    .selectFrom('trainer_invitations')
    .select('token')
    .where('provider_id', '=', providerId)
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.token;
}
