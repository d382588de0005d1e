import type { Issue, Product, Trainer } from '@enrollkit/core';
import type { FeedFindingCode } from './feed-findings.js';

/** A place in the text of a feed. Lines and columns count from 1; a column counts characters, not bytes. */
export interface FeedPosition {
  readonly line: number;
  readonly column: number;
}

/** Something about a feed that a person should know, with its exact place. Data only, like every {@link Issue}. */
export interface FeedIssue extends Issue, FeedPosition {
  readonly code: FeedFindingCode;
  readonly line: number;
}

/** What is known of anything that was read, whatever the kind of feed. */
export interface EntryPlace extends FeedPosition {
  readonly issues: readonly FeedIssue[];
  /** Line of the end tag, or where reading this product stopped. */
  readonly endLine: number;
  /** Where each field was, packed: ask `locateField`. */
  readonly marks: readonly number[];
  /** Only when the item could not be read: which one it was, as far as that was reached. It is in the feed all the same. */
  readonly id?: string;
}

/** What was read for one `<Product>`, or for a place between products where something is wrong. */
export interface FeedEntry extends EntryPlace {
  /**
   * Absent when the element is malformed, breaks a limit or has no ID. Present does not mean good: a product with an
   * issue of severity `error` is as complete as it could be read, and must not be imported.
   */
  readonly product?: Product;
}

/** What was read for one `<Trainer>`, or for a place between trainers where something is wrong. */
export interface TrainerEntry extends EntryPlace {
  /** Absent when the element is malformed, breaks a limit or has no e-mail address. */
  readonly trainer?: Trainer;
}

/** Bounds on what a feed may make the reader do. Lengths count characters (UTF-16 units) of decoded text. */
export interface ReadLimits {
  /** Elements inside elements. The schema needs 7. */
  readonly depth: number;
  /** Longest text of one element, and longest single piece of markup (comment, tag, CDATA section). */
  readonly textLength: number;
  readonly attributesPerElement: number;
  readonly elementsPerProduct: number;
  readonly productLength: number;
  /** Findings kept per product; the last one then says how many were left out. */
  readonly issuesPerProduct: number;
  readonly products: number;
  /** Unpacked, when the source is packed. */
  readonly bytes: number;
  /** How many times its own size a packed source may unpack to. Feeds unpack to some ten times. */
  readonly unpackedTimes: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  depth: 32,
  textLength: 1_048_576,
  attributesPerElement: 32,
  elementsPerProduct: 50_000,
  productLength: 8_388_608,
  issuesPerProduct: 1_000,
  products: Infinity,
  bytes: Infinity,
  unpackedTimes: 250,
};

export interface ReadProgress {
  /** Bytes read so far, packed ones when the source is packed; characters when it is a string. */
  readonly read: number;
  /** In the same unit. Absent when the source doesn't tell its size. */
  readonly total?: number;
}

export interface ReadProductsOptions {
  readonly limits?: Partial<ReadLimits>;
  /** Stops reading: the iteration throws `aborted`, the source is closed. */
  readonly signal?: AbortSignal;
  /** Called after each piece of the source, about every 64 kB. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** Where a feed can be read from. */
export type FeedSource =
  string | Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
