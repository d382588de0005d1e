import type { ParticipationStatus } from '@enrollkit/core';
import { svg, type TemplateResult } from 'lit';
import { icon } from '../base/icons.js';

const circle = svg`<circle class="line" cx="8" cy="8" r="6.25"/>`;

/** One shape for each status, so that nobody needs the colour. Source: look.md, "Status: shape and colour together". */
const STATUS_ICONS: Readonly<Record<ParticipationStatus, TemplateResult>> = {
  enrolled: icon(svg`${circle}<circle cx="8" cy="8" r="2.5"/>`),
  started: icon(svg`${circle}<path d="M8 4.2a3.8 3.8 0 0 1 0 7.6z"/>`),
  completed: icon(svg`<circle cx="8" cy="8" r="7"/><path class="cut" d="m5 8.3 2.1 2.1L11.2 6"/>`),
  'did-not-pass': icon(
    svg`<rect x="1.5" y="1.5" width="13" height="13" rx="2.5"/><path class="cut" d="m5.5 5.5 5 5m0-5-5 5"/>`,
  ),
  'no-show': icon(svg`<circle class="line dashed" cx="8" cy="8" r="6.25"/><path class="line" d="M5.25 8h5.5"/>`),
  cancelled: icon(svg`${circle}<path class="line" d="m3.7 12.3 8.6-8.6"/>`),
  unknown: icon(
    svg`${circle}<path class="line" d="M6.2 6.4a1.85 1.85 0 1 1 2.5 1.75c-.5.2-.7.5-.7 1"/><circle cx="8" cy="11.1" r=".85"/>`,
  ),
};

/** The icon of a participation status. */
export const statusIcon = (status: ParticipationStatus): TemplateResult => STATUS_ICONS[status];

/** Pencil of the edit button. */
export const pencilIcon = icon(svg`<path class="line" d="m10.8 2.7 2.5 2.5-7.9 7.9-3.2.7.7-3.2zM9.2 4.3l2.5 2.5"/>`);

/** Points down; turns when what it belongs to is open. */
export const chevronIcon = icon(svg`<path class="line" d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`);
