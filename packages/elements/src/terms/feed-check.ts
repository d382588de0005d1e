import type { ProductField } from '@enrollkit/core';
import type { FeedKind } from '@enrollkit/core/feed-checker.js';

/** A number, and the same as it is written. */
export interface Counted {
  readonly count: number;
  readonly text: string;
}

/** Codes of what keeps a feed from being checked at all. */
export type FeedProblemCode =
  | 'not-configured'
  | 'file-is-folder'
  | 'file-empty'
  | 'text-empty'
  | 'too-large'
  | 'unreadable'
  | 'broken-archive'
  | 'not-a-feed'
  | 'bad-address'
  | 'unreachable'
  | 'http-status'
  | 'offline'
  | 'internal';

/** What a sentence about such a problem needs. */
export interface FeedProblemFacts {
  /** `1 GB` */
  readonly maxSize: string;
  /** An HTTP status. */
  readonly status: string;
}

/** What is said of that which a feed is of. */
export interface FeedItemTerms {
  readonly count: (items: Counted) => string;
  readonly checked: (items: Counted) => string;
  readonly errorsNote: string;
  readonly warningsNote: string;
  readonly leftOut: (items: Counted) => string;
  /** One group of findings for each. */
  readonly each: string;
}

/** What `<feed-check>` says. Numbers, sizes and percentages arrive formatted. */
export interface FeedCheckTerms {
  readonly heading: string;
  readonly of: Readonly<Record<FeedKind, FeedItemTerms>>;

  readonly drop: string;
  readonly orChoose: string;
  readonly limits: (maxSize: string) => string;
  readonly staysHere: string;
  readonly otherWays: string;
  readonly text: string;
  readonly checkText: string;
  readonly address: string;
  readonly fetchAddress: string;
  readonly pastedName: string;
  readonly mode: string;
  readonly tolerant: string;
  readonly tolerantNote: string;
  readonly strict: string;
  readonly strictNote: string;

  readonly encoding: string;
  readonly encodingOfFeed: string;

  readonly fetching: (name: string) => string;
  readonly checking: (name: string) => string;
  readonly readOf: (read: string, total: string) => string;
  readonly stop: string;
  readonly stopped: (name: string) => string;
  readonly again: string;

  readonly clean: string;
  readonly found: (errors: Counted, warnings: Counted) => string;
  readonly incomplete: string;
  /** Of what is not even the beginning of a feed. */
  readonly nothingRead: string;
  readonly onPage: string;

  readonly saveFindings: string;
  readonly saveRepaired: string;
  readonly saving: string;
  readonly saved: string;
  readonly lost: (things: Counted) => string;
  readonly saveFailed: string;
  /** Without the ending; `name` is that of the feed. */
  readonly findingsFile: (name: string) => string;
  readonly repairedFile: (name: string) => string;

  readonly findings: string;
  readonly filterFindings: string;
  readonly groupBy: string;
  readonly byKind: string;
  readonly severity: string;
  readonly everySeverity: string;
  readonly onlyErrors: string;
  readonly onlyWarnings: string;
  readonly kind: string;
  readonly everyKind: string;
  readonly search: string;
  readonly noMatch: string;
  readonly clearFilter: string;
  readonly matches: (groups: Counted) => string;
  readonly firstOnly: (findings: string) => string;
  readonly error: string;
  readonly warning: string;
  readonly errors: (errors: Counted) => string;
  readonly warnings: (warnings: Counted) => string;
  readonly place: (line: string, column: string) => string;
  readonly atLine: (line: string) => string;
  readonly productId: (id: string) => string;
  readonly more: string;
  readonly shownOf: (shown: string, total: string) => string;

  readonly prices: string;
  readonly findProduct: string;
  readonly product: string;
  readonly noProduct: string;
  /** When a product has a price that can't be calculated. */
  readonly noPrice: string;

  readonly compare: string;
  readonly compareNote: string;
  readonly dropPrevious: string;
  readonly comparing: (name: string) => string;
  readonly comparedWith: (name: string) => string;
  readonly difference: (create: string, update: string, gone: Counted) => string;
  readonly noDifference: string;
  readonly unchanged: (products: Counted) => string;
  readonly created: (products: string) => string;
  readonly updated: (products: string) => string;
  readonly deleted: (products: string) => string;
  /** What changed in a product, by the names that core gives a product's fields. */
  readonly fields: Readonly<Record<ProductField, string>>;

  readonly neighbours: string;
  readonly neighboursNote: string;
  readonly lookFor: (neighbour: string) => string;
  readonly wouldTake: (neighbour: string, taken: Counted, refused: Counted) => string;

  readonly announceStarted: (name: string) => string;
  readonly problems: Readonly<Record<FeedProblemCode, string | ((facts: FeedProblemFacts) => string)>>;
}
