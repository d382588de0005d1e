import { dayOf, type StartingDate, type StartOffer } from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { tell } from '../base/events.js';
import { FormElement } from '../base/form-element.js';
import { keep } from '../base/language/kept-words.js';
import { productReading } from '../base/reading/product-reading.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { warnOnce } from '../base/warn-once.js';
import { offerCalendar } from './offer-calendar.js';
import { isBookable, offersOf, type OfferedProduct } from './offered-product.js';
import { renderStarts } from './render-starts.js';
import { renderLost, renderSkeleton, reasonForNone } from './render-none.js';
import type { StartFilter } from './shown-starts.js';
import { StartBrowser } from './start-browser.js';
import { StartWords } from './start-words.js';
import type { StartChangeDetail } from './starting-dates-events.js';
import { startingDatesTerms } from './starting-dates-terms.js';
import { startingDatesStyles } from './starting-dates.styles.js';

export type * from './starting-dates-events.js';
export type { OfferedProduct } from './offered-product.js';

/**
 * When and where a course starts: days, course days and times on demand, and how many places are left. With `selectable`
 * it is a form control, in which only what can be booked can be chosen.
 *
 * @summary Starting dates of a course, to read or to choose from.
 * @tag starting-dates
 *
 * @fires {CustomEvent<StartChangeDetail>} ek-start-change - A person chose another start.
 *
 * @csspart dates - The whole.
 * @csspart filters - The filters above a long list.
 * @csspart filter - One of them.
 * @csspart starts - The list or the group of radios.
 * @csspart start - One start.
 * @csspart choice - Radio, days and place of a start that can be chosen.
 * @csspart radio - The radio.
 * @csspart period - The days.
 * @csspart place - Where it is.
 * @csspart note - That it is guaranteed, nearly full, full, closed or cancelled. Also a part named after which.
 * @csspart schedule - The course days, folded in or out.
 * @csspart schedule-summary - How many course days there are, and what they have in common.
 * @csspart days - The course days.
 * @csspart day - One course day.
 * @csspart empty - Why no starts are shown.
 * @csspart problem - Why nothing can be shown, or that what was chosen is gone.
 * @csspart button - Any button.
 * @csspart more-button - Shows the starts beyond `limit`.
 * @csspart calendar-button - Saves a start as a calendar file.
 * @csspart retry-button - Tries to read again.
 * @csspart icon - Any icon.
 *
 * @cssprop [--ek-starting-dates-border-color=var(--ek-border)] - Colour of the hairlines.
 * @cssprop [--ek-starting-dates-row-space=8px] - Space above and below a start.
 * @cssprop [--ek-starting-dates-max-inline-size=44em] - Width beyond which days and places would drift apart.
 *
 * @cssState loading - The product is being read.
 * @cssState failed - There is no product to show: it is missing or can't be read.
 * @cssState empty - There are no starts to show.
 * @cssState disabled - Nothing can be chosen, by `disabled` or by a fieldset around the element.
 * @cssState invalid - A start has to be chosen, and somebody tried to send the form without.
 */
