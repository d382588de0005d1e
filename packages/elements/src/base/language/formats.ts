import { formatMinor, unbrokenDay, type CalendarDay, type Instant, type MinorUnits } from '@enrollkit/core';

// Making an Intl formatter costs far more than using one: a list of a hundred elements shares them.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(withRegion(locale), options);
  dateFormats.set(key, format);
  return format;
}

const MONTH: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
const DAY: Intl.DateTimeFormatOptions = { ...MONTH, day: 'numeric' };
/** `25 aug 2026`, in a table. Not a `dateStyle`: German would have it in digits, beside other days in words. */
export const SHORT_DAY: Intl.DateTimeFormatOptions = { ...DAY, month: 'short' };

/** `NaN` for what is no day. Formatted in UTC too, a day stays the same one everywhere. */
function utcMs(day: CalendarDay): number {
  return Date.parse(`${day}T00:00Z`);
}

/** Plain `en` is written the European way (25 August 2026); `en-US` keeps its own order. */
export function withRegion(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

const timeZones = new Map<string, boolean>();

/** Whether `Intl` knows a time zone. Asked once for each: finding out makes a formatter. */
export function isTimeZone(name: string): boolean {
  let isKnown = timeZones.get(name);
  if (isKnown === undefined) {
    try {
      isKnown = Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      isKnown = false;
    }
    timeZones.set(name, isKnown);
  }
  return isKnown;
}

/** `2026-08-25` as `25 augustus 2026`; month-only as `augustus 2026`. An unreadable day stays as it is. */
export function formatDay(
  day: CalendarDay,
  locale: string,
  monthOnly = false,
  options = monthOnly ? MONTH : DAY,
): string {
  const ms = utcMs(day);
  return Number.isNaN(ms) ? day : written(dateFormat(locale, options).formatToParts(ms), locale);
}

/**
 * What `Intl` leaves out. Years have four digits: a 26 that is the year 26 must not look like 2026. And the first of a month
 * is an ordinal in French.
 */
function written(parts: readonly Intl.DateTimeFormatPart[], locale: string): string {
  const words = parts.map(({ type, value }) => {
    if (type === 'year') return value.padStart(4, '0');
    return type === 'day' && value === '1' && locale.startsWith('fr') ? '1er' : value;
  });
  return unbrokenDay(words.join(''));
}

/** `2027-01-19` to `2027-01-20` as `19 – 20 januari 2027`: nothing is said twice. */
export function formatDays(
  first: CalendarDay,
  last: CalendarDay,
  locale: string,
  monthOnly = false,
  options = monthOnly ? MONTH : DAY,
): string {
  const [from, to] = [utcMs(first), utcMs(last)];
  if (Number.isNaN(from) || Number.isNaN(to)) return `${first} – ${last}`;
  // Locales differ in the space around the dash, and browsers with them.
  return written(dateFormat(locale, options).formatRangeToParts(from, to), locale).replace(/\s*–\s*/, ' – ');
}

/** `2027-01-19` as `dinsdag`. */
export function formatWeekday(day: CalendarDay, locale: string): string {
  const ms = utcMs(day);
  return Number.isNaN(ms) ? day : dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(ms);
}

/** The day of a moment in a time zone: `25 aug 2026`, long `25 augustus 2026`. An unreadable moment stays as it is. */
export function formatInstant(
  at: Instant,
  locale: string,
  timeZone: string,
  month: 'short' | 'long' = 'short',
): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : written(dateFormat(locale, { ...DAY, month, timeZone }).formatToParts(ms), locale);
}

/** `54879` as `€ 548,79`. Exact: the digits are handed over as text, never as a fraction. */
export function formatMoney(amountMinor: MinorUnits, currency: string, locale: string): string {
  return formatDigits(formatMinor(amountMinor), locale, { style: 'currency', currency });
}

/** `1234.5` as `1.234,5`, or as `1.234,50` with at least two decimals. */
export function formatDecimal(digits: string, locale: string, minDecimals = 0): string {
  return formatDigits(digits, locale, { minimumFractionDigits: minDecimals, maximumFractionDigits: 6 });
}

/** `12.5` as `12,5%`, with a space before the sign where the language has one. */
export function formatPercent(digits: string, locale: string): string {
  return formatDigits(digits, locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 6 });
}

function formatDigits(digits: string, locale: string, options: Intl.NumberFormatOptions): string {
  const key = locale + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(withRegion(locale), options);
  numberFormats.set(key, format);
  return unbroken(format.format(digits as Intl.StringNumericLiteral));
}

/** A number and its unit stay on one line. Languages write different spaces between them, some of which break. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** `1258291` as `1,2 MB`, counted in thousands as file managers do. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  const value = bytes === 0 ? 0 : Math.max(0.1, bytes / size);
  const format = new Intl.NumberFormat(withRegion(locale), {
    style: 'unit',
    unit: unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
  return unbroken(format.format(value));
}

/** `2.5` `days` as `2,5 dagen`. A unit that `Intl` doesn't know stays as it is. */
export function formatQuantity(value: string, unit: string, locale: string): string {
  const singular = unit.replace(/s$/, '');
  try {
    return formatDigits(value, locale, { style: 'unit', unit: singular, unitDisplay: 'long' });
  } catch {
    return unbroken(`${value} ${unit}`);
  }
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** `en` as `Engels`. What is no language stays as it is. */
export function formatLanguage(language: string, locale: string): string {
  const names = languageNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
  languageNames.set(locale, names);
  try {
    const name = names.of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return language;
  }
}
