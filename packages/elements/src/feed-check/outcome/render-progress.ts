import { html, type TemplateResult } from 'lit';
import { formatPercentage } from '../../base/language/format-percentage.js';
import type { FeedProgress } from '../feed-checker.js';
import type { FeedWording } from '../feed-wording.js';

/** How far something is with a feed that was checked, and a way to stop it. `id` names the bar. */
export function renderProgress(
  {
    id,
    words,
    progress,
    onStop,
  }: {
    readonly id: string;
    readonly words: string;
    readonly progress: FeedProgress | undefined;
    readonly onStop: () => void;
  },
  { common, locale }: FeedWording,
): TemplateResult {
  const { readBytes = 0, totalBytes = 0 } = progress ?? {};
  const share = totalBytes > 0 ? Math.min(1, readBytes / totalBytes) : 0;
  return html`<div class="running">
    <span id=${id}>${words}</span>
    <progress part="progress" max="1" .value=${share} aria-labelledby=${id}></progress>
    <span class="muted">${formatPercentage(share, locale)}</span>
    <button class="button" part="button" type="button" @click=${onStop}>${common.cancel}</button>
  </div>`;
}
