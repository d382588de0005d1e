import {
  bookingStateOf,
  type AuditAction,
  type BookingChange,
  type BookingState,
  type CertificateRow,
  type Enrollment,
  type EnrollmentDates,
  type Intent,
  type StoredTrainer,
  type TrainerLink,
} from '@enrollkit/core';
import type { Audience, NoticeFacts } from '../database/mails-table.js';

/** What people are mailed about, and who is. The provider hears of a start once, not once for each participant. */
export const NOTICES = {
  requested: ['participant', 'provider'],
  booked: ['participant', 'provider'],
  accepted: ['participant', 'provider'],
  declined: ['participant', 'provider'],
  cancelled: ['participant', 'provider'],
  withdrawn: ['participant', 'provider'],
  'start-moved': ['participant', 'provider'],
  'start-cancelled': ['participant', 'provider'],
  'certificate-ready': ['participant'],
  'certificate-expiring': ['participant'],
  // Who did it is not told.
  'link-asked': ['provider'],
  'link-accepted': ['trainer', 'provider'],
  'link-declined': ['trainer', 'provider'],
} as const satisfies Readonly<Record<string, readonly Audience[]>>;

export type NoticeKind = keyof typeof NOTICES;

/** Something to tell somebody. Who that is, is looked up when the mail is written: a person may have been erased by then. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly audience: Audience;
  readonly providerId?: string;
  readonly about: BookingAbout | LinkAbout;
  readonly facts: NoticeFacts;
  /** Notices to the provider with the same key are one. */
  readonly together?: string;
}

/** A booking, or a certificate of it. */
interface BookingAbout {
  readonly enrollmentId: string;
  readonly certificateId?: string;
}

/** A trainer and a course. */
interface LinkAbout {
  readonly trainerEmail: string;
  readonly productId: string;
}

/** What a write of an enrollment is for. */
export interface EnrollmentWrite {
  readonly before: Enrollment | undefined;
  readonly after: Enrollment;
  readonly action: AuditAction<'enrollment'>;
  readonly intent: Pick<Intent, 'useCase' | 'at'>;
}

/** What is to be told when an enrollment was written. */
export function enrollmentNotices(write: EnrollmentWrite): readonly Notice[] {
  return [...bookingNotices(write), ...moveNotices(write)];
}

export function certificateNotices({ id, enrollmentId, owner, createdAt }: CertificateRow): readonly Notice[] {
  const { providerId } = owner;
  const whose = { about: { enrollmentId, certificateId: id }, ...(providerId !== undefined && { providerId }) };
  return [...noticesOf('certificate-ready', { ...whose, facts: { at: createdAt } })];
}

/** What is told of a link that stands like this. */
export const LINK_KINDS = {
  asked: 'link-asked',
  accepted: 'link-accepted',
  declined: 'link-declined',
} as const satisfies Record<TrainerLink['state'], NoticeKind>;

/**
 * What a trainer and a provider said of a course, told to the other side. Naming trainers in a feed is told by the invitation
 * and on the trainer's page: each course of an import as a mail would be too many.
 */
export function linkNotices({ email, providerId, links = [] }: StoredTrainer): readonly Notice[] {
  // What was said last stands last.
  const link = links.at(-1);
  if (!link) return [];
  const { productId, state, askedBy, decidedBy = askedBy, askedAt, decidedAt = askedAt } = link;
  const kind = LINK_KINDS[state];
  const about = { trainerEmail: email, productId };
  const same = { kind, about, facts: { at: decidedAt }, ...(providerId !== undefined && { providerId }) };
  return NOTICES[kind].filter((audience) => audience !== decidedBy).map((audience) => ({ ...same, audience }));
}

const KINDS: Readonly<Record<BookingState, NoticeKind>> = {
  requested: 'requested',
  accepted: 'accepted',
  declined: 'declined',
  cancelled: 'cancelled',
  withdrawn: 'withdrawn',
};

/** What is new in the history of a booking. What was booked elsewhere before is no news. */
function* bookingNotices({ before, after, intent }: EnrollmentWrite): Iterable<Notice> {
  const news = (after.bookingHistory ?? []).slice(before?.bookingHistory?.length ?? 0);
  if (!before && after.acceptedAt !== undefined && after.acceptedAt !== intent.at) return;
  for (const change of news) {
    const { at, note } = change;
    const facts = { at, ...(note !== undefined && { note }) };
    yield* noticesOf(kindOf(change, intent), { ...whoseOf(after), facts }, startKey(after));
  }
}

function kindOf({ from, to }: BookingChange, { useCase }: Pick<Intent, 'useCase'>): NoticeKind {
  if (to === 'accepted' && from === undefined) return 'booked';
  if (to === 'cancelled' && useCase === 'cancelStart') return 'start-cancelled';
  return KINDS[to];
}

/** Days that moved matter to whoever still goes there. */
function* moveNotices({ before, after, action, intent }: EnrollmentWrite): Iterable<Notice> {
  if (action !== 'enrollment.move-dates' || !before) return;
  const state = bookingStateOf(after);
  const [old, now] = [datesOf(before), datesOf(after)];
  const isMoved = JSON.stringify(old) !== JSON.stringify(now);
  const today = intent.at.slice(0, 10);
  const isOver = [old, now].every(({ startDate, endDate }) => (endDate ?? startDate ?? today) < today);
  if (!isMoved || isOver || (state !== 'accepted' && state !== 'requested')) return;
  yield* noticesOf(
    'start-moved',
    { ...whoseOf(after), facts: { at: intent.at, before: old, after: now } },
    startKey(after),
  );
}

function datesOf({ startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly }: EnrollmentDates): EnrollmentDates {
  return {
    ...(startDate !== undefined && { startDate }),
    ...(startDateIsMonthOnly === true && { startDateIsMonthOnly }),
    ...(endDate !== undefined && { endDate }),
    ...(endDateIsMonthOnly === true && { endDateIsMonthOnly }),
  };
}

function whoseOf({ id, providerId }: Enrollment): Pick<Notice, 'about' | 'providerId'> {
  return { about: { enrollmentId: id }, ...(providerId !== undefined && { providerId }) };
}

function startKey({ productId, startingDateId }: Enrollment): string | undefined {
  return startingDateId === undefined ? undefined : JSON.stringify([productId, startingDateId]);
}

function* noticesOf(
  kind: NoticeKind,
  same: Omit<Notice, 'kind' | 'audience' | 'together'>,
  start?: string,
): Iterable<Notice> {
  for (const audience of NOTICES[kind]) {
    const isOfStart = audience === 'provider' && kind.startsWith('start-') && start !== undefined;
    yield { ...same, kind, audience, ...(isOfStart && { together: `${kind} ${start}` }) };
  }
}
