import {
  frenchFirst,
  unbrokenDay,
  type CalendarDay,
  type EnrollmentDates,
  type Instant,
  type Locale,
  type Product,
} from '@enrollkit/core';
import { isTextKey, language, text } from './texts/language.js';

/** `25 aug 2026`, or `augustus 2026` when only the month is known. */
export function formatDay(day: CalendarDay, isMonthOnly = false): string {
  return asRead(dayFormat(isMonthOnly).format(noon(day)));
}

/** What `Intl` writes of a day, as people read it. */
const asRead = (written: string): string => frenchFirst(unbrokenDay(written), locale());

/** Not `dateStyle`: German would have it in digits, beside other days in words. */
const SHORT_DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

function dayFormat(isMonthOnly = false): Intl.DateTimeFormat {
  const shape: Intl.DateTimeFormatOptions = isMonthOnly ? { month: 'long', year: 'numeric' } : SHORT_DAY;
  return new Intl.DateTimeFormat(locale(), { ...shape, timeZone: 'UTC' });
}

const noon = (day: CalendarDay): Date => new Date(`${day}T12:00:00Z`);

/** `25 aug 2026 14:05`, where the reader is. */
export function formatMoment(at: Instant): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return asRead(new Intl.DateTimeFormat(locale(), { ...SHORT_DAY, ...time }).format(new Date(at)));
}

/** From when until when somebody takes part: `24 – 25 nov 2026`. */
export function formatPeriod(dates: EnrollmentDates): string {
  if (!dates.startDate) return text('noDates');
  if (!dates.endDate) return `${formatDay(dates.startDate, dates.startDateIsMonthOnly)}, ${text('noEndDate')}`;
  if (Boolean(dates.startDateIsMonthOnly) === Boolean(dates.endDateIsMonthOnly)) {
    const range = dayFormat(dates.startDateIsMonthOnly).formatRange(noon(dates.startDate), noon(dates.endDate));
    // Languages differ in the space around the dash; the kit has one.
    return asRead(range.replace(/\s*–\s*/, ' – '));
  }
  const start = formatDay(dates.startDate, dates.startDateIsMonthOnly);
  const end = formatDay(dates.endDate, dates.endDateIsMonthOnly);
  return start === end ? start : `${start} – ${end}`;
}

/** Facts beside each other, of which the next line begins with none of the dots. */
export function joinFacts(...facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join('\u00A0· ');
}

/** `€ 548,79` or `€548.79`. */
export function formatAmount(amountMinor: number, currency = 'EUR'): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amountMinor / 100);
}

/** `1.234`. */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

/** `1 cursus` or `1.234 cursussen`. */
export function formatCount(
  count: number,
  what: 'enrollments' | 'products' | 'trainers' | 'errors' | 'warnings',
): string {
  const isOne = new Intl.PluralRules(locale()).select(count) === 'one';
  return text(isOne ? `count-${what}-one` : `count-${what}`, { count: formatNumber(count) });
}

/** `Training · hbo`. */
export function formatKind({ courseType, level }: Pick<Product, 'courseType' | 'level'>): string {
  const key = `type-${courseType}`;
  const kind = isTextKey(key) ? text(key) : courseType;
  if (!level || level === 'Unknown') return kind;
  const levelKey = `level-${level}`;
  if (isTextKey(levelKey)) return `${kind} · ${text(levelKey)}`;
  // Dutch writes its abbreviations of schools small.
  return `${kind} · ${language() === 'nl' ? level.toLowerCase() : level}`;
}

const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };

function locale(): string {
  return TAGS[language()];
}
