import { isCalendarDay, parseAmount, type CalendarDay, type MinorUnits, type VatTreatment } from '@enrollkit/core';
import type { FeedFindingCode } from './feed-findings.js';

/** Tells what is odd about the element being read, or about `path` in it. Its place is known to whoever hands this in. */
export type Report = (code: FeedFindingCode, params?: Readonly<Record<string, string | number>>, path?: string) => void;

/** Reads the trimmed, non-empty text of one element. `undefined`: it isn't a value, and that has been reported. */
export type ValueReader<Value> = (text: string, report: Report) => Value | undefined;

/** The start of a text that is too long to repeat in a finding. */
function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export const text: ValueReader<string> = (value) => value;

const PLAIN_AMOUNT = /^\d{1,9}(?:\.\d{1,2})?$/;

/** An amount in cents. Source: domain.md section 3; a comma is a tolerance. */
export const amount: ValueReader<MinorUnits> = (value, report) => {
  // Nearly every amount, exactly: a product of these digits is a whole number but for an error far below a half.
  if (PLAIN_AMOUNT.test(value)) return Math.round(Number(value) * 100);
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

/** A decimal number that isn't money, as digits: `"2.5"`. */
export const decimal: ValueReader<string> = (value, report) => {
  const number = pointForComma(value, 'number-comma', report);
  const match = /^(\d*)\.?(\d*)$/.exec(number);
  if (!match || number === '.' || number.length > 40) {
    report('not-a-number', { value: excerpt(value) });
    return undefined;
  }
  const [, whole = '', fraction = ''] = match;
  return fraction === '' ? whole : `${whole || '0'}.${fraction}`;
};

const WHOLE_NUMBER = /^\d{1,9}$/;

/** A count: seats, participants. */
export const wholeNumber: ValueReader<number> = (value, report) => {
  if (WHOLE_NUMBER.test(value)) return Number(value);
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
export const trueOrFalse: ValueReader<boolean> = (value, report) => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  const found = BOOLEANS.get(value.toLowerCase());
  if (found === undefined) report('not-true-or-false', { value: excerpt(value) });
  else report('value-spelling', { value: excerpt(value), use: String(found) });
  return found;
};

/** How VAT relates to the amount. `yes` is read from legacy feeds only. Source: P535. */
export const vatTreatment: ValueReader<VatTreatment> = (value, report) => {
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
};

/** A day that every month has, and no time zone. */
const PLAIN_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** A calendar day. The time zone that `xs:date` allows behind it is dropped: a start is a day, not a moment. */
export const calendarDay: ValueReader<CalendarDay> = (value, report) => {
  if (PLAIN_DAY.test(value)) return value;
  const day = value.replace(/(?:Z|[+-]\d\d:\d\d)$/, '');
  if (isCalendarDay(day)) return day;
  report('not-a-date', { value: excerpt(value) });
  return undefined;
};

const PLAIN_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of day as `hh:mm`. `8:00` and `08:00:00` are tolerances. */
export const timeOfDay: ValueReader<string> = (value, report) => {
  if (PLAIN_TIME.test(value)) return value;
  const match = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(value);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) {
    report('not-a-time', { value: excerpt(value) });
    return undefined;
  }
  const time = `${match[1]?.padStart(2, '0')}:${match[2]}`;
  if (time !== value) report('time-spelling', { value, use: time });
  return time;
};

/** An ISO 639-1 code. */
export const language: ValueReader<string> = (value, report) => {
  if (/^[a-z]{2}$/.test(value)) return value;
  const lower = value.toLowerCase();
  if (/^[a-z]{2}$/.test(lower)) {
    report('value-spelling', { value, use: lower });
    return lower;
  }
  report('unknown-value', { value: excerpt(value) });
  return value;
};

/** A word of a closed list, and the spellings that real feeds use for some of them. Another word isn't a value. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  spellings: Readonly<Record<string, Word>> = {},
): ValueReader<Word> {
  const find = wordFinder(words, spellings);
  return (value, report) => {
    const word = find(value, report);
    if (word === undefined) report('unknown-value', { value: excerpt(value) });
    return word;
  };
}

/** A word that should be in a list, and is kept as it is when it isn't: `code` says how bad that is. */
export function preferably(
  words: readonly string[],
  code: 'unknown-value' | 'unlisted-value',
  spellings: Readonly<Record<string, string>> = {},
): ValueReader<string> {
  const find = wordFinder(words, spellings);
  return (value, report) => {
    const word = find(value, report);
    if (word === undefined) report(code, { value: excerpt(value) });
    return word ?? value;
  };
}

function wordFinder<Word extends string>(
  words: readonly Word[],
  spellings: Readonly<Record<string, Word>>,
): (value: string, report: Report) => Word | undefined {
  const exact = new Map<string, Word>(words.map((word) => [word, word]));
  const tolerated = new Map<string, Word>([
    ...words.map((word) => [word.toLowerCase(), word] as const),
    ...Object.entries(spellings),
  ]);
  return (value, report) => {
    const word = exact.get(value);
    if (word !== undefined) return word;
    const meant = tolerated.get(value.toLowerCase());
    if (meant !== undefined) report('value-spelling', { value, use: meant });
    return meant;
  };
}

function pointForComma(value: string, code: FeedFindingCode, report: Report): string {
  if (!/^\d+,\d+$/.test(value)) return value;
  const use = value.replace(',', '.');
  report(code, { value: excerpt(value), use: excerpt(use) });
  return use;
}
