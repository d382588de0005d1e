import type { Instant } from '@enrollkit/core';
import type { HostBackend } from '../base/backend/backend-context.js';
import type { BundleOutcome } from './certificate-bundle-events.js';
import type { MatchingOptions } from './intake/file-matching.js';

/** What a run asks of its element. */
export interface RunHost extends MatchingOptions {
  readonly backend: () => HostBackend | undefined;
  readonly onChange: () => void;
  /** Every file that was given has been looked at. */
  readonly onMatched: () => void;
  /** What would be sent is no more what a person has looked over. */
  readonly onReviewLost: () => void;
  readonly onOutcome: (outcome: BundleOutcome) => void;
  readonly onRest: () => void;
  /** Another window has begun to send this bundle, or has ended. */
  readonly onTurn: () => void;
  readonly now: () => Instant;
}
