import { svg, type SVGTemplateResult, type TemplateResult, html } from 'lit';

/** A shape on a 16 px grid, drawn in the text's colour. Always beside a word, so hidden from screen readers. */
export const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg>`;

/** A triangle with an exclamation mark, beside a problem. */
export const warningIcon = icon(
  svg`<path class="line" d="M8 2.2 14.3 13.4H1.7z"/><path class="line" d="M8 6.4v3.1"/><circle cx="8" cy="11.4" r=".8"/>`,
);
