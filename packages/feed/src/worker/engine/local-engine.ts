import { hasErrorCode } from '@enrollkit/core';
import type {
  ConvertQuery,
  ConvertReport,
  FeedChangeQuery,
  CheckedProduct,
  DescribedFinding,
  FeedDifference as DifferenceCounts,
  FeedChange,
  FeedInput,
  FeedKind,
  FeedPage,
  FeedSummary,
  FindingGroup,
  FindingQuery,
  GroupQuery,
  CheckedProductQuery,
  RepairedFeed,
  WorkOptions,
} from '@enrollkit/core/feed-checker.js';
import { lookInto } from '../../read/search/look-into.js';
import type { CheckOptions } from '../../check/checked-entry.js';
import type { FeedFinding } from '../../findings/feed-finding.js';
import { compareWithIndex, type FeedDifference } from '../../plan/compare/compare-with-index.js';
import { indexFeed } from '../../plan/compare/feed-index.js';
import type { ReadProgress } from '../../read/feed-entry.js';
import { usualBudget } from '../../read/work-budget.js';
import { convertFeed } from '../convert-feed.js';
import { cutSnippet } from '../findings/cut-snippet.js';
import type { CheckRequest, CompareRequest, FeedEngine } from './feed-engine.js';
import { FEED_KINDS } from '../feed-kinds.js';
import { FindingQueries } from '../findings/finding-queries.js';
import { FindingStore, type KeptFinding } from '../findings/finding-store.js';
import { describe, shortName } from '../findings/finding-words.js';
import { openFeed, type OpenedFeed } from '../open-feed.js';
import type { Pause } from './pause.js';
import { writeFindings } from '../findings/write-findings.js';
import { loadTerms } from '../worker-terms.js';
import { writeRepaired } from '../findings/write-repaired.js';

/** More than anybody offers: beyond, keeping what there is to tell of each would fill the memory. */
const MOST_PRODUCTS = 2_000_000;

/** A feed that was checked, and how. */
interface Checked {
  readonly store: FindingStore;
  readonly queries: FindingQueries;
  readonly feed: ReturnType<OpenedFeed['again']>;
  readonly options: CheckOptions;
  readonly kind: FeedKind;
  readonly problem: KeptFinding | undefined;
}

/** Checks on the thread that it is on, and gives others a turn as often as `pause` has it. */
export class LocalEngine implements FeedEngine {
  readonly #pause: Pause;
  readonly #isOnPage: boolean;
  #checked: Checked | undefined;
  #difference: FeedDifference | undefined;

  constructor(options: { readonly pause: Pause; readonly isOnPage: boolean }) {
    this.#pause = options.pause;
    this.#isOnPage = options.isOnPage;
  }

