import type { AdditionalCostType, PricePeriod, Quantity } from '@enrollkit/core';
import type { COURSE_TYPES, DURATION_UNITS as UNITS, LEVELS as FEED_LEVELS, MOMENTS } from '../schema/schema-words.js';

// What EDU-DEX calls what a feed says. Each list has all words of the feed, so that a new one needs its answer here.

export const PROGRAM_TYPES: Readonly<Record<string, string>> = {
  course: 'regular',
  'educational program': 'educational',
  opleiding: 'educational',
  seminar: 'conference',
  event: 'conference',
  training: 'training',
  workshop: 'workshop',
  video: 'self study',
  book: 'document',
  webinar: 'webinar',
  test: 'exam',
  coaching: 'coaching',
  treatment: 'coaching',
} satisfies Record<(typeof COURSE_TYPES)[number], string>;

/** What isn't here has no level there. */
export const LEVELS: Readonly<Record<string, string>> = {
  MBO: 'mbo',
  'MBO+': 'mbo+',
  HBO: 'hbo',
  'HBO+': 'post-hbo',
  VMBO: 'vmbo',
  'VMBO+': 'vmbo',
  WO: 'wo',
  Bachelor: 'bachelor',
  Master: 'master',
  MBA: 'master',
  PhD: 'PhD',
  'Associate Degree': 'associate',
  Unknown: 'none',
} satisfies Partial<Record<(typeof FEED_LEVELS)[number], string>>;

/** What a course of this level leads to. */
export const DEGREES: Readonly<Record<string, string>> = { MBA: 'MBA', PhD: 'PhD', 'Associate Degree': 'Ad' };

/** Its unit, and how many of the feed's go into one. */
const DURATION_UNITS: Readonly<Record<string, readonly [string, number]>> = {
  minutes: ['hours', 60],
  hours: ['hours', 1],
  days: ['days', 1],
  weeks: ['weeks', 1],
  months: ['months', 1],
  years: ['years', 1],
} satisfies Record<(typeof UNITS)[number], readonly [string, number]>;

/** EDU-DEX counts in whole hours, days and so on: never less than it takes. */
export function wholeDuration({ value, unit }: Quantity): readonly [string, number] {
  const [target, size] = DURATION_UNITS[unit] ?? ['hours', 1];
  return [target, Math.ceil(Number(value) / size)];
}

export const PARTS_OF_DAY: Readonly<Record<string, string>> = {
  sunday: 'weekend',
  saturday: 'weekend',
  daytime: 'day',
  evening: 'evening',
} satisfies Record<(typeof MOMENTS)[number], string>;

export const PERIODS: Readonly<Record<PricePeriod, string>> = {
  all: 'program',
  yearly: 'year',
  monthly: 'month',
  daily: 'day',
};

export const COST_TYPES: Readonly<Record<AdditionalCostType, string>> = {
  examination: 'examination',
  excursions: 'excursions',
  lunch: 'lunch',
  dinner: 'dinner',
  'registration fee': 'registration fee',
  'study material': 'study material',
  'visa/permit': 'visa/permit',
  coaching: 'coaching',
  accommodation: 'accommodation',
  arrangement: 'accommodation',
  'second accommodation': 'second accommodation',
  other: 'tuition fee',
};
