import { svg } from 'lit';
import { icon } from '../icons.js';

/** A cross. */
export const crossIcon = icon(svg`<path class="line" d="m4.5 4.5 7 7m0-7-7 7"/>`);
