import { bookingStateOf, type BookingFacts, type ParticipationStatus } from '@enrollkit/core';
import { svg, type TemplateResult } from 'lit';
import { icon } from '../base/icons.js';
import type { BookingWord } from '../terms/enrollment-status.js';

/** What the label says: the participation status, or where a booking stands that has none, or ended by itself. */
export type ShownStatus = ParticipationStatus | BookingWord;

/** The word that says most. */
export function shownStatus(booking: BookingFacts, status: ParticipationStatus): ShownStatus {
  const state = bookingStateOf(booking);
  return state === 'requested' || state === 'declined' || state === 'withdrawn' ? state : status;
}

const RING = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11';
const CIRCLE = 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5';

/**
 * One shape for each status, so that nobody needs the colour, and one path for each shape: lists have thousands. Source:
 * look.md, "Status: shape and colour together".
 */
const SHAPES: Readonly<Record<ShownStatus, { readonly fill: string } | { readonly line: string }>> = {
  enrolled: { fill: `${RING}m0 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5` },
  started: { fill: `${RING}M8 4.2a3.8 3.8 0 0 1 0 7.6z` },
  completed: { fill: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M4 8.6l3.1 3.1 5.1-5.5L10.9 5 7.1 9.1 5.3 7.3z' },
  'did-not-pass': {
    fill:
      'M4 1.5h8A2.5 2.5 0 0 1 14.5 4v8a2.5 2.5 0 0 1-2.5 2.5H4A2.5 2.5 0 0 1 1.5 12V4A2.5 2.5 0 0 1 4 1.5' +
      'M8 6.8l2.4-2.4 1.2 1.2L9.2 8l2.4 2.4-1.2 1.2L8 9.2l-2.4 2.4-1.2-1.2L6.8 8 4.4 5.6l1.2-1.2z',
  },
  'no-show': {
    line:
      'M14.25 8q0 1.2-.46 2.34M12.42 12.42q-.85.85-1.98 1.33M8 14.25q-1.2 0-2.34-.46M3.58 12.42q-.85-.85-1.33-1.98' +
      'M1.75 8q0-1.2.46-2.34M3.58 3.58q.85-.85 1.98-1.33M8 1.75q1.2 0 2.34.46M12.42 3.58q.85.85 1.33 1.98M5.25 8h5.5',
  },
  cancelled: { line: `${CIRCLE}M3.7 12.3l8.6-8.6` },
  // A clock: somebody has to look first.
  requested: { line: `${CIRCLE}M8 4.6V8l2.3 1.6` },
  declined: { line: `${CIRCLE}M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6` },
  // Going back.
  withdrawn: { line: `${CIRCLE}M7.2 5.4 4.6 8l2.6 2.6M4.8 8h6.4` },
  unknown: { line: `${CIRCLE}M6.2 6.4a1.85 1.85 0 1 1 2.5 1.75c-.5.2-.7.5-.7 1M8 11.1h.01` },
};

/** The path of a status's icon, and the class that says how it is drawn. */
export function statusShape(status: ShownStatus): { readonly path: string; readonly kind: 'fill' | 'line' } {
  const shape = SHAPES[status];
  return 'fill' in shape ? { path: shape.fill, kind: 'fill' } : { path: shape.line, kind: 'line' };
}

/** The icon of a status. */
export function statusIcon(status: ShownStatus): TemplateResult {
  const { path, kind } = statusShape(status);
  return icon(svg`<path class=${kind} d=${path}/>`);
}

/** Points down; turns when what it belongs to is open. */
export const chevronIcon = icon(svg`<path class="line" d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`);
