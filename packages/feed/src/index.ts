export { usualBudget, type WorkBudget } from './read/work-budget.js';
export { readProducts } from './read/read-products.js';
export { readTrainers } from './read/read-trainers.js';
export { locateField } from './read/locate-field.js';
export { FEED_FINDINGS, type FeedFindingCode } from './findings/feed-findings.js';
export { DEFAULT_READ_LIMITS, type ReadLimits } from './read/read-limits.js';
export { type FeedEntry, type ReadProductsOptions, type ReadProgress, type TrainerEntry } from './read/feed-entry.js';
export { type FeedIssue, type FeedPosition } from './findings/feed-issue.js';
export { type FeedSource } from './bytes/read-source.js';
export { checkOrganisations } from './check/fields/check-points.js';
export { checkProducts } from './check/check-products.js';
export { checkTrainers } from './check/check-trainers.js';
export { findingsToCsv, type CsvOptions, type EntryWithFindings } from './check/findings-to-csv.js';
export { CHECK_FINDINGS, type CheckFindingCode } from './findings/check-findings.js';
export type {
  CheckedEntry,
  CheckedTrainer,
  CheckOptions,
  CheckSummary,
  TrainerCheckOptions,
  TrainerCheckSummary,
} from './check/checked-entry.js';
export { findingSeverity, type CheckMode, type FeedFinding, type FindingCode } from './findings/feed-finding.js';
export type { FindingParams } from './findings/finding-params.js';
export { describeFinding, findingTitle } from './terms/describe-finding.js';
export type { FeedTerms } from './terms/feed-terms.js';
export { writeProducts } from './write/write-products.js';
export { writeTrainers } from './write/write-trainers.js';
export { formatFeed, formatTrainerFeed, type FormatSummary, type Loss } from './write/format-feed.js';
export type { WriteOptions } from './write/write-feed.js';
export type { WriteIssue } from './write/write-issue.js';
export type { LeftOut, WriteSummary } from './write/write-summary.js';
export { compareProducts } from './plan/compare/compare-products.js';
export {
  compareWithIndex,
  startComparison,
  type FeedComparison,
  type FeedDifference,
  type NamedProduct,
  type UpdatedProduct,
} from './plan/compare/compare-with-index.js';
export { indexFeed, type CompareFeedOptions, type FeedIndex } from './plan/compare/feed-index.js';
export { planImport } from './plan/plan-import.js';
export { applyImport } from './plan/apply/apply-import.js';
export { connectImportTarget, serveImportTarget, type TargetPort } from './plan/apply/port-target.js';
export type {
  ApplyImportOptions,
  ImportProgress,
  ImportTarget,
  PlanImportOptions,
} from './plan/apply/import-target.js';
