import { certificateFileName, type Certificate } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { warningIcon } from '../base/icons.js';
import type { CertificateListTerms } from '../terms/certificate-list.js';
import { defaultPdfReader } from '../certificate-bundle/pdf/pdf-reader.js';

/** A certificate whose first page is looked at. */
export type Preview =
  | { readonly id: string; readonly kind: 'loading' }
  | { readonly id: string; readonly kind: 'failed' }
  | { readonly id: string; readonly kind: 'ready'; readonly picture: ImageBitmap };

/** Whether this page can show it: a picture always, a PDF where the page has a reader for them. */
export function canPreview({ file }: Certificate): boolean {
  return file.mediaType !== 'application/pdf' || typeof defaultPdfReader()?.drawPage === 'function';
}

/** The first page as a picture: nothing that is in a file runs, and nothing of it becomes a page. */
export async function pictureOf(content: Blob, { file }: Certificate): Promise<ImageBitmap> {
  if (file.mediaType !== 'application/pdf') return createImageBitmap(content);
  const reader = defaultPdfReader();
  if (!reader?.drawPage) throw new Error('The page has no reader of PDFs.');
  return reader.drawPage(content);
}

/** On a canvas, which no policy of the page keeps from showing. */
export function renderPreview(
  preview: Preview,
  certificate: Certificate,
  terms: CertificateListTerms,
): TemplateResult | typeof nothing {
  switch (preview.kind) {
    case 'loading':
      return html`<p class="preview muted" part="preview" role="status">${terms.previewLoading}</p>`;
    case 'failed':
      return html`<p class="preview problem" part="preview problem" role="alert">
        ${warningIcon}<span class="problem-text">${terms.previewFailed}</span>
      </p>`;
    case 'ready': {
      const { picture } = preview;
      const draw = (canvas?: Element): void => {
        if (canvas) (canvas as HTMLCanvasElement).getContext('2d')?.drawImage(picture, 0, 0);
      };
      return html`<div class="preview" part="preview">
        <canvas
          role="img"
          aria-label=${terms.previewOf(certificateFileName(certificate.file))}
          width=${picture.width}
          height=${picture.height}
          ${ref(draw)}
        ></canvas>
      </div>`;
    }
  }
}
