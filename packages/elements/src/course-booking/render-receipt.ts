import type { Enrollment, StartingDate, StoredProduct } from '@enrollkit/core';
import { nothing, type TemplateResult } from 'lit';
import { html, type StaticValue } from 'lit/static-html.js';
import { formatDecimal } from '../base/language/formats.js';
import { keep, kept, sentence } from '../base/language/kept-words.js';
import { priceBreakdownTerms } from '../price-breakdown/price-breakdown-terms.js';
import { PriceWords } from '../price-breakdown/price-words.js';
import { calculationOf } from '../price-breakdown/render-booked-price.js';
import { StartWords } from '../starting-dates/start-words.js';
import { startingDatesTerms } from '../starting-dates/starting-dates-terms.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';
import { timesOf } from './what-is-booked.js';

export interface ReceiptView {
  readonly product: StoredProduct;
  readonly start: StartingDate | undefined;
  readonly enrollments: readonly Enrollment[];
  readonly terms: CourseBookingTerms;
  readonly locale: string;
  /** How `<price-breakdown>` is called on this page. */
  readonly priceTag: StaticValue;
  readonly onCalendar: (start: StartingDate) => void;
  readonly onAgain: () => void;
}

/** Exactly what was booked, and what comes next. */
export function renderReceipt(view: ReceiptView): TemplateResult {
  const { product, start, enrollments, terms, locale, priceTag } = view;
  const sum = sumOf(view);
  const isRequest = enrollments.some(({ bookingState }) => bookingState === 'requested');
  const [first] = enrollments;
  return html`<section class="receipt" part="receipt" aria-labelledby="receipt-heading">
    <h3 id="receipt-heading" class="heading" part="heading" tabindex="-1">
      ${isRequest ? terms.requested : terms.booked}
    </h3>
    ${isRequest ? html`<p><bdi>${terms.requestedNext}</bdi></p>` : nothing}
    <dl>
      <dt>${terms.receipt.course}</dt>
      <dd><bdi lang=${product.language || nothing}>${product.name}</bdi></dd>
      ${
        start
          ? html`<dt>${terms.receipt.start}</dt>
              <dd><bdi>${sentence(new StartWords(startingDatesTerms(locale), locale).name(start, keep))}</bdi></dd>`
          : nothing
      }
      <dt>${enrollments.length > 1 ? terms.participants : terms.receipt.participants}</dt>
      ${enrollments.map(({ participant }) => html`<dd>${kept(participant.name)}, ${kept(participant.email)}</dd>`)}
      ${
        sum
          ? html`<dt>${terms.total}</dt>
              <dd>${kept(sum.due)} (<bdi>${sentence(sum.each)}</bdi>)</dd>`
          : nothing
      }
    </dl>
    ${first?.booked ? html`<${priceTag} .enrollment=${first}></${priceTag}>` : nothing}
    ${
      product.extraInstructionsAfterBooking
        ? html`<h4 class="heading small">${terms.instructions}</h4>
            <p class="instructions" part="instructions"><bdi>${product.extraInstructionsAfterBooking}</bdi></p>`
        : nothing
    }
    <div class="actions">
      ${
        start
          ? html`<button
              class="button"
              part="button calendar-button"
              type="button"
              @click=${() => view.onCalendar(start)}
            >
              ${terms.calendar}
            </button>`
          : nothing
      }
      <button class="button" part="button print-button" type="button" @click=${() => print()}>${terms.print}</button>
      <button class="button" part="button again-button" type="button" @click=${view.onAgain}>${terms.again}</button>
    </div>
  </section>`;
}

/** What many bookings cost together, each at the price that all of them have. Of one booking its price says it. */
function sumOf({
  enrollments,
  terms,
  locale,
}: ReceiptView): { readonly due: string; readonly each: string } | undefined {
  const [price, ...others] = enrollments.map(({ booked }) => booked);
  const isOnePrice = others.length > 0 && others.every((other) => other?.totalMinor === price?.totalMinor);
  if (price?.display !== 'amount' || !isOnePrice) return undefined;
  const calculation = calculationOf(price);
  const words = new PriceWords(priceBreakdownTerms(locale), calculation, locale);
  const { length } = enrollments;
  return {
    due: words.due(timesOf(calculation, length)),
    each: terms.each(formatDecimal(String(length), locale), keep(words.due(calculation))),
  };
}
