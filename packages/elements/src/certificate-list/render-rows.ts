import { expiryOf, type CalendarDay, type Certificate } from '@enrollkit/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon, warningIcon } from '../base/icons.js';
import { formatDay, formatQuantity } from '../base/language/formats.js';
import { kept } from '../base/language/kept-words.js';
import { plainText } from '../base/language/plain-text.js';
import { may } from '../base/reading/may.js';
import { renderProblem } from '../base/reading/render-record.js';
import type { HostBackend } from '../base/backend/backend-context.js';
import type { CertificateListTerms, ExpiryState } from '../terms/certificate-list.js';
import type { CommonTerms } from '../terms/common.js';
import type { CertificateActions } from './certificate-actions.js';
import { canPreview, renderPreview } from './certificate-preview.js';

export interface RowsView {
  readonly terms: CertificateListTerms;
  readonly common: CommonTerms;
  readonly locale: string;
  readonly today: CalendarDay;
  readonly certificates: readonly Certificate[];
  /** Newer ones are being read. */
  readonly isOlder: boolean;
  /** Whose it is stands with each, unless all are one person's. */
  readonly showsHolder: boolean;
  readonly backend: HostBackend | undefined;
  readonly actions: CertificateActions;
  readonly isRemovable: boolean;
  readonly stateOf: (certificate: Certificate) => ExpiryState;
}

const okIcon = icon(svg`<circle class="line" cx="8" cy="8" r="6.5"/><path class="line" d="m5 8.3 2.1 2.1L11 6.2"/>`);
const clockIcon = icon(svg`<circle class="line" cx="8" cy="8" r="6.5"/><path class="line" d="M8 4.4V8l2.6 1.7"/>`);
const overIcon = icon(
  svg`<circle class="line" cx="8" cy="8" r="6.5"/><path class="line" d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"/>`,
);

const ICONS: Readonly<Record<ExpiryState, TemplateResult>> = {
  valid: okIcon,
  'not-yet-valid': clockIcon,
  expiring: warningIcon,
  expired: overIcon,
};

/** The certificates, what expires first at the top. */
export function renderRows(view: RowsView): TemplateResult {
  return html`<ul class="rows ${view.isOlder ? 'older' : ''}" part="list" role="list">
    ${repeat(
      view.certificates,
      ({ id }) => id,
      (certificate) => renderRow(view, certificate),
    )}
  </ul>`;
}

/** How many there are, and the way to more of them. */
export function renderMore(view: {
  readonly terms: CertificateListTerms;
  readonly count: string;
  /** Absent: there are no more. */
  readonly onMore: (() => void) | undefined;
  readonly isBusy: boolean;
}): TemplateResult {
  const { terms, count, onMore, isBusy } = view;
  return html`<div class="more">
    <span class="muted" part="count">${count}</span>
    ${
      onMore
        ? html`<button class="button" part="button more-button" type="button" aria-disabled=${isBusy} @click=${onMore}>
            ${terms.more}
          </button>`
        : nothing
    }
  </div>`;
}

export function renderSkeleton({ loading }: Pick<CommonTerms, 'loading'>): TemplateResult {
  const row = html`<div class="row"><span class="skeleton">Xxxxxxxx xxxxxxxxxxx</span></div>`;
  return html`<span class="visually-hidden">${loading}</span>
    <div aria-hidden="true">${row}${row}${row}</div>`;
}

export function nameOf({ certification, certificationId }: Certificate): string {
  return plainText(certification?.name ?? certificationId);
}

function holderOf({ participant }: Certificate): string {
  return plainText(participant?.name || participant?.email || '');
}

function renderRow(view: RowsView, certificate: Certificate): TemplateResult {
  const { terms, locale, actions, common } = view;
  const { id, validFrom, validUntil, certification } = certificate;
  const { preview, problem } = actions;
  const from = formatDay(validFrom, locale);
  const holder = holderOf(certificate);
  return html`<li class="row" part="certificate" data-certificate=${id} tabindex="-1">
    <div class="what">
      <span class="name" part="name">${kept(nameOf(certificate))}</span>
      ${
        view.showsHolder && holder
          ? html`<span part="holder"><span class="muted">${terms.holder}</span> ${kept(holder)}</span>`
          : nothing
      }
      <span class="facts">
        ${renderState(view, certificate)}
        <span class="muted"
          >${terms.valid(validUntil ? { from, until: formatDay(validUntil, locale) } : { from })}</span
        >
      </span>
      ${
        certification?.verified === false
          ? html`<span class="state pending" part="state">${clockIcon}<span>${terms.pending}</span></span>`
          : nothing
      }
    </div>
    <div class="actions">${renderActions(view, certificate)}</div>
    ${problem?.id === id ? renderProblem({ common }, problem.problem) : nothing}
    ${preview?.id === id ? renderPreview(preview, certificate, terms) : nothing}
  </li>`;
}

function renderState({ terms, stateOf, today, locale }: RowsView, certificate: Certificate): TemplateResult {
  const state = stateOf(certificate);
  const days = (Date.parse(expiryOf(certificate)) - Date.parse(today)) / 86_400_000;
  const words =
    state === 'expiring' ? terms.states.expiring(formatQuantity(String(days), 'days', locale)) : terms.states[state];
  return html`<span class="state ${state}" part="state">${ICONS[state]}<span>${words}</span></span>`;
}

function renderActions(view: RowsView, certificate: Certificate): TemplateResult {
  const { terms, actions, backend } = view;
  const isOpen = actions.preview?.id === certificate.id;
  const canOpen = backend?.openCertificateFile !== undefined;
  const canRemove = view.isRemovable && backend?.removeCertificate && may('certificate.remove', certificate);
  return html`${
    canOpen && canPreview(certificate)
      ? button(view, certificate, {
          words: isOpen ? terms.closePreview : terms.preview,
          part: 'preview-button',
          act: () => void actions.togglePreview(certificate),
          isOpen,
        })
      : nothing
  }
  ${
    canOpen
      ? button(view, certificate, {
          words: terms.download,
          part: 'download-button',
          act: () => void actions.download(certificate),
        })
      : nothing
  }
  ${
    canRemove
      ? button(view, certificate, {
          words: terms.remove,
          part: 'remove-button',
          act: () => void actions.askToRemove(certificate),
        })
      : nothing
  }`;
}

function button(
  { terms, showsHolder }: RowsView,
  certificate: Certificate,
  {
    words,
    part,
    act,
    isOpen,
  }: { readonly words: string; readonly part: string; readonly act: () => void; readonly isOpen?: boolean },
): TemplateResult {
  const holder = showsHolder ? holderOf(certificate) : '';
  return html`<button
    class="button"
    part="button ${part}"
    type="button"
    aria-label=${terms.about(words, nameOf(certificate), holder)}
    aria-expanded=${isOpen === undefined ? nothing : String(isOpen)}
    @click=${act}
  >
    ${words}
  </button>`;
}
