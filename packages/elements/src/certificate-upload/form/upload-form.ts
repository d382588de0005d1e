import { CONSENT_TEXT_VERSION, type CertificateInput, type Certification, type Issue } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CertificateUploadTerms, FieldProblemCode } from '../../terms/certificate-upload.js';
import type { FileFormTerms } from '../../terms/file-upload.js';
import { uploadIcon } from '../../base/files/file-icons.js';

/** What the form needs to be shown. Its values stay in the form itself, so that half a date is never lost. */
export interface UploadFormView {
  readonly t: CertificateUploadTerms;
  readonly files: FileFormTerms;
  readonly certifications: readonly Certification[];
  readonly values: CertificateInput;
  readonly issues: readonly Issue[];
  /** For the browser's file dialog. */
  readonly accept: string;
  readonly limits: string;
  /** The files that were chosen, with what is wrong with each: above what is filled in for them and the button that sends them. */
  readonly queue: TemplateResult | typeof nothing;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onInput: () => void;
  readonly onSubmit: () => void;
}

/** In the order of the page, by the path of an issue: where the focus goes when something is missing. */
export const FIELD_IDS = {
  certificationId: 'certification',
  file: 'file',
  validFrom: 'valid-from',
  validUntil: 'valid-until',
  consentTextVersion: 'consent',
} as const;

type FieldPath = keyof typeof FIELD_IDS;

/** What is filled in. A date of which only a part is typed is `incomplete`, which no calendar has. */
export function readForm(form: HTMLFormElement): CertificateInput {
  const data = new FormData(form);
  const day = (id: string): string => {
    const input = form.querySelector<HTMLInputElement>(`#${id}`);
    return input?.validity.badInput ? 'incomplete' : (input?.value ?? '');
  };
  const validUntil = day('valid-until');
  const showsResults = data.has('shows-results');
  return {
    certificationId: (data.get('certification') as string | null) ?? '',
    validFrom: day('valid-from'),
    ...(validUntil ? { validUntil } : {}),
    showsResults,
    ...(showsResults && data.has('consent') ? { consentTextVersion: CONSENT_TEXT_VERSION } : {}),
  };
}

export function renderUploadForm(view: UploadFormView): TemplateResult {
  const { t, certifications, values } = view;
  const chosen = certifications.find(({ id }) => id === values.certificationId);
  const submit = (event: Event): void => {
    event.preventDefault();
    view.onSubmit();
  };
  return html`<form novalidate part="form" @submit=${submit} @input=${view.onInput} @change=${view.onInput}>
    ${renderCertification(view)} ${chosen && !chosen.verified ? html`<p class="muted">${t.notVerified}</p>` : nothing}
    ${renderDropZone(view)} ${view.queue}
    <div class="dates">
      ${renderDay(view, 'validFrom', t.validFrom)}
      ${chosen?.requiresValidUntil ? renderDay(view, 'validUntil', t.validUntil) : nothing}
    </div>
    <div class="consent">
      <label class="check"><input type="checkbox" name="shows-results" /><span>${t.showsResults}</span></label>
      ${values.showsResults ? renderConsent(view) : nothing}
    </div>
    <p class="muted" part="visibility">${t.whoSees}</p>
    <button class="button primary" part="button upload-button" type="submit">${view.files.upload}</button>
  </form>`;
}

function renderCertification(view: UploadFormView): TemplateResult | typeof nothing {
  const { t, certifications } = view;
  // With one there is nothing to choose, and the header names it.
  if (certifications.length === 1) return nothing;
  return html`<div class="field">
    <label for="certification">${t.certification}${renderRequired(t)}</label>
    <select
      id="certification"
      name="certification"
      part="field"
      required
      aria-invalid=${hasIssue(view, 'certificationId')}
      aria-describedby="certification-error"
    >
      <option value="">${t.chooseCertification}</option>
      ${certifications.map(({ id, name }) => html`<option translate="no" value=${id}>${name}</option>`)}
    </select>
    ${renderIssue(view, 'certificationId')}
  </div>`;
}

function renderDropZone(view: UploadFormView): TemplateResult {
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    view.onFiles([...(input.files ?? [])]);
    // So that choosing the same file again is a change too.
    input.value = '';
  };
  return html`<div class="field">
    <div class="zone" part="drop-zone">
      ${uploadIcon}
      <label class="zone-text" for="file"
        >${view.t.drop} <span class="link">${view.files.orChoose}</span>${renderRequired(view.t, 'said')}</label
      >
      <span class="muted" id="limits">${view.limits}</span>
      <input
        id="file"
        type="file"
        multiple
        required
        accept=${view.accept}
        aria-invalid=${hasIssue(view, 'file')}
        aria-describedby="limits file-error"
        @change=${choose}
      />
    </div>
    ${renderIssue(view, 'file')}
  </div>`;
}

function renderDay(view: UploadFormView, path: 'validFrom' | 'validUntil', label: string): TemplateResult {
  const id = FIELD_IDS[path];
  return html`<div class="field">
    <label for=${id}>${label}${renderRequired(view.t, 'said')}</label>
    <input
      id=${id}
      type="date"
      part="field"
      required
      aria-invalid=${hasIssue(view, path)}
      aria-describedby="${id}-error"
    />
    ${renderIssue(view, path)}
  </div>`;
}

function renderConsent(view: UploadFormView): TemplateResult {
  return html`<div class="field indented">
    <label class="check">
      <input
        id="consent"
        type="checkbox"
        name="consent"
        required
        aria-invalid=${hasIssue(view, 'consentTextVersion')}
        aria-describedby="consent-error"
      />
      <span>${view.t.consent}${renderRequired(view.t)}</span>
    </label>
    ${renderIssue(view, 'consentTextVersion')}
  </div>`;
}

/**
 * Of lists and boxes browsers say "required" themselves, so there the words are for eyes only. Of the parts of a date they
 * say that they aren't, and of a file field nothing: there the words belong to the name (WCAG 3.3.2). The space is in them: between
 * two parts of a template it would be none in Chromium’s names.
 */
export function renderRequired(t: CertificateUploadTerms, heard: 'said' | 'seen' = 'seen'): TemplateResult {
  return html`<span class="muted" aria-hidden=${heard === 'seen' ? 'true' : nothing}> (${t.required})</span>`;
}

function hasIssue(view: UploadFormView, path: FieldPath): boolean {
  return view.issues.some((issue) => issue.path === path);
}

/** Always there, so that `aria-describedby` points at something before and after. */
function renderIssue(view: UploadFormView, path: FieldPath): TemplateResult {
  const code = view.issues.find((issue) => issue.path === path)?.code as FieldProblemCode | undefined;
  return html`<p class="field-error" part="error" id="${FIELD_IDS[path]}-error">
    ${code ? view.t.fields[code] : nothing}
  </p>`;
}
