import type { FeedPage, FindingFilter, FindingGroup, FindingQuery, GroupQuery } from '@enrollkit/core/feed-checker.js';
import type { FindingStore, KeptFinding } from './finding-store.js';
import { describe, kindTitle, shortName } from './finding-words.js';
import type { Pause } from '../engine/pause.js';

/** Answers which findings fit a filter, and how they group. Remembers the last filter: pages of a list share it. */
export class FindingQueries {
  readonly #store: FindingStore;
  readonly #pause: Pause;
  #last: { readonly key: string; readonly matches: Promise<readonly KeptFinding[]> } | undefined;

  constructor(store: FindingStore, pause: Pause) {
    this.#store = store;
    this.#pause = pause;
  }

  async groups({ by, offset, limit, ...filter }: GroupQuery): Promise<FeedPage<FindingGroup>> {
    const groups = new Map<string, { errors: number; warnings: number; first: KeptFinding }>();
    for (const kept of await this.#matches(filter)) {
      const key = keyOf(kept, by);
      const group = groups.get(key) ?? { errors: 0, warnings: 0, first: kept };
      groups.set(key, group);
      if (kept.finding.severity === 'error') group.errors += 1;
      else group.warnings += 1;
    }
    const all = [...groups];
    // By product the feed's order, which they have already.
    if (by === 'kind') all.sort(([, a], [, b]) => b.errors - a.errors || b.warnings - a.warnings);
    const items = all.slice(offset, offset + limit).map(([key, { errors, warnings, first }]) => ({
      key,
      ...(by === 'kind' ? { title: kindTitle(first.finding, filter.locale) } : this.#entryTitle(first)),
      errors,
      warnings,
    }));
    return { items, total: groups.size };
  }

  async findings({ by, key, offset, limit, ...filter }: FindingQuery): Promise<FeedPage<KeptFinding>> {
    const matches = (await this.#matches(filter)).filter((kept) => keyOf(kept, by) === key);
    return { items: matches.slice(offset, offset + limit), total: matches.length };
  }

  /** How people call what a finding is about. */
  entryName({ entry }: KeptFinding): string | undefined {
    const { name = '', id = '' } = this.#store.entries[entry] ?? {};
    return shortName(name || id) || undefined;
  }

  #entryTitle({ entry }: KeptFinding): Pick<FindingGroup, 'title' | 'id' | 'line'> {
    const { name = '', id, line } = this.#store.entries[entry] ?? {};
    return {
      title: shortName(name),
      ...(id !== undefined && { id: shortName(id) }),
      ...(line !== undefined && { line }),
    };
  }

  #matches(filter: FindingFilter): Promise<readonly KeptFinding[]> {
    const key = JSON.stringify(filter);
    if (this.#last?.key !== key) this.#last = { key, matches: this.#search(filter) };
    return this.#last.matches;
  }

  async #search({ locale, severity, code, text = '' }: FindingFilter): Promise<readonly KeptFinding[]> {
    const wanted = text.trim().toLowerCase();
    const matches: KeptFinding[] = [];
    for (const kept of this.#store.findings) {
      // Also before what doesn't match: to find nothing takes as long.
      const pause = this.#pause();
      if (pause) await pause;
      const { finding, entry } = kept;
      if (severity !== undefined && finding.severity !== severity) continue;
      if (code !== undefined && finding.code !== code) continue;
      if (wanted !== '') {
        const { name = '', id = '' } = this.#store.entries[entry] ?? {};
        if (![describe(finding, locale), name, id].some((each) => each.toLowerCase().includes(wanted))) continue;
      }
      matches.push(kept);
    }
    return matches;
  }
}

function keyOf({ finding, entry }: KeptFinding, by: GroupQuery['by']): string {
  return by === 'kind' ? finding.code : String(entry);
}
