import { hasErrorCode, type Action, type Backend, type Certification } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AttemptKey } from '../base/backend/attempt-key.js';
import { tellChange } from '../base/backend/change-hub.js';
import { untilStored } from '../base/backend/kept-write.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { warningIcon } from '../base/icons.js';
import { plainText } from '../base/language/plain-text.js';
import { may } from '../base/reading/may.js';
import { renderProblem } from '../base/reading/render-record.js';
import type { ProductCertificationsTerms } from '../terms/product-certifications.js';
import { verificationOf } from './certification-record.js';

/** As many characters as a note may have. Source: domain.md section 1. */
const LONGEST_REASON = 500;

export type Verdict = 'verified' | 'rejected' | 'reopened';

interface ReviewOptions {
  readonly terms: () => ProductCertificationsTerms;
  readonly onChanged: (certification: Certification) => void;
  readonly onReviewed: (verdict: Verdict, certification: Certification) => void;
}

/** Verifying, rejecting and undoing, each in the row of the certification that it is about. */
export class CertificationReview {
  readonly #host: EnrollkitElement;
  readonly #options: ReviewOptions;
  readonly #attempt = new AttemptKey();
  /** Whose reason is being written, and what it says so far. */
  #rejectingId: string | undefined;
  #reason = '';
  #isChecked = false;
  #busyId: string | undefined;
  #failed: { readonly id: string; readonly problem: Problem } | undefined;

  constructor(host: EnrollkitElement, options: ReviewOptions) {
    this.#host = host;
    this.#options = options;
  }

  render(certification: Certification): TemplateResult {
    const { id } = certification;
    const problem = this.#failed?.id === id ? this.#failed.problem : undefined;
    return html`<div class="review" part="review">
      ${this.#rejectingId === id ? this.#renderReason(certification) : this.#renderChoice(certification)}
      <div role="alert">${problem ? renderProblem(this.#host, problem) : nothing}</div>
    </div>`;
  }

  #renderChoice(certification: Certification): TemplateResult {
    const terms = this.#options.terms();
    const { verifyCertification, rejectCertification, resetCertification } = this.#host.resolvedBackend ?? {};
    const can = (action: Action, port: unknown): boolean => port !== undefined && may(action, certification);
    const state = verificationOf(certification);
    const isDecided = state === 'verified' || state === 'rejected';
    const button = (verdict: Verdict, label: string, act: () => void): TemplateResult =>
      html`<button
        class="button ${verdict === 'verified' ? 'primary' : ''}"
        part="button ${PARTS[verdict]}"
        type="button"
        aria-label=${terms.about(label, plainText(certification.name))}
        aria-disabled=${this.#busyId === certification.id}
        @click=${act}
      >
        ${label}
      </button>`;
    const decide = (verdict: Verdict) => (): void => void this.#decide(certification, verdict);
    return html`<div class="actions">
      ${state === 'pending' && can('certification.reject', rejectCertification) ? button('rejected', terms.reject, () => this.#open(certification)) : nothing}
      ${state === 'pending' && can('certification.verify', verifyCertification) ? button('verified', terms.verify, decide('verified')) : nothing}
      ${isDecided && can('certification.reset-verification', resetCertification) ? button('reopened', terms.reopen, decide('reopened')) : nothing}
    </div>`;
  }

  #renderReason(certification: Certification): TemplateResult {
    const terms = this.#options.terms();
    const isMissing = this.#isChecked && this.#reason.trim() === '';
    const isBusy = this.#busyId !== undefined;
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#isChecked = true;
      this.#host.requestUpdate();
      if (this.#reason.trim() === '') void this.#focus(certification, 'textarea');
      else void this.#decide(certification, 'rejected');
    };
    const input = (event: Event): void => {
      this.#reason = (event.target as HTMLTextAreaElement).value;
      this.#host.requestUpdate();
    };
    const keydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isBusy) return;
      event.stopPropagation();
      this.#close(certification);
    };
    return html`<form novalidate @submit=${submit} @keydown=${keydown}>
      <div class="field">
        <label for="reason">${terms.reason}</label>
        <textarea
          id="reason"
          part="field"
          rows="2"
          maxlength=${LONGEST_REASON}
          autocomplete="off"
          aria-required="true"
          aria-invalid=${isMissing ? 'true' : nothing}
          aria-describedby=${isMissing ? 'reason-reader reason-fault' : 'reason-reader'}
          .value=${live(this.#reason)}
          @input=${input}
        ></textarea>
        <p class="muted" id="reason-reader"><bdi>${terms.reasonReader}</bdi></p>
        ${
          isMissing
            ? html`<p class="fault" part="fault" id="reason-fault">${warningIcon}<bdi>${terms.reasonMissing}</bdi></p>`
            : nothing
        }
      </div>
      <div class="actions">
        <button class="button" part="button cancel-button" type="button" @click=${() => this.#close(certification)}>
          ${this.#host.common.cancel}
        </button>
        <button class="button primary" part="button reject-button" aria-disabled=${isBusy}>
          ${isBusy ? terms.busy : terms.reject}
        </button>
      </div>
    </form>`;
  }

  #open(certification: Certification): void {
    this.#rejectingId = certification.id;
    this.#reason = '';
    this.#isChecked = false;
    this.#failed = undefined;
    this.#host.requestUpdate();
    void this.#focus(certification, 'textarea');
  }

  #close(certification: Certification): void {
    this.#rejectingId = this.#failed = undefined;
    this.#host.requestUpdate();
    void this.#focus(certification, '[part~="reject-button"]');
  }

  async #decide(certification: Certification, verdict: Verdict): Promise<void> {
    if (this.#busyId !== undefined) return;
    const { id } = certification;
    const backend = this.#host.resolvedBackend as Backend;
    this.#busyId = id;
    this.#failed = undefined;
    this.#host.requestUpdate();
    try {
      const stored = await untilStored(this.#send(backend, certification, verdict), () => {
        this.#failed = { id, problem: 'queued' };
        this.#host.requestUpdate();
      });
      this.#rejectingId = this.#failed = undefined;
      this.#options.onChanged(stored);
      tellChange(backend, { kind: 'certification', id });
      this.#options.onReviewed(verdict, stored);
      void this.#focus(certification, '.review .button');
    } catch (error) {
      if (hasErrorCode(error, 'conflict') && error.current) this.#options.onChanged(error.current as Certification);
      this.#failed = { id, problem: problemOf(error) };
    } finally {
      this.#busyId = undefined;
      this.#host.requestUpdate();
    }
  }

  #send(backend: Backend, { id, version }: Certification, verdict: Verdict): Promise<Certification> {
    const reason = this.#reason.trim();
    const idempotencyKey = this.#attempt.for(id, version, verdict, verdict === 'rejected' && reason);
    const options = { expectedVersion: version, idempotencyKey };
    if (verdict === 'rejected') return backend.rejectCertification(id, { ...options, reason });
    return verdict === 'verified' ? backend.verifyCertification(id, options) : backend.resetCertification(id, options);
  }

  async #focus({ id }: Certification, selector: string): Promise<void> {
    await this.#host.updateComplete;
    const row = this.#host.renderRoot.querySelector(`[data-certification="${CSS.escape(id)}"]`);
    (row?.querySelector<HTMLElement>(selector) ?? (row as HTMLElement | null))?.focus();
  }
}

const PARTS: Readonly<Record<Verdict, string>> = {
  verified: 'verify-button',
  rejected: 'reject-button',
  reopened: 'undo-button',
};
