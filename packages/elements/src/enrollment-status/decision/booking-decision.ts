import { hasErrorCode, type Backend, type Enrollment } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AttemptKey } from '../../base/backend/attempt-key.js';
import { tellChange } from '../../base/backend/change-hub.js';
import { untilStored } from '../../base/backend/kept-write.js';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { ask, tell } from '../../base/events.js';
import { renderProblem } from '../../base/reading/render-record.js';
import { addStyles } from '../../base/styles/add-styles.js';
import type { EnrollmentStatusTerms } from '../../terms/enrollment-status.js';
import { statusMoreTerms } from '../more/status-more-terms.js';
import type { BookingDecisionDetail, BookingVerdict } from '../enrollment-status-events.js';
import { mayDecide } from './may-decide.js';
import { statusMoreStyles } from '../more/status-more.styles.js';

/** As many characters as a note may have. Source: domain.md section 1. */
const LONGEST_NOTE = 500;

export interface DecisionOptions {
  readonly accept: (enrollment: Enrollment | undefined, id: string) => void;
}

/** Accepting and declining a request, where it is shown: what is written, what is under way, what went wrong. */
export class BookingDecision {
  readonly #host: EnrollkitElement;
  readonly #options: DecisionOptions;
  #enrollment: Enrollment | undefined;
  #isDeclining = false;
  #note = '';
  #busy: BookingVerdict | undefined;
  #problem: Problem | undefined;
  #isFull = false;
  readonly #attempt = new AttemptKey();

  constructor(host: EnrollkitElement, options: DecisionOptions) {
    this.#host = host;
    this.#options = options;
    addStyles(host, statusMoreStyles);
  }

  get #terms(): EnrollmentStatusTerms {
    return statusMoreTerms(this.#host.localeTag);
  }

  render(enrollment: Enrollment): TemplateResult {
    if (enrollment.id !== this.#enrollment?.id) this.#reset();
    this.#enrollment = enrollment;
    const terms = this.#terms;
    const isRequested = enrollment.bookingState === 'requested';
    return html`<div class="decision" part="decision">
      ${this.#isDeclining && isRequested ? this.#renderNote(terms) : this.#renderChoice(terms)}
      <div role="alert">
        ${this.#isFull ? html`<p class="note" part="problem"><bdi>${terms.startFull}</bdi></p>` : nothing}
        ${this.#problem ? renderProblem(this.#host, this.#problem) : nothing}
      </div>
    </div>`;
  }

  #renderChoice(terms: EnrollmentStatusTerms): TemplateResult {
    const overbook = this.#isFull && this.#enrollment?.allowed?.includes('enrollment.overbook');
    return html`<div class="actions">
      ${
        this.#may('decline')
          ? html`<button class="button" part="button decline-button" type="button" @click=${this.#openNote}>
              ${terms.decline}
            </button>`
          : nothing
      }
      ${
        this.#may('accept')
          ? html`<button
              class="button primary"
              part="button accept-button"
              type="button"
              aria-disabled=${this.#busy !== undefined}
              @click=${() => void this.#decide('accepted', overbook === true)}
            >
              ${this.#busy ? terms.deciding : overbook ? terms.acceptAnyway : terms.accept}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderNote(terms: EnrollmentStatusTerms): TemplateResult {
    const left = LONGEST_NOTE - this.#note.length;
    return html`<form @submit=${this.#onDecline} @keydown=${this.#onKeydown} aria-busy=${this.#busy !== undefined}>
      <label class="note-label" for="decline-note">${terms.declineNote}</label>
      <textarea
        id="decline-note"
        class="field"
        part="field"
        rows="3"
        maxlength=${LONGEST_NOTE}
        autocomplete="off"
        aria-describedby="decline-hint"
        .value=${live(this.#note)}
        @input=${this.#onInput}
      ></textarea>
      <p class="muted" id="decline-hint">
        <bdi>${terms.noteReaders}</bdi> ${left <= 100 ? terms.charactersLeft(String(left)) : ''}
      </p>
      <div class="actions">
        <button class="button" part="button cancel-button" type="button" @click=${this.#closeNote}>
          ${this.#host.common.cancel}
        </button>
        <button class="button primary" part="button decline-button" aria-disabled=${this.#busy !== undefined}>
          ${this.#busy ? terms.deciding : terms.decline}
        </button>
      </div>
    </form>`;
  }

  #may(verdict: 'accept' | 'decline'): boolean {
    return this.#enrollment !== undefined && mayDecide(verdict, this.#enrollment, this.#host.resolvedBackend);
  }

  #reset(): void {
    this.#isDeclining = this.#isFull = false;
    this.#note = '';
    this.#problem = this.#busy = undefined;
  }

  readonly #openNote = (): void => {
    this.#isDeclining = true;
    this.#problem = undefined;
    this.#host.requestUpdate();
    void this.#focus('textarea');
  };

  /** What was written stays for the next time. */
  readonly #closeNote = (): void => {
    this.#isDeclining = false;
    this.#host.requestUpdate();
    void this.#focus('[part~="decline-button"]');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#closeNote();
  };

  readonly #onInput = (event: Event): void => {
    this.#note = (event.target as HTMLTextAreaElement).value;
    this.#host.requestUpdate();
  };

  readonly #onDecline = (event: Event): void => {
    event.preventDefault();
    void this.#decide('declined', false);
  };

  async #decide(verdict: BookingVerdict, overbook: boolean): Promise<void> {
    const enrollment = this.#enrollment;
    const host = this.#host;
    const backend = host.resolvedBackend as Backend;
    if (this.#busy || !enrollment) return;
    const detail = { enrollmentId: enrollment.id, verdict };
    if (!ask<BookingDecisionDetail>(host, 'ek-booking-decide', detail)) return;

    this.#busy = verdict;
    this.#problem = undefined;
    this.#isFull = false;
    host.requestUpdate();
    try {
      const stored = await untilStored(this.#store(backend, enrollment, verdict, overbook), () => {
        this.#problem = 'queued';
        host.requestUpdate();
      });
      this.#reset();
      this.#options.accept(stored, enrollment.id);
      host.announce(this.#terms.decided[verdict]);
      await host.updateComplete;
      tellChange(backend, { kind: 'enrollment', id: enrollment.id });
      tell<BookingDecisionDetail>(host, 'ek-booking-decided', { ...detail });
    } catch (error) {
      this.#busy = undefined;
      this.#problem = undefined;
      if (hasErrorCode(error, 'conflict') && error.current) {
        this.#options.accept(error.current as Enrollment, enrollment.id);
        this.#problem = 'conflict';
      } else if (isFull(error)) this.#isFull = true;
      else this.#problem = problemOf(error);
      host.requestUpdate();
    }
  }

  #store(backend: Backend, { id, version }: Enrollment, verdict: BookingVerdict, overbook: boolean) {
    const note = this.#note.trim();
    const idempotencyKey = this.#attempt.for(id, version, verdict, overbook, note);
    const options = { expectedVersion: version, idempotencyKey };
    return verdict === 'accepted'
      ? backend.acceptEnrollment(id, { ...options, ...(overbook && { overbook }) })
      : backend.declineEnrollment(id, { ...options, ...(note !== '' && { note }) });
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function isFull(error: unknown): boolean {
  const { issues } = (error ?? {}) as { readonly issues?: unknown };
  return Array.isArray(issues) && issues.some((issue: { readonly code?: unknown }) => issue.code === 'start-full');
}
