import {
  bookingStateOf,
  withdrawalObstacle,
  withdrawalPeriod,
  type Backend,
  type Enrollment,
  type WithdrawalObstacle,
} from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { live } from 'lit/directives/live.js';
import { AttemptKey } from '../base/backend/attempt-key.js';
import { tellChange } from '../base/backend/change-hub.js';
import { untilStored } from '../base/backend/kept-write.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { ask, tell } from '../base/events.js';
import { warningIcon } from '../base/icons.js';
import { formatDay } from '../base/language/formats.js';
import { keep, sentence } from '../base/language/kept-words.js';
import { may } from '../base/reading/may.js';
import { readOneEnrollment } from '../base/reading/read-enrollments.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderProblem, renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { formStyles } from '../base/styles/form.styles.js';
import type { BookingWithdrawalTerms } from '../terms/booking-withdrawal.js';
import type { WithdrawDetail } from './booking-withdrawal-events.js';
import { bookingWithdrawalTerms } from './booking-withdrawal-terms.js';
import { bookingWithdrawalStyles } from './booking-withdrawal.styles.js';
import { renderAcknowledgement } from './render-acknowledgement.js';

export type * from './booking-withdrawal-events.js';

/** What browsers take for an address; the backend has the last word. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

type Step = 'closed' | 'statement' | 'confirmation';

/**
 * The withdrawal function that consumers are due: a statement with name, contract and where to send the acknowledgement,
 * then an explicit confirmation, and an acknowledgement to save. Source: Directive 2023/2673, domain.md section 6.
 *
 * @summary Lets a consumer withdraw from a booking, in two steps.
 * @tag booking-withdrawal
 *
 * @fires {CustomEvent<WithdrawDetail>} ek-withdraw - A person has confirmed. Cancelable, before anything is done.
 * @fires {CustomEvent<WithdrawDetail>} ek-withdrawn - The backend has stored the withdrawal.
 *
 * @csspart withdrawal - The whole.
 * @csspart withdraw-button - Opens the statement.
 * @csspart next-button - Goes on to the confirmation.
 * @csspart confirm-button - Withdraws.
 * @csspart back-button - One step back.
 * @csspart save-button - Saves the acknowledgement.
 * @csspart print-button - Prints it.
 * @csspart button - Any button.
 * @csspart field - One field.
 * @csspart obstacle - Why nobody can withdraw.
 * @csspart acknowledgement - What was stated, with day and time.
 * @csspart problem - What went wrong and what to do.
 * @csspart retry-button - Tries to read again.
 *
 * @cssState loading - The enrollment is being read.
 * @cssState failed - The enrollment is missing or can't be read.
 * @cssState withdrawn - The acknowledgement is shown.
 */
