import { formatMinor, parseAmount, type MinorUnits } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import { isDigit, POINT, ZERO } from './digits.js';
import type { ValueReader } from './value-reader.js';

/** Three digits behind the only separator: a thousand and so many, or so much and a fraction. `0.125` is no thousand. */
const DOUBTFUL = /^([1-9]\d{0,2})[.,](\d{3})$/;
/** With thousands set apart, by which sign and how often makes it certain; or with one comma for the point. */
const GROUPED = /^([1-9]\d{0,2})(?:([.,'\u2019 \u00a0\u202f])(\d{3}(?:\2\d{3})*))(?:([.,])(\d{1,2}|-|\u2013))?$/;
const COMMA = /^(\d*),(\d+)$/;
/** A currency, and the dash that stands for no cents. */
const SIGNS = /^(?:\u20ac|EUR)\s*|\s*(?:\u20ac|EUR|euro)$/gi;
const NO_CENTS = /[.,](?:[-\u2013\u2014\u2212]{1,2}|=)$/;
/** More than anybody writes for an amount: a text of a megabyte isn't looked at again and again. */
const LONGEST = 40;

/** An amount in cents. Source: domain.md section 3; how people write amounts is a tolerance where it is certain. */
export const amount: ValueReader<MinorUnits> = (value, report) => {
  const plain = plainAmount(value);
  if (plain >= 0) return plain;
  const meant = value.length <= LONGEST ? withoutSigns(value) : value;
  const doubtful = DOUBTFUL.exec(meant);
  if (doubtful) {
    const [, whole = '', digits = ''] = doubtful;
    report('amount-doubtful', {
      value: excerpt(value),
      thousands: `${whole}${digits}.00`,
      decimals: inCents(`${whole}.${digits}`),
    });
    return undefined;
  }
  const decimalPoint = withDecimalPoint(meant);
  const parsed = parseAmount(decimalPoint);
  if (!('minor' in parsed)) {
    const { code } = parsed.issue;
    report(code === 'amount-negative' || code === 'amount-too-large' ? code : 'amount-not-decimal', {
      value: excerpt(value),
    });
    return undefined;
  }
  const use = formatMinor(parsed.minor);
  if (parsed.rounded) report('amount-rounded', { value: excerpt(value), use });
  if (COMMA.test(value)) report('amount-comma', { value: excerpt(value), use: value.replace(',', '.') });
  else if (decimalPoint !== value && !parsed.rounded) report('amount-spelling', { value: excerpt(value), use });
  return parsed.minor;
};

function withoutSigns(value: string): string {
  return value.replace(SIGNS, '').replace(NO_CENTS, '');
}

/** `1.250,50` as `1250.50`. What is no amount stays as it is. */
function withDecimalPoint(value: string): string {
  const comma = COMMA.exec(value);
  if (comma) return `${comma[1]}.${comma[2]}`;
  const grouped = GROUPED.exec(value);
  if (!grouped) return value;
  const [, first = '', separator = '', rest = '', point, cents = ''] = grouped;
  if (point === separator) return value;
  const whole = first + rest.replaceAll(separator, '');
  return /^\d/.test(cents) ? `${whole}.${cents}` : whole;
}

function inCents(text: string): string {
  const parsed = parseAmount(text);
  return 'minor' in parsed ? formatMinor(parsed.minor) : text;
}

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
