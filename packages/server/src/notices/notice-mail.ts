import {
  bookingStateOf,
  formatMinor,
  frenchFirst,
  unbrokenDay,
  withdrawalPeriod,
  type BookedPrice,
  type Certificate,
  type Enrollment,
  type EnrollmentDates,
  type Locale,
  type StoredProduct,
} from '@enrollkit/core';
import type { Mail } from '../mail/mailer.js';
import { mailableName, plainWords } from '../mail/plain-words.js';
import type { MailSettings } from '../settings/settings.js';
import type { Audience, NoticeFacts } from '../database/mails-table.js';
import { MOST_NAME_CHARS, NOTICE_TERMS, personInWords, writeLetter, type Fact } from './letter.js';
import type { FactName, KindFor, NoticeTerms } from './notice-terms.js';

/** With a country: dates and amounts of Europe. */
const FORMATS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };

/** What a mail is written from. */
export interface NoticeRecords {
  readonly kind: KindFor<'participant'>;
  readonly audience: Exclude<Audience, 'trainer'>;
  readonly facts: NoticeFacts;
  readonly enrollment: Enrollment;
  /** Absent: the host keeps no products here. */
  readonly product: StoredProduct | undefined;
  /** Of a certificate that is ready. */
  readonly certificate: Certificate | undefined;
}

export interface NoticeSettings extends Pick<MailSettings, 'from' | 'language' | 'bookingUrl'> {
  readonly timeZone: string;
}

const MOST_TEXT_CHARS = 1000;

/** Writes the mail about a booking. */
export async function noticeMail(
  records: NoticeRecords,
  settings: NoticeSettings,
): Promise<Pick<Mail, 'subject' | 'text' | 'html'>> {
  const { kind, audience, enrollment } = records;
  const { language, bookingUrl } = settings;
  const terms = NOTICE_TERMS[language];
  const words = audience === 'participant' ? terms.participant[kind] : terms.provider[kind as KindFor<'provider'>];
  const greeting =
    audience === 'participant' ? terms.greeting(mailableName(enrollment.participant.name)) : terms.providerGreeting;
  const subject = words.subject(courseOf(records));
  const facts = factsOf(records, new Words(terms, settings));
  const further = furtherOf(records, new Words(terms, settings));
  // Of a start with several participants no booking is the one to look at.
  const isOfOne = (records.facts.participants ?? 1) === 1;
  const page = isOfOne ? bookingUrl?.replaceAll('{id}', encodeURIComponent(enrollment.id)) : undefined;
  return writeLetter(
    {
      ...{ subject, greeting, sentence: words.sentence, facts, further },
      page: page === undefined ? undefined : { words: terms.page, address: page },
    },
    settings,
  );
}

/** What it is about, in this order. Nothing stands there for what isn't known. */
function factsOf(records: NoticeRecords, words: Words): readonly Fact[] {
  const { kind, audience, facts, enrollment, product, certificate } = records;
  const { participant, withdrawal, booked } = enrollment;
  const isOfOne = facts.participants === undefined;
  const start = product?.startingDates.find(({ id }) => id !== undefined && id === enrollment.startingDateId);
  const isMoved = kind === 'start-moved';
  const isExpiring = kind === 'certificate-expiring';
  const isPriced = !kind.startsWith('certificate-') && !kind.startsWith('start-');
  const isGoing = ['booked', 'accepted'].includes(kind) && bookingStateOf(enrollment) === 'accepted';
  const own: readonly (readonly [FactName, string | undefined])[] = [
    ['course', courseOf(records)],
    ['participant', audience === 'provider' && isOfOne ? personInWords(participant) : undefined],
    ['certificate', certificate?.certification?.name],
    ['validUntil', isExpiring && certificate?.validUntil ? words.day(certificate.validUntil) : undefined],
    ['start', isMoved || isExpiring ? undefined : words.days(enrollment)],
    ['before', isMoved && facts.before ? words.days(facts.before) : undefined],
    ['after', isMoved && facts.after ? words.days(facts.after) : undefined],
    ['place', isExpiring ? undefined : start?.place],
    ['price', isPriced && booked ? words.price(booked) : undefined],
    ['statement', kind === 'withdrawn' ? withdrawal?.name : undefined],
    ['moment', kind === 'withdrawn' ? words.moment(facts.at) : undefined],
    ['note', facts.note],
    ['booking', isOfOne ? enrollment.id : undefined],
    ['instructions', audience === 'participant' && isGoing ? product?.extraInstructionsAfterBooking : undefined],
  ];
  return own.flatMap(([name, value]): Fact[] => {
    if (value === undefined || value.trim() === '') return [];
    return [[name, isOurs(name) ? value : plainWords(value, MOST_TEXT_CHARS)]];
  });
}

