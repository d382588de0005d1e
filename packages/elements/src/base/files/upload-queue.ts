import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatPercentage } from '../language/format-percentage.js';
import { formatBytes } from '../language/formats.js';
import { warningIcon } from '../icons.js';
import type { FileWording } from './file-wording.js';
import { crossIcon } from './cross-icon.js';
import { fileIcon } from './file-icons.js';
import { plainText } from '../language/plain-text.js';
import type { UploadItem } from './upload-item.js';
import type { UploadManager } from './upload-manager.js';

/** The part of an upload session that is shown. */
interface ShownSession {
  readonly manager: Pick<UploadManager<never, never>, 'items' | 'stop'>;
  describe(item: UploadItem): string;
  describeNotices(item: UploadItem): readonly string[];
}

/** What the list of chosen files needs to be shown. */
export interface UploadQueueView {
  readonly wording: FileWording;
  readonly session: ShownSession;
  readonly onRetry: (item: UploadItem) => void;
  readonly onReplace: (item: UploadItem) => void;
  /** In place of another file for one that was refused: what to do, and doing it. */
  readonly insteadOf?: (item: UploadItem) => readonly [string, () => void] | undefined;
  readonly onRemove: (item: UploadItem) => void;
}

export function renderUploadQueue(view: UploadQueueView): TemplateResult | typeof nothing {
  const { items } = view.session.manager;
  if (items.length === 0) return nothing;
  return html`<ul class="rows" part="queue" aria-label=${view.wording.files.chosenFiles}>
    ${repeat(
      items,
      ({ id }) => id,
      (item) => renderItem(view, item),
    )}
  </ul>`;
}

function renderItem(view: UploadQueueView, item: UploadItem): TemplateResult {
  const t = view.wording.files;
  const name = item.file.name;
  const [action, act] = actionFor(view, item);
  const isWarned = item.state === 'ready' && (item.notices?.length ?? 0) > 0;
  return html`<li class="row" part="item" data-item=${item.id} data-state=${item.state} tabindex="-1">
    <span class="row-icon ${item.problem ? 'danger' : isWarned ? 'warned' : ''}"
      >${item.problem || isWarned ? warningIcon : fileIcon}</span
    >
    <span class="row-text">
      <span class="row-name"
        ><bdi translate="no">${name}</bdi>
        <bdi class="muted">${formatBytes(item.file.size, view.wording.locale)}</bdi></span
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
              aria-label=${t.forFile(action, plainText(name))}
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
              aria-label=${t.forFile(t.takeOff, plainText(name))}
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
  const { wording, session } = view;
  switch (item.state) {
    case 'checking':
    case 'queued':
      return [];
    case 'ready':
      return [wording.files.takeOff, view.onRemove];
    case 'waiting':
    case 'uploading':
      return [
        wording.files.stop,
        ({ id }) => {
          session.manager.stop(id);
        },
      ];
    case 'failed':
      return [wording.common.retry, view.onRetry];
    case 'refused': {
      const [label, act] = view.insteadOf?.(item) ?? [wording.files.otherFile, () => view.onReplace(item)];
      return [label, act];
    }
  }
}

function renderState(view: UploadQueueView, item: UploadItem): TemplateResult {
  const t = view.wording.files;
  switch (item.state) {
    case 'checking':
      return html`<span class="row-state muted">${t.checking}</span>`;
    case 'ready':
      return html`<span class="row-state muted">${t.ready}</span>${view.session
          .describeNotices(item)
          .map((sentence) => html`<span class="row-state" part="notice">${sentence}</span>`)}`;
    case 'waiting':
      return html`<span class="row-state muted">${t.waiting}</span>`;
    case 'uploading':
      return renderProgress(view, item);
    case 'queued':
      return html`<span class="row-state muted">${view.wording.common.errors.queued}</span>`;
    case 'failed':
    case 'refused':
      return html`<span class="row-state" part="problem">${view.session.describe(item)}</span>`;
  }
}

function renderProgress(view: UploadQueueView, { file, sentBytes }: UploadItem): TemplateResult {
  // Some backends never tell how far they are: then the bar only shows that it goes on.
  return html`<span class="row-state row-progress">
    <progress
      part="progress"
      aria-label=${plainText(file.name)}
      max=${file.size}
      value=${sentBytes > 0 ? sentBytes : nothing}
    ></progress>
    <span class="percentage"
      >${sentBytes > 0 ? formatPercentage(sentBytes / file.size, view.wording.locale) : nothing}</span
    >
  </span>`;
}