export class BookingWithdrawal extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    enrollmentId: { attribute: 'enrollment-id' },
    step: { state: true },
  };

  static override styles: CSSResultGroup = [baseStyles, formStyles, bookingWithdrawalStyles];

  /** Which enrollment. */
  enrollmentId: string | undefined;

  private step: Step = 'closed';

  readonly #record = new RecordController(this, {
    id: () => this.enrollmentId,
    attribute: 'enrollment-id',
    needs: ['getEnrollment', 'withdrawEnrollment'],
    read: (backend, id, options): Promise<Enrollment> => readOneEnrollment(backend, id, options),
    concerns: (change, id) => change.kind === 'enrollment' && change.id === id,
  });
  #id: string | undefined;
  #name = '';
  #email = '';
  #isChecked = false;
  #isBusy = false;
  #problem: Problem | undefined;
  #contract: string | undefined;
  readonly #attempt = new AttemptKey();

  get #terms(): BookingWithdrawalTerms {
    return this.terms(bookingWithdrawalTerms);
  }

  get #enrollment(): Enrollment | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? state.record : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const enrollment = this.#enrollment;
    if (!enrollment || enrollment.id === this.#id) return;
    this.#id = enrollment.id;
    ({ name: this.#name, email: this.#email } = enrollment.participant);
    this.step = 'closed';
    this.#isChecked = this.#isBusy = false;
    this.#problem = this.#contract = undefined;
    void this.#nameContract(enrollment);
  }

  protected override updated(): void {
    this.toggleRecordStates(this.#record.state);
    this.toggleState('withdrawn', this.#enrollment?.bookingState === 'withdrawn');
  }

  /** The name of the course says more than a number; where it can't be read the number does. */
  async #nameContract({ id, productId }: Enrollment): Promise<void> {
    try {
      const product = await this.resolvedBackend?.getProduct?.(productId);
      if (product && id === this.#id) this.#contract = product.name;
      this.requestUpdate();
    } catch {
      // Its number is shown.
    }
  }

  #contractOf({ id, startDate, startDateIsMonthOnly }: Enrollment): string {
    const day = startDate && formatDay(startDate, this.localeTag, startDateIsMonthOnly);
    const what = [this.#contract ?? keep(id), day].filter(Boolean).join(', ');
    return this.#contract ? `${what} (${keep(id)})` : what;
  }

  readonly #open = (): void => void this.#go('statement', 'input');

  readonly #back = (): void =>
    void (this.step === 'confirmation' ? this.#go('statement', 'input') : this.#go('closed', '.withdraw'));

  readonly #onStatement = (event: Event): void => {
    event.preventDefault();
    this.#isChecked = true;
    const isReady = this.#name.trim() !== '' && EMAIL.test(this.#email.trim());
    void (isReady ? this.#go('confirmation', 'h3') : this.#go('statement', '[aria-invalid="true"]'));
  };

  async #go(step: Step, focus: string): Promise<void> {
    this.step = step;
    this.#problem = undefined;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }

  readonly #onConfirm = async (event: Event): Promise<void> => {
    event.preventDefault();
    const enrollment = this.#enrollment;
    if (!enrollment || this.#isBusy) return;
    const statement = { name: this.#name.trim(), email: this.#email.trim() };
    const detail = { enrollmentId: enrollment.id, ...statement };
    if (!ask<WithdrawDetail>(this, 'ek-withdraw', detail)) return;
    this.#isBusy = true;
    this.#problem = undefined;
    this.requestUpdate();
    const backend = this.resolvedBackend as Backend;
    try {
      const options = { idempotencyKey: this.#attempt.for(detail) };
      const write = backend.withdrawEnrollment(enrollment.id, statement, options);
      const stored = await untilStored(write, () => {
        this.#problem = 'queued';
        this.requestUpdate();
      });
      this.#problem = undefined;
      this.#record.accept(stored, enrollment.id);
      await this.#go('closed', 'h3');
      tellChange(backend, { kind: 'enrollment', id: enrollment.id });
      tell<WithdrawDetail>(this, 'ek-withdrawn', { ...detail });
    } catch (error) {
      this.#problem = problemOf(error);
      // It may have ended meanwhile: then the page says so.
      this.#record.reload();
    } finally {
      this.#isBusy = false;
      this.requestUpdate();
    }
  };

  protected override render(): TemplateResult {
    return html`<div class="withdrawal" part="withdrawal" aria-busy=${this.#record.state.kind === 'loading'}>
      ${renderRecord(this, this.#record, {
        loading: () => html`<p class="skeleton">${this.common.loading}</p>`,
        ready: (enrollment) => this.#renderEnrollment(enrollment),
      })}
    </div>`;
  }

  #renderEnrollment(enrollment: Enrollment): TemplateResult {
    if (bookingStateOf(enrollment) === 'withdrawn') {
      const [terms, contract] = [this.#terms, this.#contractOf(enrollment)];
      return renderAcknowledgement(enrollment, { terms, contract, locale: this.localeTag, timeZone: this.timeZone });
    }
    const { timeZone } = this;
    const obstacle: WithdrawalObstacle | 'not-allowed' | undefined =
      withdrawalObstacle(enrollment, { now: this.now(), timeZone }) ??
      (may('enrollment.withdraw', enrollment) ? undefined : 'not-allowed');
    const terms = this.#terms;
    if (obstacle) return html`<p part="obstacle"><bdi>${terms.obstacles[obstacle]}</bdi></p>`;
    if (this.step === 'statement') return this.#renderStatement(enrollment);
    if (this.step === 'confirmation') return this.#renderConfirmation(enrollment);
    const period = withdrawalPeriod(enrollment, timeZone);
    return html`${period ? html`<p><bdi>${terms.until(formatDay(period.lastDay, this.localeTag))}</bdi></p>` : nothing}
      <button class="button withdraw" part="button withdraw-button" type="button" @click=${this.#open}>
        ${enrollment.bookingState === 'requested' ? terms.takeBack : terms.withdraw}
      </button>`;
  }

  #renderStatement(enrollment: Enrollment): TemplateResult {
    const terms = this.#terms;
    return html`<form novalidate aria-labelledby="title" @submit=${this.#onStatement}>
      <h3 id="title" tabindex="-1">${terms.statement}</h3>
      ${this.#renderField('name', this.#name, this.#name.trim() === '' ? terms.nameMissing : undefined)}
      <p><bdi>${sentence(terms.contract(this.#contractOf(enrollment)))}</bdi></p>
      ${this.#renderField('email', this.#email, EMAIL.test(this.#email.trim()) ? undefined : terms.emailInvalid)}
      <div class="actions">
        <button class="button" part="button back-button" type="button" @click=${this.#back}>
          ${this.common.cancel}
        </button>
        <button class="button primary" part="button next-button">${terms.next}</button>
      </div>
    </form>`;
  }

  #renderField(field: 'name' | 'email', value: string, wrong: string | undefined): TemplateResult {
    const fault = this.#isChecked ? wrong : undefined;
    const onInput = (event: Event): void => {
      const text = (event.target as HTMLInputElement).value;
      if (field === 'name') this.#name = text;
      else this.#email = text;
      this.requestUpdate();
    };
    return html`<div class="field">
      <label for=${field}>${this.#terms[field]}</label>
      <input
        id=${field}
        part="field"
        type=${field === 'email' ? 'email' : 'text'}
        autocomplete=${field}
        aria-required="true"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${field}-fault` : nothing}
        .value=${live(value)}
        @input=${onInput}
      />
      ${fault ? html`<p class="fault" id="${field}-fault">${warningIcon}<bdi>${fault}</bdi></p>` : nothing}
    </div>`;
  }

  #renderConfirmation(enrollment: Enrollment): TemplateResult {
    const terms = this.#terms;
    return html`<form aria-labelledby="title" @submit=${this.#onConfirm}>
      <h3 id="title" tabindex="-1">${terms.check}</h3>
      <p><bdi>${sentence(terms.declare(keep(this.#name.trim()), this.#contractOf(enrollment)))}</bdi></p>
      <p><bdi>${sentence(terms.sentTo(keep(this.#email.trim())))}</bdi></p>
      <div role="alert">${this.#problem ? renderProblem(this, this.#problem) : nothing}</div>
      <div class="actions">
        <button class="button" part="button back-button" type="button" @click=${this.#back}>${terms.back}</button>
        <button class="button primary" part="button confirm-button" aria-disabled=${this.#isBusy}>
          ${this.#isBusy ? terms.confirming : terms.confirm}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-withdrawal': BookingWithdrawal;
  }
}
