import { parseAmount } from '@enrollkit/core';
import type { FeedIssue } from '../findings/feed-issue.js';
import type { Draft } from './element-rule.js';

/** Rates of VAT that an amount can be explained by, in tenths of a percent: of today, of before and of neighbours. */
const RATES = [60, 75, 90, 100, 120, 190, 200, 210, 250];

/**
 * Which of the two readings of an amount goes with the other amounts of its product or cost: with VAT at a rate that there
 * is. `undefined` when both do, or neither.
 */
export function amountThatFits({ path, params }: FeedIssue, { amountMinor, vatMinor }: Draft): string | undefined {
  const readings = [params.thousands, params.decimals].filter((each) => typeof each === 'string');
  const fitting = readings.filter((reading) => {
    const minor = minorOf(reading);
    if (path.endsWith('vatMinor')) return isVatOf(minor, amountMinor);
    return path.endsWith('amountMinor') && isVatOf(vatMinor, minor);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isVatOf(vat: unknown, amount: unknown): boolean {
  if (typeof vat !== 'number' || typeof amount !== 'number') return false;
  return vat > 0 && RATES.some((rate) => Math.abs((amount * rate) / 1000 - vat) <= 1);
}

function minorOf(text: string): number | undefined {
  const parsed = parseAmount(text);
  return 'minor' in parsed ? parsed.minor : undefined;
}
