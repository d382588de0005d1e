import type { Instant } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../base/language/formats.js';
import type { Speech } from './say.js';
import { statusIcon, statusShape, type ShownStatus } from './status-icons.js';

type Part = TemplateResult | typeof nothing;

interface RowView {
  readonly status: ShownStatus;
  /** The status in words. */
  readonly word: string;
  /** Whether the row is all there is. */
  readonly isAll: boolean;
  readonly pencil: Part;
  readonly below: Part;
}

/** The label with its icon, the pencil, and what stands below them. One template, for lists have a thousand of it. */
export function renderRow({ status, word, isAll, pencil, below }: RowView): TemplateResult {
  const { path, kind } = statusShape(status);
  // prettier-ignore -- every space between the tags would be a node, too.
  return html`<div class="row" part=${isAll ? 'base' : nothing}>
      <span class="label ${status}" part="label"
        ><svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true"><path class=${kind} d=${path}></path></svg
        >${word}</span
      >${pencil}
    </div>
    ${below}`;
}

interface PencilView {
  readonly name: string;
  /** A change is kept until there is a connection: until then no other is taken. */
  readonly isWaiting: boolean;
  readonly panel: Part;
  /** It is about to be pressed. */
  readonly onIntent: () => unknown;
  readonly onPress: () => void;
}

/** Its shape is in the styles. */
export function renderPencil({ name, isWaiting, panel, onIntent, onPress }: PencilView): TemplateResult {
  return html`<button
      class="button icon-only edit"
      part="edit-button"
      type="button"
      aria-label=${name}
      title=${name}
      aria-haspopup="dialog"
      aria-disabled=${isWaiting ? 'true' : nothing}
      aria-expanded=${panel !== nothing}
      @pointerenter=${onIntent}
      @focus=${onIntent}
      @click=${onPress}
    ></button
    >${panel}`;
}

/** As large as what will come: the sentence below is one that breaks into as many lines. Without a moment the row is all. */
export function renderLoading({ terms, common, locale, timeZone }: Speech, now?: Instant): TemplateResult {
  const at = now && formatInstant(now, locale, timeZone, 'long');
  const likely = at && terms.explanation['next-at-moment-with-invoice']({ status: common.statuses.completed, at });
  return html`<div class="row" aria-busy="true">
      <span class="label skeleton">${statusIcon('unknown')}${common.loading}</span>
    </div>
    ${likely ? html`<p class="next" aria-hidden="true"><span class="skeleton">${likely} ${terms.why}</span></p>` : nothing}`;
}
