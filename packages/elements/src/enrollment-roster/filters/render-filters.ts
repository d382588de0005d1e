import { STATUSES, type EnrollmentNeed, type StoredProduct } from '@enrollkit/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDay, formatDays } from '../../base/language/formats.js';
import { sayTotal } from '../../base/language/say-total.js';
import type { TaskCount } from './task-counts.js';
import { icon } from '../../base/icons.js';
import { wordOf, type Speech } from '../../enrollment-status/say.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import { orderOf, type RosterField } from '../table/roster-fields.js';
import { BOOKING_WORDS, TASKS, type FilterStatus, type RosterFilter, type RosterOrder } from './roster-filter.js';

type StartingDate = StoredProduct['startingDates'][number];

export interface FiltersView {
  readonly terms: EnrollmentRosterTerms;
  readonly speech: Speech;
  readonly filter: RosterFilter;
  readonly order: RosterOrder;
  readonly fields: readonly RosterField[];
  readonly counts: ReadonlyMap<EnrollmentNeed, TaskCount>;
  /** The host shows one status only: then there is none to choose. */
  readonly hasStatus: boolean;
  /** Starts to choose from; none where the host shows one. */
  readonly starts: readonly StartingDate[];
  readonly isOpen: boolean;
  readonly summary: string;
  readonly onPart: (part: keyof RosterFilter, text: string) => void;
  readonly onOrder: (order: RosterOrder) => void;
  readonly onToggle: () => void;
  readonly onClear: () => void;
  /** On to the rows, past all that narrows them down: from the search, or from before it. */
  readonly onDown: () => void;
  /** Exporting and the like. */
  readonly tools: TemplateResult | typeof nothing;
}

const searchIcon = icon(svg`<path class="line" d="M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6M10.6 10.6l3.4 3.4"/>`);

/** What narrows the list down, and what there is to do. */
export function renderFilters(view: FiltersView): TemplateResult {
  const { terms, filter, counts, onPart, onClear, summary, tools } = view;
  const tasks = TASKS.filter((task) => (counts.get(task)?.total ?? 0) > 0 || filter.task === task);
  const isFiltered = Object.keys(filter).length > 0;
  return html`${
      tools === nothing
        ? nothing
        : html`<button class="button skip" part="button skip-button" type="button" @click=${view.onDown}>
            ${terms.toRows}
          </button>`
    }
    <div class="filters" part="filters" role="search" aria-label=${terms.label}>
      <label class="search">
        ${searchIcon}
        <span class="visually-hidden">${terms.search}</span>
        <input
          id="search"
          class="field"
          part="field"
          type="search"
          maxlength="255"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          placeholder=${terms.searchHint}
          .value=${live(filter.search ?? '')}
          @input=${(event: Event) => onPart('search', valueOf(event))}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'ArrowDown' || event.isComposing) return;
            event.preventDefault();
            view.onDown();
          }}
        />
      </label>
      ${view.hasStatus ? renderStatus(view) : nothing}
      <button
        class="button"
        part="button filters-button"
        type="button"
        aria-expanded=${view.isOpen}
        aria-controls="more-filters"
        @click=${view.onToggle}
      >
        ${terms.moreFilters}
      </button>
      <span class="tools">${tools}</span>
    </div>
    <div class="filters more" id="more-filters" ?hidden=${!view.isOpen}>${renderMore(view)}</div>
    <div class="todo" part="todo">
      <p class="summary" part="count"><bdi>${summary}</bdi></p>
      ${
        tasks.length > 0
          ? html`<span class="todo-label" id="todo">${terms.todo}</span>
              <span class="tasks" role="group" aria-labelledby="todo">
                ${tasks.map((task) => renderTask(task, view))}
              </span>`
          : nothing
      }
      ${
        isFiltered
          ? html`<button class="button link" part="button clear-button" type="button" @click=${onClear}>
              ${terms.clearFilters}
            </button>`
          : nothing
      }
    </div>`;
}

function renderTask(task: EnrollmentNeed, { terms, filter, counts, speech, onPart }: FiltersView): TemplateResult {
  const isOn = filter.task === task;
  const count = counts.get(task);
  return html`<button
    class="button task"
    part="button task-button"
    type="button"
    aria-pressed=${isOn}
    @click=${() => onPart('task', isOn ? '' : task)}
  >
    ${terms.tasks[task]} ${count === undefined ? nothing : html`<b>${sayTotal(count, terms, speech.locale)}</b>`}
  </button>`;
}

function renderStatus({ terms, speech, filter, onPart }: FiltersView): TemplateResult {
  const statuses: readonly FilterStatus[] = [...STATUSES.filter((status) => status !== 'unknown'), ...BOOKING_WORDS];
  return html`<label class="pick">
    <span class="visually-hidden">${terms.statusFilter}</span>
    ${select(
      filter.status ?? '',
      [['', terms.everyStatus], ...statuses.map((status) => [status, wordOf(status, speech)] as const)],
      (value) => onPart('status', value),
    )}
  </label>`;
}

function renderMore({ terms, speech, filter, order, fields, starts, onPart, onOrder }: FiltersView): TemplateResult {
  const orders = fields.flatMap((field) => {
    const by = orderOf(field);
    const word = terms.fields[field];
    return by === undefined
      ? []
      : [[by, terms.ascending(word)] as const, [`-${by}` as const, terms.descending(word)] as const];
  });
  return html`${
      starts.length > 0
        ? html`<label class="pick">
            <span>${terms.startFilter}</span>
            ${select(
              filter.start ?? '',
              [
                ['', terms.everyStart],
                ...starts.map((start) => [start.id ?? '', startWords(start, speech.locale)] as const),
              ],
              (value) => onPart('start', value),
              'no',
            )}
          </label>`
        : nothing
    }
    <label class="pick">
      <span>${terms.missingFilter}</span>
      ${select(
        filter.missing ?? '',
        [
          ['', terms.nothingMissing],
          ['certificate', terms.missing.certificate],
          ['invoice', terms.missing.invoice],
        ],
        (value) => onPart('missing', value),
      )}
    </label>
    <label class="pick">
      <span>${terms.endsBefore}</span>
      <input
        class="field"
        part="field"
        type="date"
        .value=${live(filter.before ?? '')}
        @change=${(event: Event) => onPart('before', valueOf(event))}
      />
    </label>
    <label class="pick">
      <span>${terms.order}</span>
      ${select(order, orders, (value) => onOrder(value as RosterOrder))}
    </label>`;
}

/** A start as people tell it apart: days and place. */
export function startWords({ startDate, endDate, startDateIsMonthOnly, place }: StartingDate, locale: string): string {
  const days =
    startDateIsMonthOnly || endDate === undefined
      ? formatDay(startDate, locale, startDateIsMonthOnly)
      : formatDays(startDate, endDate, locale);
  return [days, place].filter(Boolean).join(', ');
}

function select(
  chosen: string,
  options: readonly (readonly [string, string])[],
  onChange: (value: string) => void,
  translate: 'no' | typeof nothing = nothing,
): TemplateResult {
  return html`<select
    class="field"
    part="field"
    .value=${live(chosen)}
    @change=${(event: Event) => onChange(valueOf(event))}
  >
    ${options.map(
      ([value, word]) =>
        html`<option translate=${value ? translate : nothing} value=${value} ?selected=${value === chosen}>
          ${word}
        </option>`,
    )}
  </select>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
