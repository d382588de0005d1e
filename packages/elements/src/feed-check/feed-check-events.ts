import type { FeedDifference, FeedInput, FeedSummary } from './feed-checker.js';

/** Before a feed that a person gave is checked; `preventDefault()` leaves it. */
export interface FeedAcceptDetail {
  readonly name: string;
  /** Absent for an address: it isn't fetched yet. */
  readonly content?: FeedInput;
  readonly address?: string;
}

/** A feed was checked, to its end or as far as it could be read. */
export interface FeedCheckedDetail {
  readonly name: string;
  /** What was checked, for a page that goes on with it. */
  readonly content: FeedInput;
  readonly strict: boolean;
  readonly summary: FeedSummary;
}

/** A feed could not be checked. `code` is one of the element's own, as `too-large` or `unreachable`. */
export interface FeedErrorDetail {
  readonly name: string | undefined;
  readonly code: string;
}

export interface FeedComparedDetail {
  readonly name: string;
  readonly difference: FeedDifference;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-feed-accept': CustomEvent<FeedAcceptDetail>;
    'ek-feed-checked': CustomEvent<FeedCheckedDetail>;
    'ek-feed-error': CustomEvent<FeedErrorDetail>;
    'ek-feed-compared': CustomEvent<FeedComparedDetail>;
  }
}
