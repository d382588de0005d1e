import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { warningIcon } from '../base/icons.js';
import type { CourseBookingTerms, FieldFault } from '../terms/course-booking.js';
import { MOST_PARTICIPANTS, type Row } from './booking-draft.js';

export interface ParticipantsView {
  readonly rows: readonly Row[];
  readonly faults: ReadonlyMap<number, { name?: FieldFault; email?: FieldFault }>;
  readonly isMany: boolean;
  /** A person who books for themselves has the browser fill in what it knows. */
  readonly isOwn: boolean;
  readonly isBusy: boolean;
  readonly terms: CourseBookingTerms;
  /** Why one isn't booked. */
  readonly failureOf: (why: string) => string;
  readonly onInput: (key: number, field: 'name' | 'email', value: string) => void;
  readonly onPaste: (key: number, event: ClipboardEvent) => void;
  readonly onAdd: () => void;
  readonly onRemove: (key: number) => void;
}

/** Who takes part: one person, or a row for each of many. */
export function renderParticipants(view: ParticipantsView): TemplateResult {
  const { rows, isMany, terms } = view;
  return html`<fieldset class="group" part="participants">
    <legend>${isMany ? terms.participants : terms.participant}</legend>
    ${
      isMany
        ? html`<p class="muted hint"><bdi>${terms.pasteHint}</bdi></p>
            <div class="rows">
              ${repeat(
                rows,
                ({ key }) => key,
                (row, index) =>
                  html`<div role="group" aria-label=${terms.participantNumber(String(index + 1))}>
                    ${renderRow(row, index, view)}
                  </div>`,
              )}
            </div>
            ${
              rows.length < MOST_PARTICIPANTS
                ? html`<button class="button" part="button add-button" type="button" @click=${view.onAdd}>
                    ${terms.add}
                  </button>`
                : nothing
            }`
        : rows.slice(0, 1).map((row) => renderRow(row, 0, view))
    }
  </fieldset>`;
}

function renderRow(row: Row, index: number, view: ParticipantsView): TemplateResult {
  const { outcome } = row;
  const { terms } = view;
  const isDone = outcome?.kind === 'booked' || outcome?.kind === 'queued';
  const canGo = view.isMany && view.rows.length > 1 && !isDone;
  return html`<div class="row" part="row">
      ${renderField(row, 'name', view)} ${renderField(row, 'email', view)}
      ${
        canGo
          ? html`<button
              class="button icon-only remove"
              part="button remove-button"
              type="button"
              aria-label=${terms.remove(String(index + 1))}
              title=${terms.remove(String(index + 1))}
              ?disabled=${view.isBusy}
              @click=${() => view.onRemove(row.key)}
            >
              ×
            </button>`
          : nothing
      }
    </div>
    ${renderOutcome(row, view)}`;
}

function renderField(row: Row, field: 'name' | 'email', view: ParticipantsView): TemplateResult {
  const { terms, isOwn, isBusy } = view;
  const { key, outcome } = row;
  const fault = view.faults.get(key)?.[field];
  const id = `${field}-${key}`;
  const isDone = outcome?.kind === 'booked' || outcome?.kind === 'queued';
  return html`<div class="field">
    <label for=${id}>${terms[field]}</label>
    <input
      id=${id}
      part="field"
      type=${field === 'email' ? 'email' : 'text'}
      autocomplete=${isOwn ? field : 'off'}
      spellcheck="false"
      .value=${live(row[field])}
      ?readonly=${isBusy || isDone}
      aria-required="true"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${id}-fault` : nothing}
      @input=${(event: Event) => view.onInput(key, field, (event.target as HTMLInputElement).value)}
      @paste=${(event: ClipboardEvent) => view.onPaste(key, event)}
    />
    ${fault ? html`<p class="fault" id="${id}-fault" part="fault">${warningIcon}<bdi>${terms.faults[fault]}</bdi></p>` : nothing}
  </div>`;
}

function renderOutcome({ outcome }: Row, view: ParticipantsView): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  const { terms, failureOf } = view;
  const sentence =
    outcome.kind === 'booked'
      ? outcome.enrollment.bookingState === 'requested'
        ? terms.rowRequested
        : terms.rowBooked
      : outcome.kind === 'queued'
        ? terms.rowQueued
        : failureOf(outcome.why);
  return html`<p class="outcome ${outcome.kind}" part="outcome">
    ${outcome.kind === 'failed' ? warningIcon : nothing}<bdi>${sentence}</bdi>
  </p>`;
}