  async check(input: FeedInput, request: CheckRequest, work: WorkOptions): Promise<FeedSummary> {
    const { strict, today, site, peOrganisations, maxBytes, encoding } = request;
    const opened = await openFeed(input, encoding);
    const store = new FindingStore();
    const options: CheckOptions = {
      mode: strict ? 'strict' : 'tolerant',
      today,
      ...(site !== undefined && { site }),
      ...(peOrganisations && { peOrganisations }),
      ...(encoding !== undefined && { encoding }),
      limits: { bytes: maxBytes, products: MOST_PRODUCTS },
      budget: usualBudget(() => performance.now()),
    };
    const { signal } = work;
    let problem: KeptFinding | undefined;
    let kind: FeedKind = 'products';
    let items: number | undefined;
    try {
      const looked = await lookInto(opened.source);
      ({ kind } = looked);
      items = await this.#read({ ...opened, ...looked }, store, { ...options, ...(signal && { signal }) }, work);
    } catch (error) {
      problem = store.addProblem(stoppedBy(error));
    }
    problem ??= store.brokenOff;
    const queries = new FindingQueries(store, this.#pause);
    this.#checked = { store, queries, feed: opened.again(), options, kind, problem };
    return {
      kind,
      products: items ?? store.products,
      errors: store.errors,
      warnings: store.warnings,
      byCode: store.byCode,
      listedFindings: store.findings.length,
      sizeBytes: opened.unpackedBytes(),
      isComplete: problem === undefined,
      isOnPage: this.#isOnPage,
    };
  }

  async getProblem({ locale }: { readonly locale: string }): Promise<DescribedFinding | undefined> {
    const { problem } = this.#result;
    await loadTerms(locale);
    return problem && this.#describe(problem, locale);
  }

  async listGroups(query: GroupQuery): Promise<FeedPage<FindingGroup>> {
    const { queries } = this.#result;
    await loadTerms(query.locale);
    return queries.groups(query);
  }

  async listFindings(query: FindingQuery): Promise<FeedPage<DescribedFinding>> {
    const { queries } = this.#result;
    await loadTerms(query.locale);
    const { items, total } = await queries.findings(query);
    const described: DescribedFinding[] = [];
    for (const item of items) described.push(await this.#describe(item, query.locale));
    return { items: described, total };
  }

  async listProducts({ text, offset, limit }: CheckedProductQuery): Promise<FeedPage<CheckedProduct>> {
    const wanted = text.trim().toLowerCase();
    const found: CheckedProduct[] = [];
    let total = 0;
    for (const [index, { name, id = '', product }] of this.#result.store.entries.entries()) {
      const pause = this.#pause();
      if (pause) await pause;
      if (!product || !(name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted))) continue;
      if (total >= offset && found.length < limit)
        found.push({ key: String(index), name: shortName(name || id), product });
      total += 1;
    }
    return { items: found, total };
  }

  async compare(
    previous: FeedInput,
    { maxBytes }: CompareRequest,
    { signal, onProgress }: WorkOptions,
  ): Promise<DifferenceCounts> {
    const { source } = this.#result.feed;
    const opened = await openFeed(previous);
    const size = typeof source === 'string' ? source.length : source.size;
    const totalBytes = opened.totalBytes + size;
    // Two feeds to read, one after the other.
    const tell = (readBytes: number): void => onProgress?.({ readBytes, totalBytes, products: 0 });
    const options = { ...(signal && { signal }), limits: { bytes: maxBytes } };
    const index = await indexFeed(opened.source, {
      ...options,
      onProgress: ({ read }: ReadProgress) => tell(opened.readBytes(read)),
    }).catch((error: unknown) => {
      // Rethrows all but that it is too large, which has a code of its own.
      stoppedBy(error);
      throw error;
    });
    const { create, update, unchanged, ...rest } = await compareWithIndex(source, index, {
      ...options,
      onProgress: ({ read }: ReadProgress) => tell(opened.totalBytes + read),
    });
    this.#difference = { create, update, unchanged, delete: rest.delete };
    return { create: create.length, update: update.length, unchanged, delete: rest.delete.length };
  }

  async listChanges({ kind, offset, limit }: FeedChangeQuery): Promise<FeedPage<FeedChange>> {
    const changes: readonly FeedChange[] = this.#difference?.[kind] ?? [];
    const items = changes.slice(offset, offset + limit).map((change) => ({
      ...change,
      id: shortName(change.id),
      name: shortName(change.name),
    }));
    return { items, total: changes.length };
  }

  async writeFindings({ locale }: { readonly locale: string }, work: WorkOptions): Promise<Blob> {
    const { feed, options, kind, problem } = this.#result;
    await loadTerms(locale);
    return writeFindings(
      feed.source,
      { ...options, kind, locale, pause: this.#pause, problem: problem?.finding },
      work,
    );
  }

  async writeRepaired({ locale }: { readonly locale: string }, work: WorkOptions): Promise<RepairedFeed> {
    const { feed, options, kind } = this.#result;
    await loadTerms(locale);
    return writeRepaired(feed.source, { ...options, kind, locale, pause: this.#pause }, work);
  }

  async convert(query: ConvertQuery, work: WorkOptions): Promise<ConvertReport> {
    const { feed, options } = this.#result;
    return convertFeed(feed.source, { ...options, ...query, pause: this.#pause }, work);
  }

  get #result(): Checked {
    if (!this.#checked) throw new TypeError('Nothing has been checked yet.');
    return this.#checked;
  }

  async #read(
    opened: OpenedFeed & { readonly kind: FeedKind },
    store: FindingStore,
    options: CheckOptions,
    { onProgress }: WorkOptions,
  ): Promise<number> {
    const tell = ({ read }: ReadProgress): void =>
      onProgress?.({
        kind: opened.kind,
        readBytes: opened.readBytes(read),
        totalBytes: opened.totalBytes,
        products: store.products,
      });
    const entries = FEED_KINDS[opened.kind].check(opened.source, { ...options, onProgress: tell });
    for (;;) {
      const { done, value } = await entries.next();
      if (done) return 'products' in value ? value.products : value.trainers;
      store.add(value);
      const pause = this.#pause();
      if (pause) await pause;
    }
  }

  async #describe(kept: KeptFinding, locale: string): Promise<DescribedFinding> {
    const { code, severity, line, column } = kept.finding;
    const product = this.#result.queries.entryName(kept);
    const source = await this.#result.feed.text.lineAt({ line, column }).catch(() => undefined);
    return {
      code,
      severity,
      line,
      column,
      sentence: describe(kept.finding, locale),
      ...(product !== undefined && { product }),
      ...(source && { snippet: cutSnippet(source) }),
    };
  }
}

/** Why the rest could not be read, when that is about the feed and not about reading it. */
function stoppedBy(error: unknown): FeedFinding {
  const [issue] = hasErrorCode(error, 'invalid') ? (error.issues as readonly FeedFinding[]) : [];
  if (!issue) throw error;
  if (issue.code === 'too-many-bytes') throw Object.assign(new Error(issue.code), { code: 'too-large' });
  return issue;
}
