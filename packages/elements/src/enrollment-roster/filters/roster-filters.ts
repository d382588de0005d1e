import type { EnrollmentQuery, StoredProduct } from '@enrollkit/core';
import type { nothing, ReactiveController, TemplateResult } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { sayTotal } from '../../base/language/say-total.js';
import { statusMoreTerms } from '../../enrollment-status/more/status-more-terms.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { Counted } from '../../terms/feed-check.js';
import type { RosterField } from '../table/roster-fields.js';
import { isSameView, readAddress, writeAddress, type KeptView } from './kept-in-address.js';
import { renderFilters } from './render-filters.js';
import { withPart, type RosterFilter, type RosterOrder } from './roster-filter.js';
import { TaskCounts } from './task-counts.js';

interface FiltersOptions {
  readonly base: () => EnrollmentQuery;
  readonly terms: () => EnrollmentRosterTerms;
  readonly fields: () => readonly RosterField[];
  readonly addressName: () => string | undefined;
  readonly starts: () => StoredProduct['startingDates'];
  readonly summary: () => string;
  readonly tools: () => TemplateResult | typeof nothing;
  /** Puts the focus on the row that has the cursor. */
  readonly toRows: () => void;
}

const DEFAULT_ORDER: RosterOrder = 'participant';
/** A list that asks its backend does so when a person pauses, not with every letter. */
const TYPING_MS = 200;

/** What a person has narrowed the list down to, and how it is sorted. */
export class RosterFilters implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #options: FiltersOptions;
  readonly #tasks: TaskCounts;
  #filter: RosterFilter = {};
  #order: RosterOrder = DEFAULT_ORDER;
  /** What is in the field, and not asked for yet. */
  #typed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  /** Nobody has been told yet what a filter has found. */
  #isNews = false;
  #readFrom: string | undefined;

  constructor(host: EnrollkitElement, options: FiltersOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#tasks = new TaskCounts(host, options.base);
  }

  get filter(): RosterFilter {
    return this.#filter;
  }

  get order(): RosterOrder {
    return this.#order;
  }

  get isFiltered(): boolean {
    return Object.keys(this.#filter).length > 0;
  }

  hostUpdate(): void {
    const name = this.#options.addressName();
    if (name === this.#readFrom) return;
    this.#readFrom = name;
    if (name) this.#show(readAddress(name));
  }

  #show({ filter, order = DEFAULT_ORDER }: KeptView): void {
    this.#filter = filter;
    this.#order = order;
    this.#isOpen ||= filter.start !== undefined || filter.missing !== undefined || filter.before !== undefined;
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopstate);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('popstate', this.#onPopstate);
  }

  /** Somebody went back or forward: the list shows what the address says. */
  readonly #onPopstate = (): void => {
    const name = this.#options.addressName();
    if (!name) return;
    const kept = readAddress(name);
    const shown: KeptView = { filter: this.#filter, order: this.#keptOrder };
    if (isSameView(kept, shown)) return;
    clearTimeout(this.#timer);
    this.#typed = undefined;
    this.#show(kept);
    this.#host.requestUpdate();
  };

  /** The usual order isn't kept: it needs no telling. */
  get #keptOrder(): RosterOrder | undefined {
    return this.#order === DEFAULT_ORDER ? undefined : this.#order;
  }

  setOrder(order: RosterOrder): void {
    this.#order = order;
    this.#changed();
  }

  /** Says once what a filter has found, when that has come. */
  tellFound(isBusy: boolean): void {
    if (!this.#isNews || isBusy) return;
    this.#isNews = false;
    this.#host.announce(this.#options.summary());
  }

  counted(count: number, hasMore = false): Counted {
    const counted = { total: count, ...(hasMore && { hasMore }) };
    return { count, text: sayTotal(counted, this.#options.terms(), this.#host.localeTag) };
  }

  render(): TemplateResult {
    const host = this.#host;
    return renderFilters({
      terms: this.#options.terms(),
      speech: {
        terms: statusMoreTerms(host.localeTag),
        common: host.common,
        locale: host.localeTag,
        timeZone: host.timeZone,
      },
      filter: this.#typed === undefined ? this.#filter : { ...this.#filter, search: this.#typed },
      order: this.#order,
      fields: this.#options.fields(),
      counts: this.#tasks.counts,
      hasStatus: this.#options.base().status === undefined,
      starts: this.#options.starts(),
      isOpen: this.#isOpen,
      summary: this.#options.summary(),
      onPart: (part, text) => (part === 'search' ? this.#type(text) : this.#set(part, text)),
      onOrder: (order) => this.setOrder(order),
      onToggle: () => {
        this.#isOpen = !this.#isOpen;
        host.requestUpdate();
      },
      onClear: this.clear,
      onDown: this.#options.toRows,
      tools: this.#options.tools(),
    });
  }

  readonly clear = (): void => {
    clearTimeout(this.#timer);
    this.#typed = undefined;
    this.#filter = {};
    this.#isNews = true;
    this.#changed();
    this.#host.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  };

  #type(text: string): void {
    this.#typed = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set('search', text), TYPING_MS);
    this.#host.requestUpdate();
  }

  #set(part: keyof RosterFilter, text: string): void {
    if (part === 'search') this.#typed = undefined;
    this.#filter = withPart(this.#filter, part, text);
    this.#isNews = true;
    this.#changed();
  }

  #changed(): void {
    const name = this.#options.addressName();
    if (name) writeAddress(name, { filter: this.#filter, order: this.#keptOrder });
    this.#host.requestUpdate();
  }
}
