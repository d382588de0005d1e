import type { StatusAuthority } from '@enrollkit/core';
import type { ReactiveController, TemplateResult } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { statusMoreTerms } from '../../enrollment-status/more/status-more-terms.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { RosterFilters } from '../filters/roster-filters.js';
import type { MarkDesk } from '../marking/mark-desk.js';
import type { RosterRows } from '../rows/roster-rows.js';
import { RowViews, type ViewContext } from '../rows/row-view.js';
import type { RowWindow, RowWindowView } from '../rows/row-window.js';
import { renderRosterRow, renderSkeletonRow } from './render-row.js';
import { renderTable } from './render-table.js';
import { orderOf, type RosterField } from './roster-fields.js';

/** A laptop sleeps and timers end at 24 days: look at the clock again every hour at the latest. */
const LONGEST_WAIT_MS = 3_600_000;
/** A course date, more or less. */
const SKELETONS = 8;

interface TableParts {
  readonly rows: RosterRows;
  readonly desk: MarkDesk;
  readonly window: RowWindow;
  readonly filters: RosterFilters;
  readonly fields: () => readonly RosterField[];
  readonly terms: () => EnrollmentRosterTerms;
  readonly isEditable: () => boolean;
  readonly rules: () => StatusAuthority;
  readonly toRows: () => void;
}

/** The rows as they are shown now. */
export class RosterTable implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #parts: TableParts;
  readonly #views = new RowViews();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turnsAt = Infinity;
  #headStop = '';

  constructor(host: EnrollkitElement, parts: TableParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (!this.#host.isConnected || this.#turnsAt === Infinity) return;
    const waitMs = Math.max(0, this.#turnsAt - Date.parse(this.#host.now()));
    // A status turns on time on a page that stays open.
    this.#timer = setTimeout(this.#turn, Math.min(waitMs, LONGEST_WAIT_MS));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly #turn = (): void => {
    this.#views.forget();
    this.#host.requestUpdate();
  };

  /** Skeletons of the size that rows have. */
  renderLoading(): TemplateResult {
    const rows = Array.from({ length: SKELETONS }, (_, index) => ({ index, gapBefore: 0 }));
    return this.#render({ rows, gapAfter: 0, isPartial: false }, true);
  }

  render(): TemplateResult {
    return this.#render(this.#parts.window.view, false);
  }

  #render(window: RowWindowView, isLoading: boolean): TemplateResult {
    const { rows, desk, filters, fields, terms, isEditable, toRows } = this.#parts;
    const { cursor } = desk;
    const { size } = cursor.selected;
    return renderTable({
      terms: terms(),
      fields: fields(),
      isEditable: isEditable(),
      isBusy: isLoading || rows.isBusy,
      count: isLoading ? 0 : rows.count,
      isCounted: rows.beyond?.hasMore !== true,
      window,
      order: filters.order,
      allSelected: size === 0 ? false : size >= rows.count ? true : 'some',
      keyOf: (index) => rows.at(index)?.id ?? `#${index}`,
      row: this.#rowRenderer(isLoading),
      onSort: (order) => filters.setOrder(order),
      onSelectAll: desk.onSelectAll,
      onKeydown: desk.onKeydown,
      onClick: desk.onClick,
      onMousedown: desk.onMousedown,
      onFocus: desk.onFocus,
      headStop: this.#stopInHead,
      onHeadStop: (stop) => {
        this.#headStop = stop;
        this.#host.requestUpdate();
      },
      onDown: toRows,
    });
  }

  /** Where the head was last; its first control when that one isn't there. The box that chooses all has no name. */
  get #stopInHead(): string {
    const { fields, isEditable } = this.#parts;
    const stops = [...(isEditable() ? [''] : []), ...fields().filter((field) => orderOf(field) !== undefined)];
    return stops.find((stop) => stop === this.#headStop) ?? stops[0] ?? '';
  }

  #rowRenderer(isLoading: boolean): (index: number) => TemplateResult {
    const { rows, desk, fields, terms, isEditable } = this.#parts;
    const { cursor, marks } = desk;
    const context = this.#context;
    this.#views.prepare(context);
    this.#turnsAt = Infinity;
    const shared = { fields: fields(), terms: terms(), common: this.#host.common, isEditable: isEditable() };
    const current = cursor.index;
    return (index) => {
      const enrollment = isLoading ? undefined : rows.at(index);
      if (!enrollment) return renderSkeletonRow(index, shared);
      const view = this.#views.get(enrollment, context);
      if (view.turnsAt) this.#turnsAt = Math.min(this.#turnsAt, Date.parse(view.turnsAt));
      const { id } = enrollment;
      return renderRosterRow(enrollment, view, {
        ...shared,
        index,
        isCurrent: index === current,
        isSelected: cursor.isSelected(id),
        mark: marks.of(id),
      });
    };
  }

  get #context(): ViewContext {
    const { localeTag: locale, timeZone, common } = this.#host;
    return {
      speech: { terms: statusMoreTerms(locale), common, locale, timeZone },
      now: this.#host.now(),
      rules: this.#parts.rules(),
    };
  }
}
