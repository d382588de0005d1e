import { certificateValidity, type CalendarDay, type Certificate } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatBytes, formatDay } from '../../base/language/formats.js';
import { may } from '../../base/reading/may.js';
import { warningIcon } from '../../base/icons.js';
import type { FileFormTerms } from '../../terms/file-upload.js';
import type { CertificateFormTerms } from '../../terms/certificate-upload.js';
import type { CertificateRecord } from './certificate-record.js';
import { fileIcon } from '../../base/files/file-icons.js';
import { plainText } from '../../base/language/plain-text.js';

/** What the list of uploaded certificates needs to be shown. */
export interface UploadedListView {
  readonly t: CertificateFormTerms;
  readonly files: FileFormTerms;
  readonly locale: string;
  readonly today: CalendarDay;
  readonly record: CertificateRecord;
  /** A sentence about the certificate whose download or removal didn't succeed. */
  readonly problem: { readonly id: string; readonly sentence: string } | undefined;
  /** Absent when the backend can't. */
  readonly onDownload: ((certificate: Certificate) => void) | undefined;
  readonly onRemove: ((certificate: Certificate) => void) | undefined;
}

export function renderUploadedList(view: UploadedListView): TemplateResult | typeof nothing {
  const { certificates, enrollment } = view.record;
  if (certificates.length === 0) {
    // Who can upload sees that there is nothing; who can only look would see nothing at all.
    return may('certificate.upload', enrollment)
      ? nothing
      : html`<p class="muted" part="none">${view.t.noneUploaded}</p>`;
  }
  return html`<div>
    <h3 class="list-heading" id="uploaded">${view.t.uploadedFiles}</h3>
    <ul class="rows" part="uploaded" aria-labelledby="uploaded">
      ${repeat(
        certificates,
        ({ id }) => id,
        (certificate) => renderCertificate(view, certificate),
      )}
    </ul>
  </div>`;
}

function renderCertificate(view: UploadedListView, certificate: Certificate): TemplateResult {
  const { t } = view;
  const { id, file } = certificate;
  return html`<li class="row" part="certificate" data-certificate=${id} tabindex="-1">
    <span class="row-icon">${fileIcon}</span>
    <span class="row-text">
      <span class="row-name"
        ><bdi translate="no">${file.name}</bdi>
        <bdi class="muted">${formatBytes(file.sizeBytes, view.locale)}</bdi></span
      >
      <span class="dotted muted">${describe(view, certificate).map((fact) => html`<span>${fact}</span>`)}</span>
      ${
        view.problem?.id === id
          ? html`<span class="danger" part="problem" role="alert">${warningIcon} ${view.problem.sentence}</span>`
          : nothing
      }
    </span>
    <span class="row-actions">
      ${renderAction(view, certificate, t.download, view.onDownload)}
      ${renderAction(view, certificate, t.remove, view.onRemove)}
    </span>
  </li>`;
}

function renderAction(
  view: UploadedListView,
  certificate: Certificate,
  action: string,
  act: ((certificate: Certificate) => void) | undefined,
): TemplateResult | typeof nothing {
  if (!act) return nothing;
  return html`<button
    class="button"
    part="button"
    type="button"
    aria-label=${view.files.forFile(action, plainText(certificate.file.name))}
    @click=${() => act(certificate)}
  >
    ${action}
  </button>`;
}

function describe(view: UploadedListView, certificate: Certificate): readonly (string | TemplateResult)[] {
  const { t, locale, record, today } = view;
  const { validFrom, validUntil, consent } = certificate;
  const certification = record.certifications.find(({ id }) => id === certificate.certificationId);
  const from = formatDay(validFrom, locale);
  return [
    certification && html`<bdi translate="no">${certification.name}</bdi>`,
    t.valid(validUntil ? { from, until: formatDay(validUntil, locale) } : { from }),
    certificateValidity(certificate, today) === 'expired' && t.expired,
    consent && t.withConsent,
  ].filter((fact) => fact !== undefined && fact !== false);
}
