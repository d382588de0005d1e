import type { PriceCalculation, StoredProduct } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { warningIcon } from '../base/icons.js';
import { formatDecimal } from '../base/language/formats.js';
import { keep, sentence } from '../base/language/kept-words.js';
import { renderProblem } from '../base/reading/render-record.js';
import type { CommonTerms } from '../terms/common.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';
import type { Buyer } from './booking-draft.js';
import type { BookingRun } from './booking-run.js';

interface BarView {
  readonly price: PriceCalculation;
  readonly product: StoredProduct;
  readonly terms: CourseBookingTerms;
}

/** About as high as a booking with two starts, so that what is below it on the page stays there. */
export function renderSkeleton({ loading }: Pick<CommonTerms, 'loading'>): TemplateResult {
  const part = html`<span class="skeleton"></span>`;
  return html`<p class="visually-hidden">${loading}</p>
    <div class="sketch" aria-hidden="true">${part}${part}${part}${part}</div>`;
}

/** Something to know before booking. */
export function renderNotice(sentence: string): TemplateResult {
  return html`<p class="notice" part="notice">${warningIcon}<bdi>${sentence}</bdi></p>`;
}

/** Before anything is filled in: who asks can't book yet, and where they can sign in. */
export function renderSignIn(terms: CourseBookingTerms, url: string | undefined): TemplateResult {
  return html`<div class="notice framed" part="notice" id="sign-in" tabindex="-1">
    ${warningIcon}<bdi>${terms.signInFirst}</bdi>
    <slot name="sign-in">${url ? html`<a class="link" href=${url}>${terms.signIn}</a>` : nothing}</slot>
  </div>`;
}

/** What is wrong with one choice. */
export function renderFault(sentence: string): TemplateResult {
  return html`<p class="fault" part="fault">${warningIcon}<bdi>${sentence}</bdi></p>`;
}

/** Who books: only a consumer may withdraw. */
export function renderBuyer(run: BookingRun, terms: CourseBookingTerms): TemplateResult {
  const isMissing = run.isChecked && !run.draft.buyer;
  const choice = (buyer: Buyer): TemplateResult =>
    html`<label class="choice">
      <input
        type="radio"
        name="buyer"
        value=${buyer}
        .checked=${run.draft.buyer === buyer}
        @change=${() => run.change({ buyer })}
      />
      <bdi>${terms[buyer]}</bdi>
    </label>`;
  return html`<fieldset
    class="group ${isMissing ? 'faulty' : ''}"
    part="buyer"
    role="radiogroup"
    aria-required="true"
    ?disabled=${run.busyWith > 0 || run.booked.length > 0}
  >
    <legend>${terms.buyer}</legend>
    ${choice('consumer')} ${choice('company')}
    <div role="alert">${isMissing ? renderFault(terms.buyerMissing) : nothing}</div>
  </fieldset>`;
}

/** The total with everything in it, and beside it the button that says what pressing it means. */
export function renderBar(host: EnrollkitElement, run: BookingRun, { price, product, terms }: BarView): TemplateResult {
  const rows = run.rows;
  const change = run.price.change;
  const isBusy = run.busyWith > 0;
  const count = (value: number): string => formatDecimal(String(value), host.localeTag);
  return html`<div class="bar" part="bar">
    <div role="alert">
      ${
        change
          ? html`<p class="notice framed" part="notice">
              ${warningIcon}<bdi>${sentence(terms.priceChanged(keep(change.before()), keep(change.now())))}</bdi>
            </p>`
          : nothing
      }
      ${run.problem ? renderProblem(host, run.problem) : nothing}
      ${run.refusal && product.startingDates.length === 0 ? renderFault(run.refusal) : nothing}
    </div>
    ${
      // Said with every press that doesn't book, also when it stands here already.
      run.isChecked && run.hasFaults(product) ? renderFault(terms.mend) : nothing
    }
    <p class="due" part="total">
      ${price.display === 'on-request' ? nothing : html`<span>${terms.total}</span>`}
      <bdi class="amount" translate="no">${run.price.due(price, rows.length)}</bdi>
      ${
        price.display === 'amount'
          ? html`<span class="muted">
              ${rows.length > 1 ? html`<bdi>${sentence(terms.each(count(rows.length), keep(run.price.due(price))))}</bdi>, ` : nothing}
              <bdi>${terms.inclusive}</bdi>
            </span>`
          : nothing
      }
    </p>
    <button class="button primary submit" part="button book-button" aria-disabled=${isBusy}>
      ${
        isBusy
          ? rows.length > 1
            ? terms.sendingOf(count(run.busyWith), count(rows.length))
            : terms.sending
          : terms.book[price.display]
      }
    </button>
  </div>`;
}
