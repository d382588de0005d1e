import type { CalendarDay, PricedProduct } from '@enrollkit/core';

// What the port of `<feed-check>` asks, as data that a page and its worker can send each other. The element has its own
// declaration of the port: elements know no feeds. That the two fit is checked where they are put together.

export type FeedInput = Blob | string;

export interface CheckRequest {
  readonly strict: boolean;
  readonly today: CalendarDay;
  readonly site?: string;
  readonly maxBytes: number;
}

export interface FeedProgress {
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly products: number;
}

/** What a checked feed comes down to; `isComplete` is false when its rest could not be read. */
export interface FeedSummary {
  readonly products: number;
  readonly errors: number;
  readonly warnings: number;
  readonly byCode: Readonly<Record<string, number>>;
  readonly listedFindings: number;
  readonly sizeBytes: number;
  readonly isComplete: boolean;
  readonly isOnPage: boolean;
}

export interface Paging {
  readonly offset: number;
  readonly limit: number;
}

export interface FeedPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface FindingFilter {
  readonly locale: string;
  readonly severity?: 'error' | 'warning';
  readonly code?: string;
  readonly text?: string;
}

export type GroupKind = 'product' | 'kind';

export interface GroupQuery extends FindingFilter, Paging {
  readonly by: GroupKind;
}

export interface FindingQuery extends FindingFilter, Paging {
  readonly by: GroupKind;
  readonly key: string;
}

export interface FindingGroup {
  readonly key: string;
  readonly title: string;
  readonly id?: string;
  readonly line?: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface DescribedFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
  readonly product?: string;
  readonly snippet?: SourceSnippet;
}

/** A part of one line of the feed, cut around the place that is meant. */
export interface SourceSnippet {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

export interface ProductQuery extends Paging {
  readonly text: string;
}

export interface CheckedProduct {
  readonly key: string;
  readonly name: string;
  readonly product: PricedProduct;
}

export type FeedChangeKind = 'create' | 'update' | 'delete';

export interface DifferenceCounts extends Readonly<Record<FeedChangeKind, number>> {
  readonly unchanged: number;
}

export interface FeedChange {
  readonly id: string;
  readonly name: string;
  readonly fields?: readonly string[];
}

export interface ChangeQuery extends Paging {
  readonly kind: FeedChangeKind;
}

export interface RepairedFeed {
  readonly blob: Blob;
  readonly products: number;
  readonly leftOut: number;
}

/** How the page hears of work and stops it. */
export interface WorkOptions {
  readonly onProgress?: ((progress: FeedProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The work itself, wherever it runs: in a worker, or in small pieces on the page's own thread. */
export interface FeedEngine {
  check(source: FeedInput, request: CheckRequest, options: WorkOptions): Promise<FeedSummary>;
  getProblem(query: { readonly locale: string }): Promise<DescribedFinding | undefined>;
  listGroups(query: GroupQuery): Promise<FeedPage<FindingGroup>>;
  listFindings(query: FindingQuery): Promise<FeedPage<DescribedFinding>>;
  listProducts(query: ProductQuery): Promise<FeedPage<CheckedProduct>>;
  compare(previous: FeedInput, request: { readonly maxBytes: number }, options: WorkOptions): Promise<DifferenceCounts>;
  listChanges(query: ChangeQuery): Promise<FeedPage<FeedChange>>;
  writeFindings(query: { readonly locale: string }, options: WorkOptions): Promise<Blob>;
  writeRepaired(options: WorkOptions): Promise<RepairedFeed>;
}
