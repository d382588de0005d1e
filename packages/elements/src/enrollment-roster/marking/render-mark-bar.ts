import { STATUSES_BY_HAND, type ParticipationStatus } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { sentence } from '../../base/language/kept-words.js';
import type { CommonTerms } from '../../terms/common.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import { statusGlyph } from '../table/render-row.js';
import { keyOf, type MarkKeys } from './mark-keys.js';

/** As many characters as a note may have. Source: domain.md section 1. */
export const LONGEST_NOTE = 500;

export interface MarkBarView {
  readonly terms: EnrollmentRosterTerms;
  readonly common: CommonTerms;
  readonly keys: MarkKeys;
  /** Whom a button is about, in words. */
  readonly about: string;
  readonly isBusy: boolean;
  readonly hasSelection: boolean;
  /** What was said of the last action, and what can be done about it. */
  readonly outcome: string;
  readonly canUndo: boolean;
  readonly failed: number;
  /** The status that rows with a result could get too. */
  readonly overwrite: ParticipationStatus | undefined;
  /** Set while a note is being written. */
  readonly noting: { readonly status: ParticipationStatus; readonly text: string; readonly who: string } | undefined;
  readonly showsKeys: boolean;
  readonly onMark: (status: ParticipationStatus) => void;
  readonly onRest: () => void;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
  readonly onOverwrite: () => void;
  readonly onClear: () => void;
  readonly onKeys: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onNoteInput: (event: Event) => void;
  readonly onNoteKeydown: (event: KeyboardEvent) => void;
  readonly onNoteSubmit: (event: Event) => void;
  readonly onNoteCancel: () => void;
}

/** What can be done with the rows that are chosen, always in view. */
export function renderMarkBar(view: MarkBarView): TemplateResult {
  const { terms, noting } = view;
  return html`<div
    class="bar"
    part="bar"
    role="group"
    aria-label=${terms.setStatus}
    aria-busy=${view.isBusy}
    @keydown=${view.onKeydown}
  >
    ${noting ? renderNote(view, noting) : renderButtons(view)} ${view.showsKeys ? renderKeyHelp(view) : nothing}
    ${view.outcome !== '' || view.canUndo || view.failed > 0 ? renderOutcome(view) : nothing}
  </div>`;
}

function renderOutcome(view: MarkBarView): TemplateResult {
  const { terms } = view;
  return html`<div class="outcome" part="outcome">
    ${view.outcome === '' ? nothing : html`<p><bdi>${view.outcome}</bdi></p>`}
    ${
      view.overwrite
        ? html`<button class="button" part="button overwrite-button" type="button" @click=${view.onOverwrite}>
            ${terms.overwrite(view.common.statuses[view.overwrite])}
          </button>`
        : nothing
    }
    ${
      view.failed > 0
        ? html`<button class="button" part="button retry-button" type="button" @click=${view.onRetry}>
            ${terms.retryFailed}
          </button>`
        : nothing
    }
    ${
      view.canUndo
        ? html`<button
            class="button"
            part="button undo-button"
            type="button"
            aria-disabled=${view.isBusy}
            aria-keyshortcuts="Control+Z"
            @click=${view.onUndo}
          >
            ${terms.undo}
          </button>`
        : nothing
    }
  </div>`;
}

function renderButtons({
  terms,
  common,
  keys,
  about,
  hasSelection,
  onMark,
  onRest,
  onClear,
  onKeys,
  showsKeys,
}: MarkBarView): TemplateResult {
  return html`<div class="marks">
    <span class="about" part="chosen"><bdi>${sentence(about)}</bdi></span>
    ${
      hasSelection
        ? html`<button class="button link clear-button" part="button" type="button" @click=${onClear}>
            ${terms.clearSelection}
          </button>`
        : nothing
    }
    ${STATUSES_BY_HAND.map((status) => {
      const key = keyOf(keys, status);
      return html`<button
        class="button mark-button ${status}"
        part="button mark-button"
        type="button"
        aria-keyshortcuts=${key ?? nothing}
        @click=${() => onMark(status)}
      >
        ${statusGlyph(status)} ${common.statuses[status]} ${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
      </button>`;
    })}
    <button class="button primary rest-button" part="button rest-button" type="button" @click=${onRest}>
      ${terms.restCompleted(common.statuses.completed)}
    </button>
    <button
      class="button link keys-button"
      part="button keys-button"
      type="button"
      aria-expanded=${showsKeys}
      @click=${onKeys}
    >
      ${terms.allKeys} <kbd aria-hidden="true">?</kbd>
    </button>
  </div>`;
}

function renderNote(
  { terms, common, onNoteInput, onNoteKeydown, onNoteSubmit, onNoteCancel }: MarkBarView,
  { status, text, who }: NonNullable<MarkBarView['noting']>,
): TemplateResult {
  const left = LONGEST_NOTE - text.length;
  return html`<form class="note-form" @submit=${onNoteSubmit} @keydown=${onNoteKeydown}>
    <label for="note">${sentence(terms.noteFor(common.statuses[status], who))}</label>
    <textarea
      id="note"
      class="field"
      part="field"
      rows="2"
      maxlength=${LONGEST_NOTE}
      autocomplete="off"
      aria-describedby="note-readers"
      .value=${live(text)}
      @input=${onNoteInput}
    ></textarea>
    <p class="muted" id="note-readers">
      <bdi>${terms.noteReaders}</bdi> ${left <= 100 ? terms.charactersLeft(String(left)) : nothing}
    </p>
    <div class="marks">
      <button class="button primary" part="button save-button">
        ${terms.saveWithNote} <kbd aria-hidden="true">↵</kbd>
      </button>
      <button class="button" part="button cancel-button" type="button" @click=${onNoteCancel}>${common.cancel}</button>
    </div>
  </form>`;
}

function renderKeyHelp({ terms, common, keys }: MarkBarView): TemplateResult {
  const { keyHelp } = terms;
  const rows: readonly (readonly [string, string])[] = [
    ['↑ ↓', keyHelp.move],
    ['␣', keyHelp.choose],
    ['⇧ ↑ ↓', keyHelp.range],
    ['Ctrl A', keyHelp.all],
    ...[...keys].map(([key, status]) => [key.toUpperCase(), common.statuses[status]] as const),
    ['↵', keyHelp.open],
    ['/', keyHelp.search],
    ['Ctrl Z', keyHelp.undo],
    ['Esc', keyHelp.clear],
  ];
  return html`<dl class="keys" part="keys">
    ${rows.map(
      ([key, what]) =>
        html`<div>
          <dt><kbd>${key}</kbd></dt>
          <dd>${what}</dd>
        </div>`,
    )}
  </dl>`;
}
