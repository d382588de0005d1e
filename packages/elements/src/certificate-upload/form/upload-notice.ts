import type { UploadObstacle } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CertificateFormTerms } from '../../terms/certificate-upload.js';

/** Why nothing can be uploaded, when that is so. Always there, for the host's own content in its slot. */
export function renderUploadNotice(
  t: CertificateFormTerms,
  reason: UploadObstacle | undefined,
  setupUrl: string | undefined,
): TemplateResult {
  return html`<div class="notice" part="notice" ?hidden=${!reason}>
    <p>${reason === 'enrollment-cancelled' ? t.enrollmentCancelled : t.noCertification}</p>
    <slot name="setup" ?hidden=${reason !== 'no-certification-linked'}>
      ${setupUrl ? html`<a class="link" href=${setupUrl}>${t.toProduct}</a>` : nothing}
    </slot>
  </div>`;
}
