import type { Audience } from '../database/mails-table.js';
import type { NOTICES, NoticeKind } from './notice.js';

/** The kinds that an audience is mailed about. */
export type KindFor<Who extends Audience> = {
  [Kind in NoticeKind]: Who extends (typeof NOTICES)[Kind][number] ? Kind : never;
}[NoticeKind];

/** What one mail says first. `course` has its name. */
export interface NoticeWords {
  readonly subject: (course: string) => string;
  readonly sentence: string;
}

/** Every sentence of the mails. Days, amounts and names arrive formatted. */
export interface NoticeTerms {
  readonly participant: Readonly<Record<KindFor<'participant'>, NoticeWords>>;
  readonly provider: Readonly<Record<KindFor<'provider'>, NoticeWords>>;
  readonly trainer: Readonly<Record<KindFor<'trainer'>, NoticeWords>>;
  readonly greeting: (name: string | undefined) => string;
  readonly providerGreeting: string;
  readonly trainerGreeting: (name: string | undefined) => string;
  readonly labels: Readonly<Record<FactName, string>>;
  /** In the mail as text. */
  readonly fact: (label: string, value: string) => string;
  readonly price: Readonly<Record<'free' | 'on-request', string>>;
  readonly per: Readonly<Record<'yearly' | 'monthly' | 'daily', string>>;
  readonly recurringAndOneOff: (recurring: string, oneOff: string) => string;
  readonly period: (from: string, to: string) => string;
  /** Of a start that moved. */
  readonly informed: (participants: number) => string;
  /** Consumers only. */
  readonly withdrawal: (lastDay: string) => string;
  readonly refund: string;
  readonly page: string;
  /** Before the way to the own page of a trainer. */
  readonly trainerPage: string;
  readonly regards: string;
}

export type FactName =
  | 'course'
  | 'participant'
  | 'trainer'
  | 'start'
  | 'before'
  | 'after'
  | 'place'
  | 'price'
  | 'note'
  | 'certificate'
  | 'validUntil'
  | 'statement'
  | 'moment'
  | 'booking'
  | 'instructions';
