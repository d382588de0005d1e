import { parseAmount, type MinorUnits } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import { isDigit, POINT, ZERO } from './digits.js';
import { pointForComma } from './number-readers.js';
import type { ValueReader } from './value-reader.js';

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
