import { html, nothing, type TemplateResult } from 'lit';
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
  readonly onPress: () => void;
}

/** Its shape is in the styles. */
export function renderPencil({ name, isWaiting, panel, onPress }: PencilView): TemplateResult {
  return html`<button
      class="button icon-only edit"
      part="edit-button"
      type="button"
      aria-label=${name}
      title=${name}
      aria-haspopup="dialog"
      aria-disabled=${isWaiting ? 'true' : nothing}
      aria-expanded=${panel !== nothing}
      @click=${onPress}
    ></button
    >${panel}`;
}

/** As large as what will come: the sentence below is one that breaks into as many lines. */
export function renderSkeleton(word: string, sentence?: string): TemplateResult {
  return html`<div class="row" aria-busy="true">
      <span class="label skeleton">${statusIcon('unknown')}${word}</span>
    </div>
    ${sentence ? html`<p class="next" aria-hidden="true"><span class="skeleton">${sentence}</span></p>` : nothing}`;
}
