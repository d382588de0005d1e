import type { Issue, PriceIssueCode } from '@enrollkit/core';
import type { CheckFindingCode } from '../findings/check-findings.js';
import type { FindingCode } from '../findings/feed-finding.js';
import type { FindingParams } from '../findings/finding-params.js';
import type { StructureFindingCode, ValueFindingCode } from '../findings/feed-findings.js';
import type { Formats } from './formats.js';

/** What is wrong, with its values, and what to write instead. */
export type Sentence<Params> = (params: Params, formats: Formats) => string;

/**
 * What is said about one kind of finding: what findings of it are called, and a sentence; or where there is a `problem` among
 * its values, a sentence for each that there can be. A problem that nobody has a sentence for doesn't compile.
 */
export type FindingWords<Params> = { readonly title: string } & (Params extends { readonly problem: infer Problem }
  ? { readonly sentences: Readonly<Record<Problem & string, Sentence<Params>>> }
  : { readonly sentence: Sentence<Params> });

type WordsOf<Code extends FindingCode> = { readonly [Each in Code]: FindingWords<FindingParams[Each]> };
export type ReadingTerms = WordsOf<StructureFindingCode>;
export type ValueTerms = WordsOf<Exclude<ValueFindingCode, PriceIssueCode>>;
export type PriceTerms = WordsOf<PriceIssueCode>;
export type CheckTerms = WordsOf<CheckFindingCode>;

/** Everything the checking of feeds says, in one language. A missing sentence is a compile error. */
export interface FeedTerms {
  /** For amounts, days and numbers. */
  readonly locale: string;
  readonly findings: ReadingTerms & ValueTerms & PriceTerms & CheckTerms;
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
