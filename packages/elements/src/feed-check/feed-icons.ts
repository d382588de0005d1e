import { svg } from 'lit';
import { icon } from '../base/icons.js';

/** A filled octagon with a cross: an error, by shape too. */
export const errorIcon = icon(
  svg`<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z"/><path class="cut" d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"/>`,
);

/** A filled circle with a check. */
export const cleanIcon = icon(svg`<circle cx="8" cy="8" r="6.75"/><path class="cut" d="m4.9 8.2 2.2 2.2 4-4.6"/>`);

/** A closed lock. */
export const lockIcon = icon(
  svg`<rect class="line" x="3.2" y="7.2" width="9.6" height="6.4" rx="1.2"/><path class="line" d="M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2"/>`,
);
