import { STATUSES_BY_HAND, type ParticipationStatus } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { renderProblem } from '../../base/reading/render-record.js';
import type { EnrollmentStatusTerms } from '../../terms/enrollment-status.js';
import { statusIcon } from '../status-icons.js';

/** What is chosen, what became of it, and what the panel tells. */
interface EditorView {
  readonly choice: ParticipationStatus | undefined;
  readonly busy: boolean;
  readonly theirs: ParticipationStatus | undefined;
  readonly problem: Problem | undefined;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onToggle: (event: ToggleEvent) => void;
  readonly onInput: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly cancel: () => void;
}

/** The panel behind the pencil. */
export function renderEditor(host: EnrollkitElement, editor: EditorView, terms: EnrollmentStatusTerms): TemplateResult {
  const { choice, busy, theirs, problem } = editor;
  const { statuses } = host.common;
  return html`<div
    class="panel"
    part="panel"
    popover
    role="dialog"
    aria-labelledby="title"
    @keydown=${editor.onKeydown}
    @toggle=${editor.onToggle}
  >
    <form @submit=${editor.onSubmit} aria-busy=${busy}>
      <fieldset @input=${editor.onInput}>
        <legend id="title">${terms.edit}</legend>
        ${STATUSES_BY_HAND.map(
          (status) =>
            html`<label class="choice ${status}">
              <input type="radio" name="status" .value=${status} .checked=${status === choice} />
              ${statusIcon(status)} ${statuses[status]}
            </label>`,
        )}
      </fieldset>
      <div role="alert">
        ${theirs ? html`<p class="note"><bdi>${terms.changedMeanwhile(statuses[theirs])}</bdi></p>` : nothing}
        ${problem ? renderProblem(host, problem) : nothing}
      </div>
      <div class="actions">
        <button class="button" part="button cancel-button" type="button" @click=${editor.cancel}>${terms.close}</button>
        <button class="button primary" part="button update-button" aria-disabled=${busy}>
          ${busy ? terms.updating : theirs && choice ? terms.changeAnyway(statuses[choice]) : terms.update}
        </button>
      </div>
    </form>
  </div>`;
}
