import type { Issue, PriceIssueCode } from '@enrollkit/core';
import type { CheckFindingCode } from '../check/check-findings.js';
import type { FindingCode } from '../check/feed-finding.js';
import type { FindingParams } from '../check/finding-params.js';
import type { FeedFindingCode } from '../read/feed-findings.js';
import type { Formats } from './formats.js';

/** What is said about one kind of finding. */
export interface FindingWords<Params> {
  /** What findings of this kind are called. */
  readonly title: string;
  /** What is wrong, with its values, and what to write instead. */
  readonly sentence: (params: Params, formats: Formats) => string;
}

type WordsOf<Code extends FindingCode> = { readonly [Each in Code]: FindingWords<FindingParams[Each]> };
export type ReadingTerms = WordsOf<Exclude<FeedFindingCode, PriceIssueCode>>;
export type PriceTerms = WordsOf<PriceIssueCode>;
export type CheckTerms = WordsOf<CheckFindingCode>;

/** Everything the checking of feeds says, in one language. A missing sentence is a compile error. */
export interface FeedTerms {
  /** For amounts, days and numbers. */
  readonly locale: string;
  readonly findings: ReadingTerms & PriceTerms & CheckTerms;
  readonly severities: Readonly<Record<Issue['severity'], string>>;
  /** Titles of the columns of findings as CSV. */
  readonly columns: Readonly<Record<FindingColumn, string>>;
}

/** The columns of findings as CSV, in their order. */
export const FINDING_COLUMNS = [
  'severity',
  'code',
  'line',
  'column',
  'productId',
  'productName',
  'path',
  'sentence',
] as const;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];
