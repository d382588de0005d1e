import type {
  CompareOptions,
  ConvertQuery,
  ConvertReport,
  FeedCheckOptions,
  FeedCheckResult,
  FeedDifference,
  FeedInput,
  FeedSummary,
  RepairedFeed,
  WorkOptions,
} from '@enrollkit/core/feed-checker.js';

/** What is asked of a check, as data that a page can send to its worker. */
export type CheckRequest = Omit<FeedCheckOptions, keyof WorkOptions>;

/** The same of a comparison. */
export type CompareRequest = Omit<CompareOptions, keyof WorkOptions>;

/** The work behind a `FeedChecker`, wherever it runs: in a worker, or in small pieces on the page's own thread. */
export interface FeedEngine extends Omit<
  FeedCheckResult,
  'summary' | 'compare' | 'writeFindings' | 'writeRepaired' | 'convert' | 'close'
> {
  check(source: FeedInput, request: CheckRequest, work: WorkOptions): Promise<FeedSummary>;
  compare(previous: FeedInput, request: CompareRequest, work: WorkOptions): Promise<FeedDifference>;
  writeFindings(query: { readonly locale: string }, work: WorkOptions): Promise<Blob>;
  writeRepaired(query: { readonly locale: string }, work: WorkOptions): Promise<RepairedFeed>;
  convert(query: ConvertQuery, work: WorkOptions): Promise<ConvertReport>;
}
