import type { StatusChange } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../base/language/formats.js';
import { sayCause, type Speech } from './say.js';
import { statusIcon } from './status-icons.js';

/** What happened so far, newest first: what is true now stands on top. */
export function renderHistory(
  history: readonly StatusChange[],
  { terms, common, locale, timeZone }: Speech,
): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  return html`<ol part="history" aria-label=${terms.history}>
    ${[...history].reverse().map(
      (change) =>
        html`<li class=${change.to}>
          <time datetime=${change.at}><bdi>${formatInstant(change.at, locale, timeZone)}</bdi></time>
          <span>${statusIcon(change.to)} <bdi>${common.statuses[change.to]}</bdi></span>
          <bdi class="muted">${sayCause(change, terms)}</bdi>
        </li>`,
    )}
  </ol>`;
}
