import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

// Same grid and classes as icons.ts, for elements that take files.
const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg>`;

/** An arrow into a tray. */
export const uploadIcon = icon(
  svg`<path class="line" d="M8 10.5v-8m0 0L4.9 5.6M8 2.5l3.1 3.1M2.5 10.5v1.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-1.8"/>`,
);

/** A sheet with a folded corner. */
export const fileIcon = icon(
  svg`<path class="line" d="M9.3 1.8H4.6c-.7 0-1.2.5-1.2 1.2v10c0 .7.5 1.2 1.2 1.2h6.8c.7 0 1.2-.5 1.2-1.2V5.1zM9.2 1.9v3.3h3.3"/>`,
);

/** A cross. */
export const crossIcon = icon(svg`<path class="line" d="m4.5 4.5 7 7m0-7-7 7"/>`);
