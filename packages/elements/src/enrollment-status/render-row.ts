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
  readonly pencil: PencilView | undefined;
  readonly below: Part;
}

/**
 * The label with its icon, the pencil, and what stands below them. One template for each, as lists have a thousand of it: a
 * template within a template would have to be made by itself, every space between the tags would be a node, and every value
 * and listener something to keep. The shape of the pencil is in the styles.
 */
// prettier-ignore
export function renderRow({ status, word, isAll, pencil, below }: RowView): TemplateResult {
  const { path, kind } = statusShape(status);
  const look = kind === 'line' ? `label ${status} outlined` : `label ${status}`;
  if (!pencil)
    return html`<div class="row" part=${isAll ? 'base' : nothing}><span class=${look} part="label"
        ><svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg
        >${word}</span></div>${below}`;
  const { name, isWaiting, panel, onPress } = pencil;
  return html`<div class="row" part=${isAll ? 'base' : nothing}><span class=${look} part="label"
        ><svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg
        >${word}</span><button
        class="button icon-only edit"
        part="edit-button"
        type="button"
        aria-label=${name}
        title=${name}
        aria-haspopup="dialog"
        aria-disabled=${isWaiting ? 'true' : nothing}
        aria-expanded=${panel !== nothing}
        @click=${onPress}
      ></button>${panel}</div>${below}`;
}

export interface PencilView {
  readonly name: string;
  /** A change is kept until there is a connection: until then no other is taken. */
  readonly isWaiting: boolean;
  readonly panel: Part;
  readonly onPress: () => void;
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
