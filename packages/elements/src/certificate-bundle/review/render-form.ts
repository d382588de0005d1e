import type { Certification, Issue } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { renderRequired } from '../../certificate-upload/form/upload-form.js';
import type { FieldProblemCode } from '../../terms/certificate-upload.js';
import type { BundleWording } from '../bundle-wording.js';
import type { SharedFields } from './shared-fields.js';

interface FormView {
  readonly wording: BundleWording;
  readonly certifications: readonly Certification[];
  readonly fields: SharedFields;
  /** What the fields begin with: what was filled in before the page was loaded anew. */
  readonly initial: SharedFields | undefined;
  readonly issues: readonly Issue[];
  /** What is said of not having looked over the list. */
  readonly reviewProblem: 'reviewedMissing' | 'reviewedAgain' | undefined;
  readonly isBusy: boolean;
  readonly onInput: (fields: SharedFields) => void;
}

/** By the path of an issue, in the order of the page: where the focus goes when something is missing. */
export const FIELD_IDS = {
  certificationId: 'certification',
  validFrom: 'valid-from',
  validUntil: 'valid-until',
  consentTextVersion: 'consent',
} as const;

type FieldPath = keyof typeof FIELD_IDS;

/** What is filled in. A date of which only a part is typed is `incomplete`, which no calendar has. */
function readFields(form: HTMLFormElement): SharedFields {
  const data = new FormData(form);
  const day = (id: string): string => {
    const input = form.querySelector<HTMLInputElement>(`#${id}`);
    return input?.validity.badInput ? 'incomplete' : (input?.value ?? '');
  };
  const showsResults = data.has('shows-results');
  return {
    certificationId: (data.get('certification') as string | null) ?? '',
    validFrom: day('valid-from'),
    validUntil: day('valid-until'),
    showsResults,
    hasConsent: showsResults && data.has('consent'),
    isReviewed: data.has('reviewed'),
  };
}

/** What holds for all files together. Its values stay in the form itself, so that half a date is never lost. */
export function renderForm(view: FormView): TemplateResult {
  const { wording, certifications, fields, initial } = view;
  const { t, bundle } = wording;
  const chosen =
    certifications.length === 1 ? certifications[0] : certifications.find(({ id }) => id === fields.certificationId);
  const input = (event: Event): void => view.onInput(readFields(event.currentTarget as HTMLFormElement));
  return html`<form
    id="fields"
    novalidate
    part="form"
    @submit=${(event: Event) => event.preventDefault()}
    @input=${input}
    @change=${input}
  >
    <fieldset ?disabled=${view.isBusy}>
      <legend>${bundle.fieldsHeading}</legend>
      <div class="fields">
        ${certifications.length > 1 ? renderCertification(view) : nothing} ${renderDay(view, 'validFrom')}
        ${chosen?.requiresValidUntil ? renderDay(view, 'validUntil') : nothing}
      </div>
      ${chosen && !chosen.verified ? html`<p class="muted">${t.notVerified}</p>` : nothing}
      <label class="check"
        ><input type="checkbox" name="shows-results" ?checked=${initial?.showsResults ?? false} /><span
          >${t.showsResults}</span
        ></label
      >
      ${fields.showsResults ? renderConsent(view) : nothing}
      <label class="check"
        ><input
          id="reviewed"
          type="checkbox"
          name="reviewed"
          required
          .checked=${fields.isReviewed}
          aria-invalid=${view.reviewProblem ? 'true' : 'false'}
          aria-describedby="reviewed-error"
        /><span>${bundle.reviewed}</span></label
      >
      <p class="field-error" part="error" id="reviewed-error">
        ${view.reviewProblem ? bundle[view.reviewProblem] : nothing}
      </p>
    </fieldset>
    <p class="muted" part="visibility">${t.whoSees}</p>
  </form>`;
}

function renderCertification(view: FormView): TemplateResult {
  const { t } = view.wording;
  return html`<div class="field">
    <label for="certification">${t.certification}${renderRequired(view.wording.t)}</label>
    <select
      id="certification"
      class="field-input"
      name="certification"
      part="field"
      required
      aria-invalid=${hasIssue(view, 'certificationId')}
      aria-describedby="certification-error"
    >
      <option value="">${t.chooseCertification}</option>
      ${view.certifications.map(
        ({ id, name }) =>
          html`<option translate="no" value=${id} ?selected=${id === view.initial?.certificationId}>${name}</option>`,
      )}
    </select>
    ${renderIssue(view, 'certificationId')}
  </div>`;
}

function renderDay(view: FormView, path: 'validFrom' | 'validUntil'): TemplateResult {
  const id = FIELD_IDS[path];
  return html`<div class="field">
    <label for=${id}>${view.wording.t[path]}${renderRequired(view.wording.t, 'said')}</label>
    <input
      id=${id}
      class="field-input"
      type="date"
      part="field"
      required
      value=${view.initial?.[path] ?? ''}
      aria-invalid=${hasIssue(view, path)}
      aria-describedby="${id}-error"
    />
    ${renderIssue(view, path)}
  </div>`;
}

function renderConsent(view: FormView): TemplateResult {
  return html`<div class="indented">
    <label class="check">
      <input
        id="consent"
        type="checkbox"
        name="consent"
        required
        ?checked=${view.initial?.hasConsent ?? false}
        aria-invalid=${hasIssue(view, 'consentTextVersion')}
        aria-describedby="consent-error"
      />
      <span>${view.wording.t.consent}${renderRequired(view.wording.t)}</span>
    </label>
    ${renderIssue(view, 'consentTextVersion')}
  </div>`;
}

function hasIssue({ issues }: FormView, path: FieldPath): 'true' | 'false' {
  return issues.some((issue) => issue.path === path) ? 'true' : 'false';
}

/** Always there, so that `aria-describedby` points at something before and after. */
function renderIssue({ issues, wording }: FormView, path: FieldPath): TemplateResult {
  const code = issues.find((issue) => issue.path === path)?.code as FieldProblemCode | undefined;
  return html`<p class="field-error" part="error" id="${FIELD_IDS[path]}-error">
    ${code ? wording.t.fields[code] : nothing}
  </p>`;
}
