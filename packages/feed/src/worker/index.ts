export type * from '@enrollkit/core/feed-checker.js';
export { createFeedChecker, type FeedCheckerOptions } from './create-feed-checker.js';
export { connectFeedChecker, type EngineSource } from './connect-feed-checker.js';
export type { CheckRequest, CompareRequest, FeedEngine } from './engine/feed-engine.js';
export { createTrustedWorker } from './engine/trusted-worker.js';
