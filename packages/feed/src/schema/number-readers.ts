import { excerpt } from '../findings/excerpt.js';
import type { FeedFindingCode } from '../findings/feed-findings.js';
import { isDigits } from './digits.js';
import type { Report, ValueReader } from './value-reader.js';

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

/** A percentage, of which the sign is no part. */
export const percentage: ValueReader<string> = (value, report) => {
  const number = /^([\d.,]{1,12})\s*%$/.exec(value)?.[1];
  if (number === undefined) return decimal(value, report);
  const read = decimal(number, report);
  if (read !== undefined) report('value-spelling', { value, use: read });
  return read;
};

/** A count: seats, participants. */
export const wholeNumber: ValueReader<number> = (value, report) => {
  if (value.length <= 9 && isDigits(value, 0, value.length)) return Number(value);
  // Signs and zeros that `xs:integer` allows in front.
  const digits = /^(?:\+|-(?=0+$))?0*(\d{1,9})$/.exec(value)?.[1];
  if (digits !== undefined) return Number(digits);
  const whole = /^(\d{1,9})[.,]0{1,2}$/.exec(value)?.[1];
  if (whole !== undefined) {
    report('value-spelling', { value, use: String(Number(whole)) });
    return Number(whole);
  }
  report('not-a-whole-number', { value: excerpt(value) });
  return undefined;
};

/** A number as it should be, when it has one comma and no point. */
function pointForComma(value: string, code: FeedFindingCode, report: Report): string {
  if (!/^\d+,\d+$/.test(value)) return value;
  const use = value.replace(',', '.');
  report(code, { value: excerpt(value), use: excerpt(use) });
  return use;
}
