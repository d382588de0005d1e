import type { CalendarDay, Instant, MinorUnits } from '@enrollkit/core';

// Making an Intl formatter costs far more than using one: a list of a hundred elements shares them.
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(withRegion(locale), options);
  dateFormats.set(key, format);
  return format;
}

/** Plain `en` is written the European way (25 August 2026); `en-US` keeps its own order. */
function withRegion(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** `2026-08-25` as `25 augustus 2026`; month-only as `augustus 2026`. */
export function formatDay(day: CalendarDay, locale: string, monthOnly = false): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return dateFormat(locale, monthOnly ? options : { ...options, day: 'numeric' }).format(new Date(`${day}T00:00Z`));
}

/** The day of a moment in a time zone, as `25 aug 2026`. */
export function formatInstant(at: Instant, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(at));
}

/** `54879` as `€ 548,79`. Exact up to 2^53 cents. */
export function formatMoney(amountMinor: MinorUnits, currency: string, locale: string): string {
  return new Intl.NumberFormat(withRegion(locale), { style: 'currency', currency }).format(amountMinor / 100);
}

/** `1258291` as `1,2 MB`, counted in thousands as file managers do. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  const value = bytes === 0 ? 0 : Math.max(0.1, bytes / (size as number));
  return new Intl.NumberFormat(withRegion(locale), {
    style: 'unit',
    unit: unit as string,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
