import type { StartPlan, StartPlanOptions } from '../../product/plan-start-cancellations.js';
import type { StoredProduct } from '../../product/product.js';
import type { ReadOptions, VersionedWriteOptions } from '../../call-options.js';

/** Starts that are cancelled when too few people enroll. */
export interface StartPort {
  /** What is to happen today to the starts of a product: see `planStartCancellations`. */
  planStarts(productId: string, options: PlanStartsOptions): Promise<readonly StartPlan[]>;
  /**
   * Says that a start will be cancelled unless it reaches its minimum. Rejects with `invalid`: `unknown-starting-date`,
   * `minimum-reached`, `start-guaranteed`, `product-deleted`. Announcing again changes nothing.
   */
  announceCancellation(
    productId: string,
    startingDateId: string,
    options?: VersionedWriteOptions,
  ): Promise<StoredProduct>;
  /** Takes the announcement back. An enrollment that makes a start reach its minimum does so as well. */
  withdrawCancellation(
    productId: string,
    startingDateId: string,
    options?: VersionedWriteOptions,
  ): Promise<StoredProduct>;
  /**
   * Cancels a start and its enrollments, whose histories say why. Final; cancelling again changes nothing. Rejects as
   * `announceCancellation` does, and with `cancellation-not-announced`.
   */
  cancelStart(productId: string, startingDateId: string, options?: VersionedWriteOptions): Promise<StoredProduct>;
}

export interface PlanStartsOptions extends Pick<StartPlanOptions, 'deadlineDays' | 'noticeDays'>, ReadOptions {}