/** Written here already, so that they hold nothing of anybody else's. */
function isOurs(name: FactName): boolean {
  return ['participant', 'validUntil', 'start', 'before', 'after', 'price', 'moment'].includes(name);
}

function furtherOf({ kind, audience, facts, enrollment }: NoticeRecords, words: Words): readonly string[] {
  const { terms } = words;
  if (audience === 'provider') {
    const { participants } = facts;
    return [
      ...(participants === undefined ? [] : [terms.informed(participants)]),
      ...(kind === 'withdrawn' && enrollment.acceptedAt !== undefined ? [terms.refund] : []),
    ];
  }
  const isContract = kind === 'booked' || kind === 'accepted';
  const period = isContract ? withdrawalPeriod(enrollment, words.timeZone) : undefined;
  return period ? [terms.withdrawal(words.day(period.lastDay))] : [];
}

function courseOf({ product, enrollment }: NoticeRecords): string {
  return plainWords(product?.name ?? enrollment.productId, MOST_NAME_CHARS);
}

/** Days, moments and amounts in one language. */
class Words {
  readonly terms: NoticeTerms;
  readonly timeZone: string;
  readonly #locale: string;

  constructor(terms: NoticeTerms, { language, timeZone }: { readonly language: Locale; readonly timeZone: string }) {
    this.terms = terms;
    this.timeZone = timeZone;
    this.#locale = FORMATS[language];
  }

  day(day: string, isMonthOnly = false): string {
    const format = isMonthOnly ? ({ year: 'numeric', month: 'long' } as const) : ({ dateStyle: 'long' } as const);
    return this.#written({ ...format, timeZone: 'UTC' }, `${day}T00:00:00Z`);
  }

  days({ startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly }: EnrollmentDates): string | undefined {
    if (startDate === undefined) return undefined;
    const start = this.day(startDate, startDateIsMonthOnly);
    const end = endDate === undefined ? start : this.day(endDate, endDateIsMonthOnly);
    return end === start ? start : this.terms.period(start, end);
  }

  /** A moment that somebody may have to prove: with its time zone. */
  moment(at: string): string {
    const time = { dateStyle: 'long', timeStyle: 'long', timeZone: this.timeZone } as const;
    return this.#written(time, at);
  }

  #written(format: Intl.DateTimeFormatOptions, at: string): string {
    const written = new Intl.DateTimeFormat(this.#locale, format).format(new Date(at));
    return frenchFirst(unbrokenDay(written), this.#locale);
  }

  price({ display, currency, period, totalMinor, recurringMinor = 0, oneOffMinor = 0 }: BookedPrice): string {
    if (display !== 'amount') return this.terms.price[display];
    const money = (minor: number): string =>
      // As digits: an amount is never a binary fraction.
      new Intl.NumberFormat(this.#locale, { style: 'currency', currency }).format(formatMinor(minor) as never);
    if (period === 'all') return money(totalMinor);
    const recurring = `${money(recurringMinor)} ${this.terms.per[period]}`;
    return oneOffMinor === 0 ? recurring : this.terms.recurringAndOneOff(recurring, money(oneOffMinor));
  }
}
