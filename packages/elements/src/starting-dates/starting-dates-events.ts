import type { StartingDate } from '@enrollkit/core';

/** What `ek-start-change` tells. */
export interface StartChangeDetail {
  readonly productId: string;
  readonly startingDateId: string;
  /** The start as it was published. */
  readonly start: StartingDate;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-start-change': CustomEvent<StartChangeDetail>;
  }
}
