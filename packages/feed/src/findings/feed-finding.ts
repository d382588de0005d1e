import { PRICE_ISSUES, type Issue, type PriceIssueCode } from '@enrollkit/core';
import type { FeedPosition } from './feed-issue.js';
import { FEED_FINDINGS, type FeedFindingCode } from './feed-findings.js';
import { CHECK_FINDINGS, type CheckFindingCode } from './check-findings.js';

/** How a feed is judged: as an importer takes it, or as the schema does. */
export type CheckMode = 'tolerant' | 'strict';

/** Every code a finding can have: of reading, of checking, of core's price calculation. */
export type FindingCode = FeedFindingCode | CheckFindingCode | PriceIssueCode;

/** Something that a provider should know about a feed, with its exact place. The sentence is with the terms. */
export interface FeedFinding extends Issue, FeedPosition {
  readonly code: FindingCode;
  readonly line: number;
}

const SEVERITIES: Readonly<Record<string, Readonly<Record<CheckMode, Issue['severity']>>>> = {
  ...Object.fromEntries(
    Object.entries(PRICE_ISSUES).map(([code, severity]) => [code, { tolerant: severity, strict: severity }]),
  ),
  ...Object.fromEntries(
    [...Object.entries(FEED_FINDINGS), ...Object.entries(CHECK_FINDINGS)].map(([code, { severity, strict }]) => [
      code,
      { tolerant: severity, strict },
    ]),
  ),
};

/** How bad a finding is in a mode: the tables of reading, checking and prices in one. */
export function findingSeverity(code: FindingCode, mode: CheckMode): Issue['severity'] {
  return SEVERITIES[code]?.[mode] ?? 'error';
}

const LOSING: ReadonlySet<string> = new Set(
  Object.entries({ ...FEED_FINDINGS, ...CHECK_FINDINGS }).flatMap(([code, finding]) =>
    'loses' in finding ? [code] : [],
  ),
);

/** Whether something that the feed says isn't read, so that writing it anew loses that. */
export function losesSomething(code: FindingCode): boolean {
  return LOSING.has(code);
}