export class StartingDates extends FormElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    product: { attribute: false },
    site: {},
    selectable: { type: Boolean },
    value: {},
    selectedStart: { attribute: 'selected-start', reflect: true, noAccessor: true },
    required: { type: Boolean },
    showPast: { type: Boolean, attribute: 'show-past' },
    limit: { type: Number },
    lostStart: { state: true },
    isInvalid: { state: true },
  };

  static override styles: CSSResultGroup = [baseStyles, roomStyles, startingDatesStyles];
  protected static override readonly choice = 'selectedStart';

  /** The product whose starts the backend is asked for. */
  productId: string | undefined;

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  product: OfferedProduct | undefined;

  /** The site of the page: the backend shows products of groups on their own sites only. */
  site: string | undefined;

  /** Lets people choose a start. */
  selectable = false;

  /**
   * Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is
   * never chosen; the only start of a product is, when it can be.
   */
  value = '';

  /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
  get selectedStart(): string | undefined {
    return this.value === this.#valueToBeginWith ? undefined : this.value;
  }
  set selectedStart(id: string | null | undefined) {
    this.value = id ?? this.#valueToBeginWith;
  }

  /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
  required = false;

  /** Shows what is over too. */
  showPast = false;

  /** How many starts are shown at first. */
  limit: number | undefined;

  /** What was chosen, and can't be booked any more. */
  private lostStart: StartingDate | undefined;
  private isInvalid = false;

  readonly #record = new RecordController(
    this,
    productReading<OfferedProduct>(this, (product) => product),
  );
  readonly #browser = new StartBrowser(() => this.requestUpdate());
  #shownProductId: string | undefined;
  /** All starts that are there to be seen, before filters and limits. */
  #offers: readonly StartOffer[] = [];

  constructor() {
    super();
    this.addEventListener('invalid', () => (this.isInvalid = true));
  }

  /** To the chosen start, or the first that can be. */
  override focus(options?: FocusOptions): void {
    this.#radio?.focus(options);
  }

  /** The start that is chosen now. */
  get chosenStart(): StartingDate | undefined {
    const isChosen = (offer: StartOffer): boolean => isBookable(offer) && offer.start.id === this.value;
    return this.selectable ? this.#offers.find(isChosen)?.start : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const product = this.#shownProduct;
    const productId = this.product?.id ?? this.productId;
    // Starts of another product can have the same ids. What the host set together with the product stays.
    if (this.#shownProductId !== undefined && productId !== this.#shownProductId) {
      if (!changed.has('value')) this.value = this.#valueToBeginWith;
      this.#browser.reset();
      [this.lostStart, this.isInvalid] = [undefined, false];
    }
    this.#shownProductId = productId;
    this.#offers = product && product.state !== 'deleted' ? offersOf(product, this.#today, this.showPast) : [];
    if (product && this.selectable) this.#choosePossible();
    const { limit, localName } = this;
    if (limit !== undefined && !(limit >= 1)) warnOnce('limit-unreadable', [localName, String(limit)]);
    if (changed.has('value')) this.requestUpdate('selectedStart', null);
  }

  /** Lets go of what can't be booked, and takes the only start there is. */
  #choosePossible(): void {
    const known = this.#offers.find(({ start }) => start.id !== undefined && start.id === this.value);
    if (known && isBookable(known)) this.lostStart = undefined;
    else if (this.value) {
      this.lostStart = known?.start;
      this.value = '';
      if (known) this.announce(this.#words.terms.lost(this.#words.name(known.start)));
    }
    const [only, ...others] = this.#offers;
    if (!this.value && only && others.length === 0 && isBookable(only)) this.value = only.start.id ?? '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { kind } = this.#record.state;
    this.#tellForm();
    this.toggleRecordStates(this.#record.state);
    this.toggleState('empty', kind === 'ready' && this.#offers.length === 0);
    this.toggleState('disabled', this.isDisabled);
    this.toggleState('invalid', this.isInvalid && !this.internals.validity.valid);
  }

  #tellForm(): void {
    const isChosen = this.value !== '';
    this.internals.setFormValue(this.selectable && this.name && isChosen ? this.value : null, this.value);
    const product = this.#shownProduct;
    const isMissing = this.selectable && this.required && !isChosen && product?.startingDates.length !== 0;
    const [{ terms }, radio] = [this.#words, this.#radio];
    if (!isMissing) this.internals.setValidity({});
    else this.internals.setValidity({ valueMissing: true }, radio || !product ? terms.required : terms.noneOpen, radio);
  }

  get #radio(): HTMLInputElement | undefined {
    const radios = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input[type="radio"]:enabled')];
    return radios.find((radio) => radio.checked) ?? radios[0];
  }

  get #shownProduct(): OfferedProduct | undefined {
    const state = this.#record.state;
    return state.kind === 'ready' ? state.record : undefined;
  }

  get #today(): string {
    return dayOf(this.now(), this.timeZone);
  }

  get #words(): StartWords {
    return new StartWords(this.terms(startingDatesTerms), this.localeTag);
  }

  get #valueToBeginWith(): string {
    return this.getAttribute('value') ?? '';
  }

  readonly #choose = (start: StartingDate): void => {
    const productId = this.#shownProduct?.id;
    if (productId === undefined || start.id === undefined) return;
    this.value = start.id;
    [this.lostStart, this.isInvalid] = [undefined, false];
    // Listeners may send the form at once.
    this.#tellForm();
    tell<StartChangeDetail>(this, 'ek-start-change', { productId, startingDateId: start.id, start });
  };

  readonly #filter = (filter: StartFilter): void => {
    this.#browser.setFilter(filter);
    const { found } = this.#browser.show(this.#offers, undefined, undefined);
    const { terms } = this.#words;
    this.announce(found === 0 ? terms.noneFound : terms.found(found));
  };

  /** @internal */
  formResetCallback(): void {
    this.value = this.#valueToBeginWith;
    [this.lostStart, this.isInvalid] = [undefined, false];
  }

  /** @internal Back and forward, and the browser's own session restore. */
  formStateRestoreCallback(restored: File | string | FormData | null): void {
    if (typeof restored === 'string') this.value = restored;
  }

  protected override render(): TemplateResult {
    return html`<div class="dates" part="dates" aria-busy=${this.#record.state.kind === 'loading'}>
      ${renderRecord(this, this.#record, {
        loading: () => renderSkeleton(this.common.loading),
        ready: (product) => this.#renderProduct(product),
      })}
    </div>`;
  }

  #renderProduct(product: OfferedProduct): TemplateResult {
    const words = this.#words;
    if (this.#offers.length === 0) {
      return html`<p class="empty" part="empty"><bdi>${reasonForNone(product, words.terms)}</bdi></p>`;
    }
    const limit = this.limit !== undefined && this.limit >= 1 ? this.limit : undefined;
    const chosenId = this.selectable && this.value ? this.value : undefined;
    const label = [...this.internals.labels].map((each) => each.textContent?.trim()).join(' ');
    return html`${this.lostStart ? renderLost(words.terms.lost(words.name(this.lostStart, keep))) : nothing}
    ${renderStarts({
      shown: this.#browser.show(this.#offers, limit, chosenId),
      browser: this.#browser,
      words,
      label: label || words.terms.label,
      onChoose: this.selectable ? this.#choose : undefined,
      onFilter: this.#filter,
      onCalendar: (start) => void offerCalendar(this, start, { product, name: product.name ?? words.terms.label }),
      chosenId,
      required: this.required,
      disabled: this.isDisabled,
      isInvalid: this.isInvalid && !this.internals.validity.valid,
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'starting-dates': StartingDates;
  }
}
