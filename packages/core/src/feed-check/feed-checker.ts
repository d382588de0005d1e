import type { AbortSignalLike } from '../call-options.js';
import type { Binary } from '../certificate/certificate.js';
import type { PricedProduct } from '../price/priced-product.js';
import type { PeOrganisation } from '../product/pe-organisations.js';
import type { CalendarDay } from '../calendar/time.js';

// A browser's own, in a program that knows them: core has neither DOM nor Node types.
type Blob = typeof globalThis extends { Blob: { readonly prototype: infer Known } } ? Known : Binary;
type AbortSignal = typeof globalThis extends { AbortSignal: { readonly prototype: infer Known } }
  ? Known
  : AbortSignalLike;

/**
 * What `<feed-check>` asks: somebody who can read and check a product feed. `createFeedChecker()` of
 * `@enrollkit/feed/worker` is one; a host may hand in any object with this method.
 *
 * Everything that is too much for a screen stays with the checker. The element asks for the page that it shows, so a feed
 * of a hundred thousand products costs the page's own thread no more than a feed of ten.
 */
export interface FeedChecker {
  /**
   * Reads a feed to its end. Text that is no feed, or of which the rest can't be read, is an answer and not an error: the
   * summary says so. Rejects with an error whose `code` is `aborted` after `signal`, `too-large`, `unreadable` (the file
   * is gone, or changed), `broken-archive` (the gzip file is damaged), else `internal`.
   */
  check(source: FeedInput, options: FeedCheckOptions): Promise<FeedCheckResult>;
}

/** A feed: a file (XML, or the same packed with gzip), or its text. */
export type FeedInput = Blob | string;

export interface FeedCheckOptions extends WorkOptions {
  /** Exactly as the schema says, instead of as importers read it. */
  readonly strict: boolean;
  /** For what is said about dates. */
  readonly today: CalendarDay;
  /** The site whose discount the prices have. */
  readonly site?: string;
  /** The organisations that PE points may be of. Without a list any may. */
  readonly peOrganisations?: readonly PeOrganisation[];
  /** Most bytes to read, unpacked. */
  readonly maxBytes: number;
  /** Reads the bytes so, whatever the feed says itself: `windows-1252`. */
  readonly encoding?: string;
}

/** How a page hears of work, and stops it. */
export interface WorkOptions {
  readonly onProgress?: ((progress: FeedProgress) => void) | undefined;
  /** Ends the work at once. */
  readonly signal?: AbortSignal | undefined;
}

export interface FeedProgress {
  readonly readBytes: number;
  readonly totalBytes: number;
  /** What the feed is of, as far as that is known. */
  readonly kind?: FeedKind;
  /** Products or trainers so far. */
  readonly products: number;
}

/** A checked feed. Ask until `close()`; what is asked is answered for one language. */
export interface FeedCheckResult {
  readonly summary: FeedSummary;
  /** Why the rest of the feed could not be read, when `summary.isComplete` is false. */
  getProblem(query: { readonly locale: string }): Promise<DescribedFinding | undefined>;
  /** The findings that fit the filter, by product (in the feed's order) or by kind (most frequent first). */
  listGroups(query: GroupQuery): Promise<FeedPage<FindingGroup>>;
  listFindings(query: FindingQuery): Promise<FeedPage<DescribedFinding>>;
  /** The products whose name or ID has the text in it, all without a text. Only those of which a price can be told. */
  listProducts(query: CheckedProductQuery): Promise<FeedPage<CheckedProduct>>;
  /** Compares with what was there before. The last comparison is the one that `listChanges` tells of. */
  compare(previous: FeedInput, options: CompareOptions): Promise<FeedDifference>;
  listChanges(query: FeedChangeQuery): Promise<FeedPage<FeedChange>>;
  /** Every finding as CSV, also those beyond what `listFindings` has kept. */
  writeFindings(options: { readonly locale: string } & WorkOptions): Promise<Blob>;
  /** The feed in the schema's spelling. What can't be repaired is left out, and counted. */
  writeRepaired(options: { readonly locale: string } & WorkOptions): Promise<RepairedFeed>;
  /** What becomes of the products with a neighbour. A checker that can't tell lacks it. */
  convert?(options: ConvertQuery & WorkOptions): Promise<ConvertReport>;
  /** Frees what the check keeps. */
  close(): void;
}

/** What a feed is of. */
export type FeedKind = 'products' | 'trainers';

