import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { nextPlace } from '../../base/next-place.js';
import { chevronIcon } from '../../enrollment-status/status-icons.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { RosterOrder } from '../filters/roster-filter.js';
import type { RowWindowView } from '../rows/row-window.js';
import { leastWidth, orderOf, type RosterField } from './roster-fields.js';

export interface TableView {
  readonly terms: EnrollmentRosterTerms;
  readonly fields: readonly RosterField[];
  readonly isEditable: boolean;
  readonly isBusy: boolean;
  readonly count: number;
  /** Otherwise there are more, nobody knows how many: ARIA says -1. */
  readonly isCounted: boolean;
  readonly window: RowWindowView;
  readonly order: RosterOrder;
  /** `true`: every row that is shown is chosen. */
  readonly allSelected: boolean | 'some';
  readonly keyOf: (index: number) => string;
  readonly row: (index: number) => TemplateResult;
  readonly onSort: (order: RosterOrder) => void;
  readonly onSelectAll: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onMousedown: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** Which control of the head Tab leads to: the others are beside it, by arrows. */
  readonly headStop: string;
  readonly onHeadStop: (stop: string) => void;
  /** From the head to the rows. */
  readonly onDown: () => void;
}

/** The table: a grid to the keyboard and to screen readers, whatever part of its rows is in the page. */
export function renderTable(view: TableView): TemplateResult {
  const { terms, fields, isEditable, window } = view;
  return html`<div class="scroller ${window.isPartial ? 'windowed' : ''}" part="scroller">
    <table
      role="grid"
      part="table"
      aria-label=${terms.label}
      aria-rowcount=${view.isCounted ? view.count + 1 : -1}
      aria-multiselectable=${isEditable ? 'true' : nothing}
      aria-busy=${view.isBusy}
      ${ref(least(fields))}
      @keydown=${view.onKeydown}
      @click=${view.onClick}
      @mousedown=${view.onMousedown}
      @focusin=${view.onFocus}
    >
      ${isEditable ? html`<col class="select" />` : nothing} ${fields.map((field) => html`<col class=${field} />`)}
      <thead
        role="rowgroup"
        part="head"
        @keydown=${(event: KeyboardEvent) => pressInHead(event, view)}
        @focusin=${(event: FocusEvent) => view.onHeadStop((event.target as HTMLElement).dataset.stop ?? '')}
      >
        <tr role="row" aria-rowindex="1">
          ${isEditable ? renderSelectAll(view) : nothing} ${fields.map((field) => renderHeader(field, view))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${window.isPartial ? gap(window.rows[0]?.gapBefore ?? 0) : nothing}
        ${repeat(
          window.rows,
          ({ index }) => view.keyOf(index),
          ({ index, gapBefore }, place) =>
            html`${place > 0 && gapBefore > 0 ? gap(gapBefore) : nothing}${view.row(index)}`,
        )}
        ${window.isPartial ? gap(window.gapAfter) : nothing}
      </tbody>
    </table>
  </div>`;
}

/** As with the gaps: no style in the markup. */
const least =
  (fields: readonly RosterField[]) =>
  (element?: Element): void => {
    if (element) (element as HTMLElement).style.setProperty('--_least', `${leastWidth(fields)}em`);
  };

/**
 * Room for rows that aren't in the page. Set through the object model: a strict policy allows no style in the markup. The
 * first and the last stay where they are and only change their size.
 */
function gap(size: number): TemplateResult {
  const setSize = (element?: Element): void => {
    if (element) (element as HTMLElement).style.blockSize = `${size}px`;
  };
  return html`<tr class="gap" role="presentation" aria-hidden="true">
    <td role="presentation" ${ref(setSize)}></td>
  </tr>`;
}

/** As in a toolbar: one Tab stop for all that sorts, so that it isn't far to the rows. */
function pressInHead(event: KeyboardEvent, { onDown }: TableView): void {
  const stops = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[data-stop]')];
  const next = nextPlace(event, stops.indexOf(event.target as HTMLElement), stops.length);
  if (next === undefined && event.key !== 'ArrowDown') return;
  event.preventDefault();
  if (next === undefined) onDown();
  else stops[next]?.focus();
}

function renderSelectAll({ terms, allSelected, onSelectAll, headStop }: TableView): TemplateResult {
  return html`<th role="columnheader" scope="col" class="select">
    <input
      type="checkbox"
      data-stop=""
      tabindex=${headStop ? -1 : 0}
      aria-label=${terms.selectAll}
      .checked=${allSelected === true}
      .indeterminate=${allSelected === 'some'}
      @change=${onSelectAll}
    />
  </th>`;
}

function renderHeader(field: RosterField, { terms, order, headStop, onSort }: TableView): TemplateResult {
  const by = orderOf(field);
  const word = terms.fields[field];
  if (by === undefined) return html`<th role="columnheader" scope="col" class=${field}>${word}</th>`;
  const sorted = order === by ? 'ascending' : order === `-${by}` ? 'descending' : undefined;
  return html`<th role="columnheader" scope="col" class=${field} aria-sort=${sorted ?? 'none'}>
    <button
      class="sort"
      part="sort-button"
      type="button"
      data-stop=${field}
      tabindex=${field === headStop ? 0 : -1}
      @click=${() => onSort(sorted === 'ascending' ? `-${by}` : by)}
    >
      ${word}${sorted ? html`<span class="arrow ${sorted}">${chevronIcon}</span>` : nothing}
    </button>
  </th>`;
}
