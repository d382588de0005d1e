import { svg } from 'lit';
import { icon } from '../icons.js';

/** An arrow into a tray. */
export const uploadIcon = icon(
  svg`<path class="line" d="M8 10.5v-8m0 0L4.9 5.6M8 2.5l3.1 3.1M2.5 10.5v1.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-1.8"/>`,
);

/** A sheet with a folded corner. */
export const fileIcon = icon(
  svg`<path class="line" d="M9.3 1.8H4.6c-.7 0-1.2.5-1.2 1.2v10c0 .7.5 1.2 1.2 1.2h6.8c.7 0 1.2-.5 1.2-1.2V5.1zM9.2 1.9v3.3h3.3"/>`,
);
