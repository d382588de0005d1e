import type { CourseDay, StartingDate, StartOffer } from '@enrollkit/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../base/icons.js';
import { keep, kept, sentence } from '../base/language/kept-words.js';
import { hasCalendarDays } from './has-calendar-days.js';
import { isBookable, keyOf } from './offered-product.js';
import type { ShownStarts, StartFilter } from './shown-starts.js';
import type { StartBrowser } from './start-browser.js';
import type { StartWords } from './start-words.js';

/** Starts, and what can be done with them. */
export interface StartsView {
  readonly shown: ShownStarts;
  readonly browser: StartBrowser;
  readonly words: StartWords;
  /** Names the group of radios. */
  readonly label: string;
  /** Called with the start that was chosen. Without it the starts are a list. */
  readonly onChoose: ((start: StartingDate) => void) | undefined;
  readonly onFilter: (filter: StartFilter) => void;
  readonly onCalendar: (start: StartingDate) => void;
  readonly chosenId: string | undefined;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly isInvalid: boolean;
}

const calendarIcon = icon(
  svg`<rect class="line" x="2" y="3.2" width="12" height="10.8" rx="1.5"/><path class="line" d="M2 6.6h12M5.2 1.6v3M10.8 1.6v3"/>`,
);

/** The filters of a long list, the starts, and the way to the rest of them. */
export function renderStarts(view: StartsView): TemplateResult {
  const { shown, words, label, onChoose, required, isInvalid } = view;
  const { terms } = words;
  const { offers } = shown;
  const key = ({ start }: StartOffer): string => keyOf(start);
  return html`
    ${renderFilters(view)}
    ${
      onChoose
        ? html`<div
            class="starts"
            part="starts"
            role="radiogroup"
            aria-label=${label}
            aria-required=${required}
            aria-invalid=${isInvalid}
          >
            ${repeat(offers, key, (offer) => renderStart(offer, view))}
          </div>`
        : html`<ul class="starts" part="starts" role="list" aria-label=${label}>
            ${repeat(offers, key, (offer) => html`<li>${renderStart(offer, view)}</li>`)}
          </ul>`
    }
    ${shown.found === 0 ? html`<p class="empty"><bdi>${terms.noneFound}</bdi></p>` : nothing}
    ${
      shown.isLimited
        ? html`<button
            class="button"
            part="button more-button"
            type="button"
            aria-expanded=${view.browser.showsAll}
            @click=${view.browser.toggleAll}
          >
            ${view.browser.showsAll ? terms.showFewer : terms.showAll(shown.total)}
          </button>`
        : nothing
    }
  `;
}

function renderFilters({ shown, browser, words, onFilter }: StartsView): TemplateResult | typeof nothing {
  const { terms } = words;
  const { months, places } = shown;
  const { filter } = browser;
  if (months.length === 0 && places.length === 0) return nothing;
  const choice = (
    label: string,
    all: string,
    options: readonly (readonly [string, string])[],
    value: string,
    onInput: (value: string) => void,
    isName = false,
  ): TemplateResult | typeof nothing =>
    options.length === 0
      ? nothing
      : html`<label class="filter" part="filter">
          <span>${label}</span>
          <select .value=${live(value)} @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value)}>
            <option value="">${all}</option>
            ${options.map(([key, text]) => html`<option translate=${isName && key !== '' ? 'no' : nothing} value=${key} ?selected=${key === value}>${text}</option>`)}
          </select>
        </label>`;
  return html`<div class="filters" part="filters">
    ${choice(
      terms.month,
      terms.allMonths,
      months.map((month) => [month, words.month(`${month}-01`)]),
      filter.month,
      (month) => onFilter({ ...filter, month }),
    )}
    ${choice(
      terms.place,
      terms.allPlaces,
      places.map((place) => [place, place]),
      filter.place,
      (place) => onFilter({ ...filter, place }),
      true,
    )}
  </div>`;
}

function renderStart(offer: StartOffer, view: StartsView): TemplateResult {
  const { start, availability } = offer;
  const isChoice = view.onChoose !== undefined && isBookable(offer);
  const isChosen = isChoice && start.id === view.chosenId;
  const mayBePlanned = availability !== 'past' && availability !== 'cancelled' && hasCalendarDays(start);
  const state = availability === 'open' ? '' : ' unavailable';
  return html`<div class="start ${availability}${state}${isChosen ? ' chosen' : ''}" part="start">
    ${
      isChoice
        ? html`<label class="choice" part="choice">
            <input
              type="radio"
              name="start"
              part="radio"
              value=${start.id ?? ''}
              .checked=${live(isChosen)}
              ?disabled=${view.disabled}
              @change=${() => view.onChoose?.(start)}
            />
            ${renderSummary(offer, view)}
          </label>`
        : html`<div class="choice">
            ${view.onChoose ? html`<span class="no-radio"></span>` : nothing}${renderSummary(offer, view)}
          </div>`
    }
    ${
      mayBePlanned
        ? html`<button
            class="button icon-only calendar"
            part="button calendar-button"
            type="button"
            title=${view.words.terms.calendar}
            aria-label=${view.words.terms.calendarOf(view.words.name(start))}
            @click=${() => view.onCalendar(start)}
          >
            ${calendarIcon}
          </button>`
        : nothing
    }
    ${start.schedule.length > 0 ? renderSchedule(start, view) : nothing}
  </div>`;
}

function renderSummary(offer: StartOffer, { words }: StartsView): TemplateResult {
  const { start } = offer;
  return html`<span class="summary">
    <span class="period" part="period"><bdi>${words.period(start)}</bdi></span>
    ${start.place.trim() ? html`<span class="place" part="place">${kept(start.place.trim())}</span>` : nothing}
    ${words.notes(offer).map(({ kind, text }) => html`<span class="note ${kind}" part="note ${kind}"><bdi>${text}</bdi></span>`)}
  </span>`;
}

function renderSchedule(start: StartingDate, view: StartsView): TemplateResult {
  const { words, browser } = view;
  const isOpen = browser.openSchedules.has(keyOf(start));
  const about = sentence(`${words.terms.schedule}, ${words.name(start, keep)}`);
  return html`<details
    class="schedule"
    part="schedule"
    ?open=${isOpen}
    @toggle=${(event: Event) => browser.toggleSchedule(start, (event.target as HTMLDetailsElement).open)}
  >
    <summary part="schedule-summary">
      <span class="visually-hidden">${about}, </span><bdi>${words.scheduleInShort(start.schedule)}</bdi>
    </summary>
    ${isOpen ? renderCourseDays(start, words) : nothing}
  </details>`;
}

/** A line for each day. What all lines would say is said once, above them. */
function renderCourseDays(start: StartingDate, words: StartWords): TemplateResult {
  const days = start.schedule.toSorted((a, b) => order(a).localeCompare(order(b)));
  const place = (day: CourseDay): string => (day.place.trim() === start.place.trim() ? '' : day.place.trim());
  return html`<ol class="days" part="days" role="list">
    ${days.map(
      (day) =>
        html`<li class="day" part="day">
          <time datetime=${day.date} class="date">${words.courseDay(day)}</time>
          <span class="time">${words.time(day)}</span>
          <span class="what"
            ><bdi>${sentence([day.name.trim(), keep(place(day))].filter(Boolean).join(', '))}</bdi></span
          >
        </li>`,
    )}
  </ol>`;
}

function order({ date, startTime = '' }: CourseDay): string {
  return `${date} ${startTime}`;
}
