import { previousIdOf, type EnrollmentCount, type ImportStep } from '@enrollkit/core';
import { h } from '../dom.js';
import { formatCount, formatNumber } from '../format.js';
import { text } from '../texts/language.js';
import { changeLine } from './change-line.js';

/** One step of a plan: what is done, to what, and what hangs on it when it goes. */
export function stepLine({ name, id, action, changes, enrollments }: ImportStep): HTMLLIElement {
  const line = h(
    'li',
    { className: 'step' },
    h('span', { className: 'step__action' }, action === 'delete' && deleteIcon(), text(`step-${action}`)),
    h('span', { className: 'step__name' }, h('bdi', {}, name || id)),
    enrollments && h('span', { className: 'step__enrollments' }, enrollmentWords(enrollments)),
    action === 'update' && h('ul', { className: 'changes' }, ...changes.map(changeLine)),
  );
  line.dataset.action = action;
  if (enrollments && enrollments.open > 0) line.dataset.open = '';
  return line;
}

/** `3 inschrijvingen, waarvan 1 nog open`. */
export function enrollmentWords({ total, open }: EnrollmentCount): string {
  if (total === 0) return text('noEnrollmentsOnIt');
  return text('enrollmentsOnIt', { enrollments: formatCount(total, 'enrollments'), open: formatNumber(open) });
}

/** From which ID to which. */
export function idWords(step: ImportStep): string {
  return text('newIdOf', { from: previousIdOf(step) ?? '', to: step.id });
}

/** A bin. The word stands beside it. */
function deleteIcon(): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true', class: 'step__icon' };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', 'M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.8 6.5V11M9.2 6.5V11');
  icon.append(path);
  return icon;
}
