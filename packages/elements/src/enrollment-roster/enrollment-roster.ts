import type { Enrollment, StatusAuthority } from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { ask } from '../base/events.js';
import { keepUncovered } from '../base/keep-uncovered.js';
import { renderProblem, renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { placeholderStyles } from '../base/styles/placeholder.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { statusLabelStyles } from '../enrollment-status/status-label.styles.js';
import type { EnrollmentRosterTerms } from '../terms/enrollment-roster.js';
import type { DetailsPanel } from './details/details-panel.js';
import type { RosterOpenDetail } from './enrollment-roster-events.js';
import { enrollmentRosterTerms } from './enrollment-roster-terms.js';
import { RosterTools } from './exchange/roster-tools.js';
import { baseQuery } from './filters/base-query.js';
import { RosterFilters } from './filters/roster-filters.js';
import { rosterSummary } from './filters/roster-summary.js';
import { MarkDesk } from './marking/mark-desk.js';
import { KnownProducts } from './rows/known-products.js';
import { RosterRows } from './rows/roster-rows.js';
import { RowWindow } from './rows/row-window.js';
import { barStyles } from './styles/bar.styles.js';
import { cardStyles } from './styles/cards.styles.js';
import { detailsStyles } from './styles/details.styles.js';
import { rosterStyles } from './styles/roster.styles.js';
import { tableStyles } from './styles/table.styles.js';
import { readFields } from './table/roster-fields.js';
import { RosterTable } from './table/roster-table.js';

export type * from './enrollment-roster-events.js';

/** As many rows in a call as backends give at most: fewer only make more calls. */
const DEFAULT_PAGE_SIZE = 500;

/**
 * Everybody in a course, or on one date of it: who they are, how they stand, what comes next, what is missing. With
 * `editable` their status is set by keyboard, for one or for all, and taken back as a whole.
 *
 * @summary Table of enrollments, to look through and to mark.
 * @tag enrollment-roster
 *
 * @fires {CustomEvent<RosterChangeDetail>} ek-roster-change - A person chose statuses. Cancelable, before anything is stored.
 * @fires {CustomEvent<RosterChangedDetail>} ek-roster-changed - What was stored of it, and what was not.
 * @fires {CustomEvent<RosterOpenDetail>} ek-roster-open - A person opens a row. Cancelable: then the page shows it itself.
 *
 * @csspart base - Everything.
 * @csspart filters - What narrows the list down.
 * @csspart todo - How many there are, and what must be done.
 * @csspart count - How many there are.
 * @csspart scroller - What scrolls, when the list is long.
 * @csspart table - The table.
 * @csspart head - Its head.
 * @csspart sort-button - The name of a column, which sorts.
 * @csspart row - One enrollment.
 * @csspart participant - Who it is.
 * @csspart open-button - Their name, which opens the panel.
 * @csspart label - The status, icon and word.
 * @csspart icon - Any icon.
 * @csspart mark - What became of a choice that isn't stored.
 * @csspart bar - What can be done with the rows that are chosen.
 * @csspart chosen - Whom that is about.
 * @csspart outcome - What was done last.
 * @csspart keys - All keys.
 * @csspart details - The panel with one enrollment.
 * @csspart import - The panel with a list to be read in.
 * @csspart import-summary - What the list would change.
 * @csspart import-plan - Each line of it.
 * @csspart correction - The form with which its data are corrected.
 * @csspart field - Any field.
 * @csspart button - Any button.
 * @csspart skip-button - Goes to the rows, past the filters; for the keyboard.
 * @csspart filters-button - Shows the filters, where there is little room.
 * @csspart clear-button - Shows everybody again.
 * @csspart task-button - Shows those with whom something must be done.
 * @csspart export-button - Saves the list as a file.
 * @csspart open-import-button - Opens the panel with a list to be read in.
 * @csspart print-button - Prints the list.
 * @csspart mark-button - Sets a status for those who are chosen.
 * @csspart rest-button - Sets it for all others.
 * @csspart overwrite-button - Sets it also where somebody changed it meanwhile.
 * @csspart undo-button - Takes back what was done last.
 * @csspart retry-button - Tries again.
 * @csspart keys-button - Shows all keys.
 * @csspart move-button - Moves to another starting date.
 * @csspart save-button - Saves what was filled in.
 * @csspart cancel-button - Leaves it as it was.
 * @csspart import-button - Reads the list in.
 * @csspart close-button - Closes a panel.
 * @csspart empty - That there is nobody to show.
 * @csspart problem - What went wrong and what to do.
 *
 * @cssprop [--ek-enrollment-roster-block-size=min(40em, 75vh)] - How tall a long list gets before it scrolls.
 * @cssprop [--ek-enrollment-roster-background=Canvas] - Background of the table.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState failed - There is no list to show.
 * @cssState busy - Statuses are being stored.
 * @cssState empty - Nobody is in the list.
 */
export class EnrollmentRoster extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    startingDateId: { attribute: 'starting-date-id' },
    status: {},
    fields: {},
    editable: { type: Boolean },
    pageSize: { type: Number, attribute: 'page-size' },
    keys: {},
    addressName: { attribute: 'address-name' },
    rules: {},
  };

  static override styles: CSSResultGroup = [
    baseStyles,
    roomStyles,
    placeholderStyles,
    statusLabelStyles,
    rosterStyles,
    tableStyles,
    cardStyles,
    barStyles,
    detailsStyles,
  ];

  /** The course whose enrollments are shown. */
  productId: string | undefined;

  /** One starting date of it. */
  startingDateId: string | undefined;

  /** Only these statuses, as in `enrolled started`. */
  status: string | undefined;

  /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
  fields: string | undefined;

  /** Lets people mark, correct and move, as far as the backend says. */
  editable = false;

  /** How many rows are asked for at a time, at most 500. */
  pageSize = DEFAULT_PAGE_SIZE;

  /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
  keys: string | undefined;

  /** Keeps filters and order in the page's address, each parameter with this name before it. */
  addressName: string | undefined;

  /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
  rules: StatusAuthority | undefined;

  readonly #filters: RosterFilters = new RosterFilters(this, {
    base: () => baseQuery(this),
    terms: () => this.#terms,
    fields: () => readFields(this.fields),
    addressName: () => this.addressName,
    starts: () => this.#starts,
    summary: () =>
      rosterSummary(this.#rows, this.#filters, { terms: this.#terms, isPrinting: this.#window.isPrinting }),
    tools: () => this.#tools.renderButtons(),
    toRows: () => this.#toRows(),
  });
  readonly #tools: RosterTools = new RosterTools(this, {
    terms: () => this.#terms,
    isEditable: () => this.#canMark,
    rows: () => this.#rows,
    marks: () => this.#desk.marks,
    filters: () => this.#filters,
  });
  readonly #products = new KnownProducts(this);
  readonly #rows = new RosterRows(this, {
    base: () => baseQuery(this),
    filter: () => this.#filters.filter,
    order: () => this.#filters.order,
    size: () => Math.min(Math.max(1, Math.trunc(this.pageSize) || DEFAULT_PAGE_SIZE), DEFAULT_PAGE_SIZE),
  });
  readonly #desk = new MarkDesk(this, this.#rows, {
    terms: () => this.#terms,
    locale: () => this.localeTag,
    isEditable: () => this.#canMark,
    keys: () => this.keys,
    open: (id) => this.#open(id),
    focusRow: (index) => this.#window.focusRow(index),
    focusSearch: () => this.renderRoot.querySelector<HTMLElement>('#search')?.focus(),
  });
  readonly #window = new RowWindow(this, {
    count: () => this.#rows.count,
    here: () => this.#rows.shown.length,
    scroller: () => this.renderRoot.querySelector<HTMLElement>('.scroller'),
    head: () => this.renderRoot.querySelector<HTMLElement>('thead'),
    pinned: () => this.#desk.cursor.index,
    onRange: (lastIndex) => this.#rows.want(lastIndex),
  });
  readonly #table = new RosterTable(this, {
    rows: this.#rows,
    desk: this.#desk,
    window: this.#window,
    filters: this.#filters,
    fields: () => readFields(this.fields),
    terms: () => this.#terms,
    isEditable: () => this.#canMark,
    rules: () => this.rules ?? this.resolvedBackend?.rules ?? 'kit',
    toRows: () => this.#toRows(),
  });
  #details: DetailsPanel | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Another course or date has other people.
    if (changed.has('productId') || changed.has('startingDateId')) this.#desk.cursor.clear();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { state } = this.#rows;
    this.toggleRecordStates(state);
    this.toggleState('busy', this.#desk.marks.isBusy);
    this.toggleState('empty', state.kind === 'ready' && this.#rows.count === 0);
    this.#filters.tellFound(this.#rows.isBusy);
  }

  get #terms(): EnrollmentRosterTerms {
    return this.terms(enrollmentRosterTerms);
  }

  get #canMark(): boolean {
    const backend = this.resolvedBackend;
    return this.editable && Boolean(backend?.changeStatuses ?? backend?.changeStatus);
  }

  get #starts() {
    return this.startingDateId ? [] : (this.#products.get(this.productId)?.startingDates ?? []);
  }

  protected override render(): TemplateResult {
    return html`<div class="roster" part="base">
      ${this.#filters.render()}
      <div class="list" @focusin=${(event: FocusEvent) => keepUncovered(event, this.renderRoot.querySelector('.bar'))}>
        ${renderRecord(this, this.#rows, {
          loading: () => this.#table.renderLoading(),
          ready: () => (this.#rows.count === 0 ? this.#renderNone() : this.#table.render()),
        })}
        ${this.#rows.problem ? renderProblem(this, this.#rows.problem, this.#rows.retryMore) : nothing}
        ${this.#rows.count > 0 ? this.#desk.renderBar() : nothing}
      </div>
      ${this.#details?.render() ?? nothing} ${this.#tools.renderPanel()}
    </div>`;
  }

  #renderNone(): TemplateResult {
    const isFiltered = this.#filters.isFiltered;
    return html`<p class="nobody" part="empty"><bdi>${isFiltered ? this.#terms.noMatch : this.#terms.empty}</bdi></p>`;
  }

  #toRows(): void {
    this.#window.focusRow(this.#desk.cursor.index);
  }

  #open(enrollmentId: string): void {
    if (!ask<RosterOpenDetail>(this, 'ek-roster-open', { enrollmentId })) return;
    void this.#showDetails(enrollmentId);
  }

  async #showDetails(id: string): Promise<void> {
    try {
      const { DetailsPanel: Panel } = await import('./details/details-panel.js');
      this.#details ??= new Panel(this, {
        terms: () => this.#terms,
        locale: () => this.localeTag,
        isEditable: () => this.editable,
        get: (each) => this.#rows.get(each),
        neighbour: (each, step) => this.#rows.at(this.#rows.placeOf(each) + step)?.id,
        product: (each) => this.#products.get(each),
        refresh: (each) => this.#products.refresh(each),
        accept: (enrollment: Enrollment) => this.#rows.accept([enrollment]),
        onClose: (each) => this.#window.focusRow(Math.max(0, this.#rows.placeOf(each))),
      });
      this.#details.show(id);
    } catch {
      this.announce(this.common.errors.internal);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'enrollment-roster': EnrollmentRoster;
  }
}
