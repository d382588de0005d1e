import { PRICE_ISSUES, type Issue, type PriceIssueCode } from '@enrollkit/core';
import { FEED_FINDINGS, type FeedFindingCode } from '../findings/feed-findings.js';

/** An issue about a product or trainer that is written. An `error` says why it can't be. */
export interface WriteIssue extends Issue {
  readonly code: FeedFindingCode | PriceIssueCode;
}

/** One issue, with the severity that it has for an importer. */
export function writeIssue(code: WriteIssue['code'], path: string, params: Issue['params']): WriteIssue {
  // Some codes are in both tables, and mean the same: an amount that is negative.
  const severity =
    code in FEED_FINDINGS ? FEED_FINDINGS[code as FeedFindingCode].severity : PRICE_ISSUES[code as PriceIssueCode];
  return { code, severity, path, params };
}
