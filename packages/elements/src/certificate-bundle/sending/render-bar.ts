import { html, nothing, type TemplateResult } from 'lit';
import type { CommonTerms } from '../../terms/common.js';
import { renderProblem } from '../../base/reading/render-record.js';
import type { CertificateBundleTerms } from '../../terms/certificate-bundle.js';
import type { BundleRun } from '../bundle-run.js';
import { countOutcomes } from './outcomes.js';

interface BarView {
  readonly run: BundleRun;
  readonly t: CertificateBundleTerms;
  readonly common: CommonTerms;
  /** Files of which a person has yet to say whose they are. */
  readonly open: number;
  readonly onSend: () => void;
  readonly onReport: () => void;
  readonly onForget: () => void;
}

/** Sending, how far it is, and what came of it. */
export function renderBar(view: BarView): TemplateResult {
  const { run, t, open } = view;
  const count = run.sendable.length;
  const { sent, there, queued, failed } = countOutcomes(run.outcomes);
  const over = sent + there + queued;
  // Files that are there already are no outcome of what nobody has begun.
  const isBegun = run.phase !== 'choosing';
  const isPaused = run.phase === 'paused' && over > 0 && count > 0;
  const mayCall = !run.isUnderWay && (count > 0 || !isBegun);
  return html`<div class="bar way" part="bar">
      ${run.stop && !run.isElsewhere ? renderProblem(view, run.stop.problem) : nothing}
      ${run.isSending ? renderProgress(view) : nothing}
      ${
        isBegun && !run.isUnderWay && over + failed > 0
          ? html`<p id="outcome" part="outcome" tabindex="-1">
              ${isPaused ? t.pausedBefore(over, over + count) : t.outcome({ sent, there, queued, failed })}
            </p>`
          : nothing
      }
      ${open > 0 && !run.isUnderWay ? html`<p class="muted">${t.stillToDo(open)}</p>` : nothing}
      ${run.isSending || mayCall ? html`<div class="buttons">${run.isSending ? renderPause(view) : renderSend(view, { count, isPaused })}</div>` : nothing}
    </div>
    ${run.isKept ? nothing : html`<p class="notice">${t.notKept}</p>`}
    <div class="buttons">
      ${over + failed > 0 ? button(t.report, 'report-button', view.onReport) : nothing}
      ${run.isUnderWay ? nothing : button(t.forget, 'forget-button', view.onForget)}
    </div>`;
}

/** That another window sends these, and how far that one has said it is: on top, where files were added. */
export function renderElsewhere(view: Pick<BarView, 'run' | 't'>): TemplateResult {
  return html`<p id="elsewhere" class="notice" part="notice" tabindex="-1">${view.t.elsewhere}</p>
    ${view.run.progress.total > 0 ? renderProgress(view) : nothing}`;
}

function renderProgress({ run, t }: Pick<BarView, 'run' | 't'>): TemplateResult {
  const { done, total, gone } = run.progress;
  return html`<div class="sending">
    <progress part="progress" aria-label=${t.heading} max=${total} value=${gone}></progress>
    <span>${t.progress(String(done), String(total))}</span>
  </div>`;
}

function renderPause({ run, t }: BarView): TemplateResult {
  return html`<button id="pause" class="button" part="button pause-button" type="button" @click=${() => run.pause()}>
    ${t.pause}
  </button>`;
}

function renderSend(
  { run, t, onSend }: BarView,
  { count, isPaused }: { readonly count: number; readonly isPaused: boolean },
): TemplateResult {
  const isOff = run.isLooking || count === 0;
  return html`<button
    id="send"
    class="button primary"
    part="button send-button"
    type="button"
    aria-disabled=${isOff ? 'true' : nothing}
    @click=${onSend}
  >
    ${isPaused ? t.goOn(count) : t.send(count)}
  </button>`;
}

function button(label: string, part: string, act: () => void): TemplateResult {
  return html`<button class="button" part="button ${part}" type="button" @click=${act}>${label}</button>`;
}

/** The question before every file is removed. */
export function renderForgetDialog(
  t: CertificateBundleTerms,
  { onForget }: { readonly onForget: () => void },
): TemplateResult {
  const close = (event: Event): void => (event.currentTarget as Element).closest('dialog')?.close();
  return html`<dialog part="dialog" aria-labelledby="forget-title">
    <h3 id="forget-title">${t.forgetTitle}</h3>
    <p>${t.forgetText}</p>
    <div class="dialog-actions">
      <button class="button" part="button" type="button" @click=${close}>${t.keep}</button>
      <button
        id="forget"
        class="button destructive"
        part="button"
        type="button"
        @click=${(event: Event) => {
          close(event);
          onForget();
        }}
      >
        ${t.forget}
      </button>
    </div>
  </dialog>`;
}
