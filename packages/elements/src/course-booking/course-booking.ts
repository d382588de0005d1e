import { checkBookable, type PriceAudience, type PriceCalculation, type StoredProduct } from '@enrollkit/core';
import { nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { html, unsafeStatic, type StaticValue } from 'lit/static-html.js';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { keepUncovered } from '../base/keep-uncovered.js';
import { linkAddress } from '../base/link-address.js';
import { may } from '../base/reading/may.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { formStyles } from '../base/styles/form.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { offerCalendar } from '../starting-dates/offer-calendar.js';
import { isBookable, offersOf } from '../starting-dates/offered-product.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';
import { rowFaults, type KnownParticipant } from './booking-draft.js';
import { BookingRun } from './booking-run.js';
import { courseBookingStyles } from './course-booking.styles.js';
import { courseBookingTerms } from './course-booking-terms.js';
import { renderBar, renderBuyer, renderFault, renderNotice, renderSignIn, renderSkeleton } from './render-bar.js';
import { renderParticipants } from './render-participants.js';
import { renderReceipt } from './render-receipt.js';
import { RowEditor } from './row-editor.js';
import { failureOf } from './say-refusal.js';

export type { KnownParticipant } from './booking-draft.js';
export type * from './course-booking-events.js';

/**
 * Books a course: start, optional costs, who takes part, and the total with everything in it beside the button, which says
 * that booking means paying. Then a receipt with exactly what was booked. What was filled in stays through every error, a
 * reload and a changed price.
 *
 * @summary Form to book a course, for one participant or many, with a receipt.
 * @tag course-booking
 *
 * @slot sign-in - Replaces the link to where somebody signs in who can't book yet.
 *
 * @fires {CustomEvent<BookDetail>} ek-book - A person wants to book. Cancelable, before anything is sent.
 * @fires {CustomEvent<BookedDetail>} ek-booked - One participant is booked, or asked for.
 * @fires {CustomEvent<BookingErrorDetail>} ek-booking-error - One participant could not be booked.
 *
 * @csspart booking - The whole.
 * @csspart start - The choice of a start.
 * @csspart costs - The price, with its optional costs.
 * @csspart participants - Who takes part.
 * @csspart row - The fields of one participant.
 * @csspart field - One field.
 * @csspart fault - What is wrong with one field or choice.
 * @csspart outcome - What became of one participant.
 * @csspart buyer - Consumer or company.
 * @csspart notice - That somebody has to sign in first, that the price has changed, or what else is to be known before booking.
 * @csspart bar - Total and button.
 * @csspart total - The total.
 * @csspart book-button - Books.
 * @csspart receipt - What was booked.
 * @csspart heading - The heading of the receipt.
 * @csspart instructions - What the provider has to say after booking.
 * @csspart add-button - Adds a participant.
 * @csspart remove-button - Removes one.
 * @csspart calendar-button - Saves the start as a calendar file.
 * @csspart print-button - Prints the receipt.
 * @csspart again-button - Makes room for another booking.
 * @csspart button - Any button.
 * @csspart retry-button - Tries to read again.
 * @csspart problem - What went wrong and what to do.
 *
 * @cssprop [--ek-course-booking-max-inline-size=44em] - Width beyond which fields would get too long.
 *
 * @cssState loading - The product is being read.
 * @cssState failed - There is no product to book.
 * @cssState busy - Bookings are being sent.
 * @cssState booked - The receipt is shown.
 */
export class CourseBooking extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    employerId: { attribute: 'employer-id' },
    participants: {},
    audience: {},
    site: {},
    signInUrl: { attribute: 'sign-in-url' },
    knownParticipant: { attribute: false },
  };

  static override styles: CSSResultGroup = [baseStyles, roomStyles, formStyles, courseBookingStyles];

  /** The product that is booked. */
  productId: string | undefined;

  /** The employer for whose people is booked: a company, so nobody is asked which it is. */
  employerId: string | undefined;

  /** `many`: a row for each participant, with paste from a spreadsheet. */
  participants: '1' | 'many' = '1';

  /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
  audience: PriceAudience = 'standard';

  /** The site on which is booked, for its discount and for products of groups. */
  site: string | undefined;

  /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
  signInUrl: string | undefined;

  /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
  knownParticipant: KnownParticipant | undefined;

  readonly #record = new RecordController(this, {
    id: () => this.productId,
    site: () => this.site,
    attribute: 'product-id',
    needs: ['getProduct', 'createEnrollment'],
    read: (backend, id, options): Promise<StoredProduct> => backend.getProduct(id, options),
    concerns: (change, id) => change.kind === 'product' && change.id === id,
  });
  readonly #run = new BookingRun(this, () => {
    const { productId, employerId, participants, audience, site, knownParticipant } = this;
    return {
      product: this.#product,
      productId,
      employerId,
      participants,
      audience,
      site,
      knownParticipant,
      terms: this.#terms,
      reload: () => this.#record.reload(),
    };
  });

  readonly #rows = new RowEditor(this, this.#run, () => this.#terms);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#run.beginWith();
    this.#run.noticePrice();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleRecordStates(this.#record.state);
    this.toggleState('busy', this.#run.busyWith > 0);
    this.toggleState('booked', this.#run.isDone);
  }

  get #product(): StoredProduct | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? state.record : undefined;
  }

  get #terms(): CourseBookingTerms {
    return this.terms(courseBookingTerms);
  }

  /** The elements that it is made of, under the prefix that it has itself. */
  #tag(name: string): StaticValue {
    return unsafeStatic(
      this.localName.endsWith('course-booking') ? this.localName.replace(/course-booking$/, name) : name,
    );
  }

  protected override render(): TemplateResult {
    const isLoading = this.#record.state.kind === 'loading';
    return html`<div
      class="booking"
      part="booking"
      role="group"
      aria-label=${this.#terms.label}
      aria-busy=${isLoading}
      @focusin=${(event: FocusEvent) => keepUncovered(event, this.renderRoot.querySelector('.bar'))}
    >
      ${renderRecord(this, this.#record, {
        loading: () => renderSkeleton(this.common),
        ready: (product) => this.#renderProduct(product),
      })}
    </div>`;
  }

  #renderProduct(product: StoredProduct): TemplateResult {
    const terms = this.#terms;
    if (this.#run.isDone) {
      return renderReceipt({
        product,
        start: this.#run.startOf(product),
        enrollments: this.#run.booked,
        terms,
        locale: this.localeTag,
        priceTag: this.#tag('price-breakdown'),
        onCalendar: (start) => void offerCalendar(this, start, { product, name: product.name }),
        onAgain: this.#run.onAgain,
      });
    }
    const [obstacle] = checkBookable(product, { today: this.#run.today, site: this.site });
    const known: Readonly<Record<string, string>> = terms.issues;
    if (obstacle) return renderNotice(known[obstacle.code] ?? this.common.errors.invalid);
    const price = this.#run.calculate(product);
    if (!price.valid) return renderNotice(terms.issues['price-unknown']);
    const hasStarts = product.startingDates.length > 0;
    const isOpen = !hasStarts || offersOf(product, this.#run.today, false).some(isBookable);
    return html`<form novalidate @submit=${this.#run.onSubmit}>
      ${may('enrollment.create', product) ? nothing : renderSignIn(this.#terms, linkAddress(this.signInUrl, this.baseURI))}
      ${hasStarts ? this.#renderStart(product) : nothing}
      ${isOpen ? this.#renderRest(product, price) : renderNotice(terms.noStartOpen)}
    </form>`;
  }

  #renderStart(product: StoredProduct): TemplateResult {
    const terms = this.#terms;
    const tag = this.#tag('starting-dates');
    const isMissing = this.#run.isChecked && this.#run.isStartMissing(product);
    const fault = this.#run.refusal ?? (isMissing ? terms.startMissing : undefined);
    const isFixed = this.#run.busyWith > 0 || this.#run.booked.length > 0;
    return html`<fieldset class="group ${fault ? 'faulty' : ''}" part="start" ?disabled=${isFixed}>
      <legend>${terms.start}</legend>
      <${tag}
        class="inner"
        selectable
        required
        limit="8"
        .backend=${this.resolvedBackend}
        .locale=${this.locale}
        .product=${product}
        .value=${this.#run.draft.startingDateId}
        @ek-start-change=${this.#run.onStart}
      ></${tag}>
      <div role="alert">${fault ? renderFault(fault) : nothing}</div>
    </fieldset>`;
  }

  #renderRest(product: StoredProduct, price: PriceCalculation): TemplateResult {
    const tag = this.#tag('price-breakdown');
    const isFixed = this.#run.busyWith > 0 || this.#run.booked.length > 0;
    return html`<fieldset class="group" part="costs" ?disabled=${isFixed}>
        <${tag}
          selectable
          .backend=${this.resolvedBackend}
          .locale=${this.locale}
          .product=${product}
          .audience=${this.audience}
          .site=${this.site}
          .selectedCosts=${this.#run.draft.selectedCosts}
          @ek-price-change=${this.#run.onCosts}
        ></${tag}>
      </fieldset>
      ${renderParticipants({
        rows: this.#run.rows,
        faults: this.#run.isChecked ? rowFaults(this.#run.rows) : new Map(),
        isMany: this.#run.isMany,
        isOwn: !this.#run.isMany && !this.employerId,
        isBusy: this.#run.busyWith > 0,
        terms: this.#terms,
        failureOf: (why) => failureOf(why, this.#terms, this.common),
        onInput: this.#rows.onInput,
        onPaste: this.#rows.onPaste,
        onAdd: this.#rows.onAdd,
        onRemove: this.#rows.onRemove,
      })}
      ${this.employerId ? nothing : renderBuyer(this.#run, this.#terms)} ${renderBar(this, this.#run, { price, product, terms: this.#terms })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'course-booking': CourseBooking;
  }
}
