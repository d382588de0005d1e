import { html, nothing, type TemplateResult } from 'lit';
import { wordLimits, type FileWording } from '../base/files/file-wording.js';
import { uploadIcon } from '../base/files/file-icons.js';
import { isOutOfHand, type UploadItem } from '../base/files/upload-item.js';
import { renderUploadQueue } from '../base/files/upload-queue.js';
import type { CommonTerms } from '../terms/common.js';
import type { InvoiceUploadTerms } from '../terms/invoice-upload.js';
import type { InvoiceSession } from './invoice-session.js';

/** What the form needs to be shown; an action that isn't there isn't offered. */
export interface InvoiceFormView {
  readonly terms: InvoiceUploadTerms;
  readonly wording: FileWording;
  readonly session: InvoiceSession;
  /** Whether this is the first invoice: then it also says what follows from one. */
  readonly isFirst: boolean;
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
  readonly onSubmit: (event: Event) => void;
  readonly onRetry: () => void;
  readonly onLeave: (item: UploadItem) => void;
  readonly onElsewhere: (() => void) | undefined;
  readonly isRecording: boolean;
}

export function renderInvoiceForm(view: InvoiceFormView): TemplateResult {
  const { terms, wording, session, onFiles } = view;
  const { items, isRunning } = session.manager;
  const isChosen = items.some((item) => !isOutOfHand(item));
  return html`<form novalidate part="form" @submit=${view.onSubmit}>
    ${onFiles && !isChosen ? renderZone(terms, wording, onFiles) : nothing}
    ${renderUploadQueue({
      wording,
      session,
      onRetry: view.onRetry,
      onReplace: view.onLeave,
      onRemove: view.onLeave,
    })}
    ${view.isFirst ? html`<p class="muted"><bdi>${terms.what}</bdi></p>` : nothing}
    <div class="actions">
      ${
        items.some(({ state }) => state === 'ready' || state === 'checking')
          ? html`<button class="button primary" part="button upload-button">${wording.files.upload}</button>`
          : nothing
      }
      ${
        view.onElsewhere && !isRunning
          ? html`<button
              class="button elsewhere"
              part="button elsewhere-button"
              type="button"
              aria-disabled=${view.isRecording}
              @click=${view.onElsewhere}
            >
              ${terms.elsewhere}
            </button>`
          : nothing
      }
    </div>
  </form>`;
}

function renderZone(
  terms: InvoiceUploadTerms,
  wording: FileWording,
  onFiles: (files: readonly File[]) => void,
): TemplateResult {
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    onFiles([...(input.files ?? [])]);
    // So that choosing the same file again is a change too.
    input.value = '';
  };
  return html`<div class="zone" part="drop-zone">
    ${uploadIcon}
    <label class="zone-text" for="file">${terms.drop} <span class="link">${wording.files.orChoose}</span></label>
    <span class="muted" id="limits">${wording.files.limits(wordLimits(wording))}</span>
    <input id="file" type="file" accept=${wording.accept.join(',')} aria-describedby="limits" @change=${choose} />
  </div>`;
}

/** What can be done with an invoice that is there. */
export function renderUploaded({
  terms,
  onDownload,
  onReplace,
}: {
  readonly terms: InvoiceUploadTerms;
  readonly onDownload: (() => void) | undefined;
  readonly onReplace: (() => void) | undefined;
}): TemplateResult | typeof nothing {
  if (!onDownload && !onReplace) return nothing;
  const button = (part: string, label: string, act: () => void): TemplateResult =>
    html`<button class="button" part="button ${part}" type="button" @click=${act}>${label}</button>`;
  return html`<div class="actions">
    ${onDownload ? button('download-button', terms.download, onDownload) : nothing}
    ${onReplace ? button('another-button', terms.another, onReplace) : nothing}
  </div>`;
}

/** The size of what comes. */
export function renderInvoiceSkeleton({ loading }: CommonTerms): TemplateResult {
  return html`<p class="visually-hidden">${loading}</p>
    <div class="sketch" aria-hidden="true"><div class="zone"></div></div>`;
}
