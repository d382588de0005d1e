import type { Issue } from '../issue.js';
import type { MinorUnits } from './priced-product.js';
import { priceIssue } from './price-issue.js';

/** An amount in cents, or why the text isn't one. */
export type ParsedAmount =
  | { readonly minor: MinorUnits; /** Whether digits after the cents were rounded off. */ readonly rounded: boolean }
  | { readonly issue: Issue };

const DECIMAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;
/** 2^53 has sixteen digits: a longer number can't be a safe integer, and need not be read to know that. */
const MOST_DIGITS = 16;

/**
 * Reads an amount in euro, written as `xs:decimal` (point, no exponent, no grouping), exactly: half-up on the third
 * decimal, without a float in between. White space around it is ignored. Never throws.
 *
 * Issues: `amount-not-decimal`, `amount-negative`, `amount-too-large`; `path` becomes theirs.
 * Source: Dutch tax practice for the rounding, the product schema for the spelling.
 *
 * @example
 * parseAmount('83.79') // { minor: 8379, rounded: false }
 * parseAmount('1.005') // { minor: 101, rounded: true }
 */
export function parseAmount(text: string, path = ''): ParsedAmount {
  const trimmed = text.trim();
  const match = DECIMAL.exec(trimmed);
  if (!match) return { issue: priceIssue('amount-not-decimal', path, { text: shorten(trimmed) }) };

  const [, sign, whole = '', fraction = match[4] ?? ''] = match;
  const digits = (whole + fraction.slice(0, 2).padEnd(2, '0')).replace(/^0+(?=\d)/, '');
  const roundUp = (fraction[2] ?? '0') >= '5';
  const minor = digits.length > MOST_DIGITS ? Infinity : Number(digits) + (roundUp ? 1 : 0);

  if (sign === '-' && /[1-9]/.test(whole + fraction)) {
    return { issue: priceIssue('amount-negative', path, { text: shorten(trimmed) }) };
  }
  if (!Number.isSafeInteger(minor)) {
    return { issue: priceIssue('amount-too-large', path, { text: shorten(trimmed) }) };
  }
  return { minor, rounded: /[1-9]/.test(fraction.slice(2)) };
}

/** A megabyte of digits has no place in a sentence. */
function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
