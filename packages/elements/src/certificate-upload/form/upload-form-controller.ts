import type { checkCertificateDraft, CertificateInput, Certification, Issue } from '@enrollkit/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CertificateRecord } from '../uploaded/certificate-record.js';
import { wordLimits } from '../../base/files/file-wording.js';
import type { Wording } from '../certificate-wording.js';
import { FIELD_IDS, readForm, renderUploadForm } from './upload-form.js';
import type { CertificateFields } from '../sending/certificate-session.js';

interface FormHost extends ReactiveControllerHost {
  /** None on a server. */
  readonly renderRoot: HTMLElement | DocumentFragment | undefined;
  wording(): Wording;
}

interface FormOptions {
  readonly check: typeof checkCertificateDraft;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSubmit: () => void;
}

/** What a form is checked against. */
export interface FormFacts {
  readonly record: CertificateRecord;
  /** What can be chosen; at least one. */
  readonly certifications: readonly Certification[];
  /** A chosen file that wasn't refused. */
  readonly file: File | undefined;
}

/** What stands in for the data until it is there: the form as it will most likely be, so that nothing moves then. */
const LIKELY: readonly Certification[] = [{ id: '', name: '', requiresValidUntil: false, verified: true, version: 0 }];

/** What is filled in for all chosen files together, and whether that is enough. */
export class UploadFormController {
  readonly #host: FormHost;
  readonly #options: FormOptions;
  #values: CertificateInput = {};
  /** After a first try the form says what is missing, and keeps saying so until it isn't. */
  #wasTried = false;

  constructor(host: FormHost, options: FormOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Empties the form. */
  reset(): void {
    this.#form?.reset();
    this.#values = {};
    this.#wasTried = false;
    this.#host.requestUpdate();
  }

  /** What is to be sent with each file; when something is missing nothing, and the focus goes there. */
  complete(facts: FormFacts): CertificateFields | undefined {
    if (!this.#form) return undefined;
    this.#values = readForm(this.#form);
    this.#wasTried = true;
    this.#host.requestUpdate();
    const issues = this.#check(facts);
    if (issues.length > 0) void this.#focusFirst(issues);
    const fields = { ...this.#valuesFor(facts.certifications), enrollmentId: facts.record.enrollment.id };
    return issues.length > 0 ? undefined : (fields as CertificateFields);
  }

  render(facts: FormFacts, queue: TemplateResult | typeof nothing): TemplateResult {
    return this.#render(facts.certifications, this.#wasTried ? this.#check(facts) : [], queue);
  }

  renderPlaceholder(): TemplateResult {
    return html`<p class="visually-hidden">${this.#host.wording().common.loading}</p>
      <div class="placeholder" inert>${this.#render(LIKELY, [])}</div>`;
  }

  get #form(): HTMLFormElement | null {
    return this.#host.renderRoot?.querySelector<HTMLFormElement>('form:not([inert] *)') ?? null;
  }

  /** With one certification nobody has to choose it. */
  #valuesFor([only, second]: readonly Certification[]): CertificateInput {
    return only && !second ? { ...this.#values, certificationId: only.id } : this.#values;
  }

  #check({ record, certifications, file }: FormFacts): readonly Issue[] {
    const values = this.#valuesFor(certifications);
    const certification = certifications.find(({ id }) => id === values.certificationId);
    // The size was looked at with the bytes, file by file.
    const context = { ...record, certification, maxSizeBytes: Infinity };
    return this.#options.check(file ? { ...values, file } : values, context);
  }

  async #focusFirst(issues: readonly Issue[]): Promise<void> {
    await this.#host.updateComplete;
    const [, id] = Object.entries(FIELD_IDS).find(([path]) => issues.some((issue) => issue.path === path)) ?? [];
    this.#host.renderRoot?.querySelector<HTMLElement>(`#${id ?? FIELD_IDS.file}`)?.focus();
  }

  #render(
    certifications: readonly Certification[],
    issues: readonly Issue[],
    queue: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const wording = this.#host.wording();
    return renderUploadForm({
      t: wording.t,
      files: wording.files,
      certifications,
      values: this.#valuesFor(certifications),
      issues,
      queue,
      accept: wording.accept.join(','),
      limits: wording.files.limits(wordLimits(wording)),
      onFiles: this.#options.onFiles,
      onInput: () => {
        if (this.#form) this.#values = readForm(this.#form);
        this.#host.requestUpdate();
      },
      onSubmit: this.#options.onSubmit,
    });
  }
}
