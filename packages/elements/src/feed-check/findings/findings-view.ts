import { warnOnce } from '../../base/warn-once.js';
import type {
  DescribedFinding,
  FeedCheckResult,
  FeedKind,
  FeedPage,
  FeedSeverity,
  FindingGroup,
  GroupKind,
} from '../feed-checker.js';
import { counted, isStopped, type FeedHost } from '../feed-wording.js';

const GROUPS_AT_ONCE = 25;
const FINDINGS_AT_ONCE = 20;
/** With so few groups there is nothing to choose from. */
const GROUPS_TO_OPEN = 3;
/** Kinds to filter by: there are not more. */
const MOST_KINDS = 200;

/** What a person looks for among the findings. */
export interface ShownFilter {
  readonly by: GroupKind;
  readonly severity: FeedSeverity | undefined;
  readonly code: string | undefined;
  readonly text: string;
}

export const NO_FILTER: ShownFilter = { by: 'kind', severity: undefined, code: undefined, text: '' };

/** The findings that are on the screen: groups, and the findings of those that are open. Asks for nothing else. */
export class FindingsView {
  filter: ShownFilter = NO_FILTER;
  groups: FeedPage<FindingGroup> | undefined;
  /** The open groups; `undefined` while their findings are on their way. */
  opened: ReadonlyMap<string, FeedPage<DescribedFinding> | undefined> = new Map();
  kinds: readonly FindingGroup[] = [];
  /** What ended reading before the end of the feed. */
  problem: DescribedFinding | undefined;
  readonly #host: FeedHost;
  #result: FeedCheckResult | undefined;
  /** Answers to an older question are not looked at. */
  #round = 0;

  constructor(host: FeedHost) {
    this.#host = host;
  }

  /** What the feed is of. */
  get kind(): FeedKind | undefined {
    return this.#result?.summary.kind;
  }

  /** Shows another check; `undefined` shows nothing. */
  async show(result: FeedCheckResult | undefined): Promise<void> {
    this.#result = result;
    // Another feed, or the same one corrected: a kind that isn't there any more would show nothing.
    if (this.filter.code !== undefined && !(result && this.filter.code in result.summary.byCode)) {
      this.filter = { ...this.filter, code: undefined };
    }
    this.groups = undefined;
    this.opened = new Map();
    this.kinds = [];
    this.problem = undefined;
    await this.reload();
  }

  /** Asks again: for another language or another filter. */
  async reload(): Promise<void> {
    const result = this.#result;
    const round = (this.#round += 1);
    if (!result) return;
    await this.#quietly(async () => {
      const { locale } = this.#host.wording();
      const [groups, kinds, problem] = await Promise.all([
        this.#askGroups(0),
        result.listGroups({ by: 'kind', locale, offset: 0, limit: MOST_KINDS }),
        result.summary.isComplete ? undefined : result.getProblem({ locale }),
      ]);
      if (round !== this.#round) return;
      this.groups = groups;
      this.kinds = kinds.items;
      this.problem = problem;
      const keys = groups?.items.map(({ key }) => key) ?? [];
      const open = keys.filter((key) => this.opened.has(key));
      this.opened = new Map();
      this.#host.requestUpdate();
      const toOpen = open.length > 0 ? open : keys.slice(0, keys.length <= GROUPS_TO_OPEN ? GROUPS_TO_OPEN : 1);
      await Promise.all(toOpen.map((key) => this.toggle(key, true)));
    });
  }

  async setFilter(change: Partial<ShownFilter>): Promise<void> {
    const before = this.filter;
    this.filter = { ...before, ...change };
    if (before.by !== this.filter.by) this.opened = new Map();
    this.#host.requestUpdate();
    const { filter } = this;
    await this.reload();
    if (filter === this.filter) this.#tellFound();
  }

  /** What has come of another filter stands below it, where nobody looks who can't see it. */
  #tellFound(): void {
    if (!this.groups) return;
    const wording = this.#host.wording();
    const { total } = this.groups;
    this.#host.announce(total === 0 ? wording.t.noMatch : wording.t.matches(counted(total, wording)));
  }

  async moreGroups(): Promise<void> {
    const { groups } = this;
    const round = this.#round;
    await this.#quietly(async () => {
      const more = await this.#askGroups(groups?.items.length ?? 0);
      if (!groups || !more || round !== this.#round) return;
      this.groups = { total: more.total, items: [...groups.items, ...more.items] };
      this.#host.requestUpdate();
    });
  }

  async toggle(key: string, isOpen: boolean): Promise<void> {
    if (isOpen === this.opened.has(key)) return;
    const opened = new Map(this.opened);
    if (isOpen) opened.set(key, undefined);
    else opened.delete(key);
    this.opened = opened;
    this.#host.requestUpdate();
    if (isOpen) await this.moreFindings(key);
  }

  /** The next findings of an open group. */
  async moreFindings(key: string): Promise<void> {
    const result = this.#result;
    const round = this.#round;
    const shown = this.opened.get(key)?.items ?? [];
    await this.#quietly(async () => {
      const page = await result?.listFindings({ ...this.#query, key, offset: shown.length, limit: FINDINGS_AT_ONCE });
      if (!page || round !== this.#round || !this.opened.has(key)) return;
      this.opened = new Map(this.opened).set(key, { total: page.total, items: [...shown, ...page.items] });
      this.#host.requestUpdate();
    });
  }

  get #query(): Parameters<FeedCheckResult['listGroups']>[0] & { readonly key: string } {
    const { by, severity, code, text } = this.filter;
    const { locale } = this.#host.wording();
    return {
      by,
      key: '',
      locale,
      offset: 0,
      limit: GROUPS_AT_ONCE,
      ...(severity && { severity }),
      ...(code !== undefined && { code }),
      ...(text.trim() && { text }),
    };
  }

  async #askGroups(offset: number): Promise<FeedPage<FindingGroup> | undefined> {
    const { key: _, ...query } = this.#query;
    return this.#result?.listGroups({ ...query, offset });
  }

  /** A check that was closed meanwhile answers nothing more, and nobody waits for it. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    const result = this.#result;
    try {
      await work();
    } catch (error) {
      if (result === this.#result && !isStopped(error)) warnOnce('findings-not-read', [], error);
    }
  }
}