export interface FeedSummary {
  /** Absent for a checker that knows products only. Of trainers there are no prices, comparison or conversion. */
  readonly kind?: FeedKind;
  /** Products, or in a feed of trainers its trainers. */
  readonly products: number;
  readonly errors: number;
  readonly warnings: number;
  /** How often each kind was found. */
  readonly byCode: Readonly<Record<string, number>>;
  /** How many findings can be looked at one by one; the first ones, when there are more. */
  readonly listedFindings: number;
  /** What was read, unpacked. */
  readonly sizeBytes: number;
  /** False when reading stopped before the end. */
  readonly isComplete: boolean;
  /** No worker could be had: the check ran on the page's own thread, in small pieces. */
  readonly isOnPage: boolean;
}

export interface Paging {
  readonly offset: number;
  readonly limit: number;
}

export interface FeedPage<Item> {
  readonly items: readonly Item[];
  /** How many there are in all. */
  readonly total: number;
}

export type FeedSeverity = 'error' | 'warning';
export type GroupKind = 'product' | 'kind';

export interface FindingFilter {
  readonly locale: string;
  readonly severity?: FeedSeverity;
  /** One kind of finding. */
  readonly code?: string;
  /** Words in the sentence, or in the name or ID of the product. */
  readonly text?: string;
}

export interface GroupQuery extends FindingFilter, Paging {
  readonly by: GroupKind;
}

export interface FindingQuery extends FindingFilter, Paging {
  /** The group as `listGroups` names it. */
  readonly by: GroupKind;
  readonly key: string;
}

/** Findings that belong together, counted as far as they fit the filter. */
export interface FindingGroup {
  readonly key: string;
  /** The product's name, or what the kind is called. Empty for a product that has no name, or could not be read. */
  readonly title: string;
  /** The product's ID. */
  readonly id?: string;
  /** Where the product begins. */
  readonly line?: number;
  readonly errors: number;
  readonly warnings: number;
}

/** One finding, in words. */
export interface DescribedFinding {
  readonly code: string;
  readonly severity: FeedSeverity;
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to do or write instead. */
  readonly sentence: string;
  /** Name or ID of the product. */
  readonly product?: string;
  /** The line as it is in the feed. Text of a stranger: never markup. */
  readonly snippet?: SourceSnippet;
}

/** A part of one line of the feed, cut around the place that is meant. */
export interface SourceSnippet {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Whether the line goes on before and after it. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

export interface CheckedProductQuery extends Paging {
  /** Words in the name or ID. */
  readonly text: string;
}

export interface CheckedProduct {
  readonly key: string;
  readonly name: string;
  readonly product: PricedProduct;
}

export interface CompareOptions extends WorkOptions {
  readonly maxBytes: number;
}

export type FeedChangeKind = 'create' | 'update' | 'delete';

/** How many products an import would create, update, leave as they are and delete. */
export interface FeedDifference extends Readonly<Record<FeedChangeKind, number>> {
  readonly unchanged: number;
}

export interface FeedChangeQuery extends Paging {
  readonly kind: FeedChangeKind;
}

export interface FeedChange {
  readonly id: string;
  readonly name: string;
  /** What changed, by the names of the feed's elements. */
  readonly fields?: readonly string[];
}

export interface RepairedFeed {
  readonly blob: Blob;
  readonly products: number;
  /** Products that could not be repaired, and are not in it. */
  readonly leftOut: number;
  /** What is not in it of the products that are. A checker that doesn't know lacks it. */
  readonly lost?: FeedPage<FeedLoss>;
}

/** Something that the feed said, and the repaired one doesn't. */
export interface FeedLoss {
  /** Of the product. */
  readonly id?: string;
  readonly line: number;
  readonly sentence: string;
}

/** Where else a provider publishes its products. */
export type FeedNeighbour = 'edudex' | 'oeapi';

export interface ConvertQuery {
  readonly to: FeedNeighbour;
  readonly locale: string;
}

export interface ConvertReport {
  /** Products that the neighbour would take. */
  readonly taken: number;
  /** Products that it would refuse, and that can be imported here. */
  readonly refused: number;
  /** What it refuses first, then what is lost, changed or assumed, most frequent first. */
  readonly items: readonly ConvertItem[];
}

/** What happens to one element of the feed in the same way. */
export interface ConvertItem {
  readonly severity: FeedSeverity;
  readonly sentence: string;
  /** The first product that it happens to. */
  readonly id: string;
  readonly products: number;
}
