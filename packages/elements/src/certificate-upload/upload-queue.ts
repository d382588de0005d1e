import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatBytes, formatPercentage } from '../base/formats.js';
import { warningIcon } from '../base/icons.js';
import type { CertificateUploadTerms } from '../terms/certificate-upload.js';
import { crossIcon, fileIcon } from './file-icons.js';
import type { UploadItem } from './upload-manager.js';

/** What the list of chosen files needs to be shown. */
export interface UploadQueueView {
  readonly t: CertificateUploadTerms;
  readonly locale: string;
  readonly retry: string;
  readonly items: readonly UploadItem[];
  readonly describe: (item: UploadItem) => string;
  /** Whether the certificate that has the same bytes is on this page. */
  readonly hasExisting: (item: UploadItem) => boolean;
  readonly onStop: (item: UploadItem) => void;
  readonly onRetry: (item: UploadItem) => void;
  readonly onReplace: (item: UploadItem) => void;
  readonly onShowExisting: (item: UploadItem) => void;
  readonly onRemove: (item: UploadItem) => void;
}

export function renderUploadQueue(view: UploadQueueView): TemplateResult | typeof nothing {
  if (view.items.length === 0) return nothing;
  return html`<ul class="rows" part="queue" aria-label=${view.t.chosenFiles}>
    ${repeat(
      view.items,
      ({ id }) => id,
      (item) => renderItem(view, item),
    )}
  </ul>`;
}

function renderItem(view: UploadQueueView, item: UploadItem): TemplateResult {
  const { t } = view;
  const name = item.file.name;
  const [action, act] = actionFor(view, item);
  return html`<li class="row" part="item" data-item=${item.id} data-state=${item.state} tabindex="-1">
    <span class="row-icon ${item.problem ? 'danger' : ''}">${item.problem ? warningIcon : fileIcon}</span>
    <span class="row-text">
      <span class="row-name"
        ><bdi>${name}</bdi> <bdi class="muted">${formatBytes(item.file.size, view.locale)}</bdi></span
      >
      ${renderState(view, item)}
    </span>
    <span class="row-actions">
      ${
        action
          ? html`<button
              class="button"
              part="button"
              type="button"
              aria-label=${t.forFile(action, name)}
              @click=${() => act?.(item)}
            >
              ${action}
            </button>`
          : nothing
      }
      ${
        item.problem
          ? html`<button
              class="button icon-only"
              part="button"
              type="button"
              aria-label=${t.forFile(t.takeOff, name)}
              title=${t.takeOff}
              @click=${() => view.onRemove(item)}
            >
              ${crossIcon}
            </button>`
          : nothing
      }
    </span>
  </li>`;
}

/** The one thing to do next; its button stays the same one, so that the focus stays on it. */
function actionFor(view: UploadQueueView, item: UploadItem): [string?, ((item: UploadItem) => void)?] {
  switch (item.state) {
    case 'checking':
      return [];
    case 'ready':
      return [view.t.takeOff, view.onRemove];
    case 'waiting':
    case 'uploading':
      return [view.t.stop, view.onStop];
    case 'failed':
      return [view.retry, view.onRetry];
    case 'refused':
      return view.hasExisting(item) ? [view.t.showExisting, view.onShowExisting] : [view.t.otherFile, view.onReplace];
  }
}

function renderState(view: UploadQueueView, item: UploadItem): TemplateResult {
  const { t } = view;
  switch (item.state) {
    case 'checking':
      return html`<span class="row-state muted">${t.checking}</span>`;
    case 'ready':
      return html`<span class="row-state muted">${t.ready}</span>`;
    case 'waiting':
      return html`<span class="row-state muted">${t.waiting}</span>`;
    case 'uploading':
      return renderProgress(view, item);
    case 'failed':
    case 'refused':
      return html`<span class="row-state" part="problem">${view.describe(item)}</span>`;
  }
}

function renderProgress(view: UploadQueueView, { file, sentBytes }: UploadItem): TemplateResult {
  // Some backends never tell how far they are: then the bar only shows that it goes on.
  return html`<span class="row-state row-progress">
    <progress
      part="progress"
      aria-label=${file.name}
      max=${file.size}
      value=${sentBytes > 0 ? sentBytes : nothing}
    ></progress>
    <span class="percentage">${sentBytes > 0 ? formatPercentage(sentBytes / file.size, view.locale) : nothing}</span>
  </span>`;
}
