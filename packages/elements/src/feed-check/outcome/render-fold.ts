import { html, type TemplateResult } from 'lit';

interface Fold {
  readonly id: string;
  readonly part: string;
  readonly heading: string;
  /** Set when there is something in it to see; a person opens and closes it as they like. */
  readonly isOpen?: boolean;
}

/** What is there for whoever asks, behind its heading: the verdict and what to do about it come first. */
export function renderFold({ id, part, heading, isOpen = false }: Fold, content: TemplateResult): TemplateResult {
  return html`<section class="section" part=${part} aria-labelledby="${id}-heading">
    <details class="fold" ?open=${isOpen}>
      <summary class="group-summary"><h3 class="section-heading" id="${id}-heading">${heading}</h3></summary>
      <div class="fold-content">${content}</div>
    </details>
  </section>`;
}
