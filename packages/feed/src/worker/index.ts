export { createFeedChecker, type FeedCheckerOptions } from './create-feed-checker.js';
export { connectFeedChecker, type CheckedFeed, type EngineSource, type FeedChecker } from './connect-feed-checker.js';
export { createTrustedWorker } from './trusted-worker.js';
export type {
  CheckRequest,
  CheckedProduct,
  DescribedFinding,
  DifferenceCounts,
  FeedChange,
  FeedChangeKind,
  FeedEngine,
  FeedInput,
  FeedPage,
  FeedProgress,
  FeedSummary,
  FindingGroup,
  FindingQuery,
  GroupQuery,
  ProductQuery,
  RepairedFeed,
  SourceSnippet,
  WorkOptions,
} from './feed-check-types.js';
