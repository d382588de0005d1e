export { readProducts } from './read/read-products.js';
export { locateField } from './read/locate-field.js';
export { FEED_FINDINGS, type FeedFindingCode } from './read/feed-findings.js';
export {
  DEFAULT_READ_LIMITS,
  type FeedEntry,
  type FeedIssue,
  type FeedPosition,
  type FeedSource,
  type ReadLimits,
  type ReadProductsOptions,
  type ReadProgress,
} from './read/feed-entry.js';
export { checkProducts } from './check/check-products.js';
export { CHECK_FINDINGS, type CheckFindingCode } from './check/check-findings.js';
export type { CheckedEntry, CheckOptions, CheckSummary } from './check/checked-entry.js';
export type { CheckMode, FeedFinding, FindingCode } from './check/feed-finding.js';
