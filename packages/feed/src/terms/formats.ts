import { formatMinor, frenchFirst, unbrokenDay, type MinorUnits } from '@enrollkit/core';

/** Writes values the way a language does. */
export interface Formats {
  /** Cents as `€ 548,79`. */
  readonly money: (amountMinor: MinorUnits) => string;
  /** `2026-08-25` as `25 augustus 2026`, `2026-08` as `augustus 2026`. */
  readonly day: (day: string) => string;
  /** `1234` as `1.234`. */
  readonly number: (value: number) => string;
  /** Between the columns of a CSV file: Excel takes a semicolon where a comma stands before decimals. */
  readonly separator: ',' | ';';
}

const known = new Map<string, Formats>();

/** The formats of a locale. Making them takes far longer than using them, so that is done once. */
export function formatsFor(locale: string): Formats {
  const formats = known.get(locale) ?? makeFormats(locale === 'en' ? 'en-GB' : locale);
  known.set(locale, formats);
  return formats;
}

function makeFormats(locale: string): Formats {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const number = new Intl.NumberFormat(locale);
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
  return {
    // Digits as text: an amount is never a fraction on its way.
    money: (amountMinor) => money.format(formatMinor(amountMinor) as Intl.StringNumericLiteral),
    day: (text) => {
      const written = (text.length === 'yyyy-mm'.length ? month : day).format(Date.parse(text));
      return frenchFirst(unbrokenDay(written), locale);
    },
    number: (value) => number.format(value),
    separator: number.format(0.5).includes(',') ? ';' : ',',
  };
}
