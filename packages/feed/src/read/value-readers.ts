import { isCalendarDay, parseAmount, type CalendarDay, type MinorUnits, type VatTreatment } from '@enrollkit/core';
import { COLON, HYPHEN, isDigit, isDigits, POINT, twoDigits, ZERO } from './digits.js';
import type { FeedFindingCode } from './feed-findings.js';
import { excerpt, ofContent, type Report, type ValueReader } from './value-reader.js';

export type { Report, ValueReader } from './value-reader.js';

/** Any text. */
export const text: ValueReader<string> = ofContent('text', (value) => value);

/** The name of a site. The schema has a list of them, and says that it isn't complete. */
export const site: ValueReader<string> = ofContent('word', (value) => value);

/** An address to mail to. Checking looks at it: the schema's pattern takes nearly anything with an @, but not nothing. */
export const emailAddress: ValueReader<string> = ofContent('word', (value) => value);

/** An amount in cents. Source: domain.md section 3; a comma is a tolerance. */
export const amount: ValueReader<MinorUnits> = (value, report) => {
  const plain = plainAmount(value);
  if (plain >= 0) return plain;
  const withPoint = pointForComma(value, 'amount-comma', report);
  const parsed = parseAmount(withPoint);
  if ('minor' in parsed) {
    if (parsed.rounded) report('amount-rounded', { value: excerpt(value) });
    return parsed.minor;
  }
  const code = parsed.issue.code;
  report(code === 'amount-negative' || code === 'amount-too-large' ? code : 'amount-not-decimal', {
    value: excerpt(value),
  });
  return undefined;
};

/** Nearly every amount: digits, perhaps a point and one or two more. -1 for anything else. */
function plainAmount(value: string): MinorUnits {
  if (value.length > 12) return -1;
  let minor = 0;
  let decimals = -1;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code === POINT && decimals === -1 && at > 0) decimals = 0;
    else if (isDigit(code)) {
      minor = minor * 10 + code - ZERO;
      if (decimals >= 0) decimals += 1;
    } else return -1;
  }
  if (decimals === 2) return minor;
  if (decimals === 1) return minor * 10;
  return decimals === -1 ? minor * 100 : -1;
}

/** A decimal number that isn't money, as digits: `"2.5"`. */
export const decimal: ValueReader<string> = (value, report) => {
  if (value.length <= 40 && isDigits(value, 0, value.length)) return value;
  const number = pointForComma(value, 'number-comma', report);
  // With the signs that `xs:double` allows in front.
  const match = /^(?:\+|-(?=[0.]+$))?(\d*)\.?(\d*)$/.exec(number);
  const [, whole = '', fraction = ''] = match ?? [];
  if (whole + fraction === '' || number.length > 40) {
    report('not-a-number', { value: excerpt(value) });
    return undefined;
  }
  return fraction === '' ? whole : `${whole || '0'}.${fraction}`;
};

/** A count: seats, participants. */
export const wholeNumber: ValueReader<number> = (value, report) => {
  if (value.length <= 9 && isDigits(value, 0, value.length)) return Number(value);
  // Signs and zeros that `xs:integer` allows in front.
  const digits = /^(?:\+|-(?=0+$))?0*(\d{1,9})$/.exec(value)?.[1];
  if (digits !== undefined) return Number(digits);
  report('not-a-whole-number', { value: excerpt(value) });
  return undefined;
};

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['yes', true],
  ['no', false],
]);

/** `true` or `false`; `yes` and `no` are a tolerance. */
export const trueOrFalse: ValueReader<boolean> = ofContent('word', (value, report) => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  const found = BOOLEANS.get(value.toLowerCase());
  if (found === undefined) report('not-true-or-false', { value: excerpt(value) });
  else report('value-spelling', { value: excerpt(value), use: String(found) });
  return found;
});

/** How VAT relates to the amount. `yes` is read from legacy feeds only. Source: P535. */
export const vatTreatment: ValueReader<VatTreatment> = ofContent('word', (value, report) => {
  if (value === 'no') return 'excluded';
  if (value === 'exempt') return 'exempt';
  const lower = value.toLowerCase();
  if (lower === 'yes') {
    report('legacy-vat-included', { value });
    return 'included';
  }
  if (lower !== 'no' && lower !== 'exempt') {
    report('unknown-value', { value: excerpt(value) });
    return undefined;
  }
  report('value-spelling', { value, use: lower });
  return lower === 'no' ? 'excluded' : 'exempt';
});

/** Behind the day of an `xs:date`. */
const TIME_ZONE = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

/** A calendar day. The time zone that `xs:date` allows behind it is dropped: a start is a day, not a moment. */
export const calendarDay: ValueReader<CalendarDay> = (value, report) => {
  if (isPlainDay(value)) return value;
  const day = value.replace(TIME_ZONE, '');
  // The schema's calendar goes from the year 1 back to -1.
  if (isCalendarDay(day) && !day.startsWith('0000')) return day;
  report('not-a-date', { value: excerpt(value) });
  return undefined;
};

/** A day of our time that every month has, and no time zone. */
function isPlainDay(value: string): boolean {
  if (value.length !== 10 || value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false;
  if (!isDigits(value, 0, 4) || !isDigits(value, 5, 7) || !isDigits(value, 8, 10)) return false;
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  return value.charCodeAt(0) > ZERO && month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

/** A time of day as `hh:mm`. `8:00` and `08:00:00` are tolerances. */
export const timeOfDay: ValueReader<string> = ofContent('text', (value, report) => {
  if (isPlainTime(value)) return value;
  const match = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(value);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) {
    report('not-a-time', { value: excerpt(value) });
    return undefined;
  }
  const time = `${match[1]?.padStart(2, '0')}:${match[2]}`;
  report('time-spelling', { value, use: time });
  return time;
});

function isPlainTime(value: string): boolean {
  if (value.length !== 5 || value.charCodeAt(2) !== COLON) return false;
  if (!isDigits(value, 0, 2) || !isDigits(value, 3, 5)) return false;
  return twoDigits(value, 0) <= 23 && twoDigits(value, 3) <= 59;
}

/** An ISO 639-1 code. */
export const language: ValueReader<string> = (value, report) => {
  if (isTwoLetters(value)) return value;
  const lower = value.toLowerCase();
  if (isTwoLetters(lower)) {
    report('value-spelling', { value, use: lower });
    return lower;
  }
  report('unknown-value', { value: excerpt(value) });
  return value;
};

function isTwoLetters(value: string): boolean {
  return value.length === 2 && isLetter(value.charCodeAt(0)) && isLetter(value.charCodeAt(1));
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function pointForComma(value: string, code: FeedFindingCode, report: Report): string {
  if (!/^\d+,\d+$/.test(value)) return value;
  const use = value.replace(',', '.');
  report(code, { value: excerpt(value), use: excerpt(use) });
  return use;
}
