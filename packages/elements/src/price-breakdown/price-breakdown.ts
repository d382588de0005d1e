import { calculatePrice, DEFAULT_TIME_ZONE, toJson } from '@enrollkit/core';
import type { Enrollment, PriceAudience, PriceCalculation, PricedProduct } from '@enrollkit/core';
import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from '../base/styles/base.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { tell } from '../base/events.js';
import { FormElement } from '../base/form-element.js';
import { readOneEnrollment } from '../base/reading/read-enrollments.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { pageSlot } from '../base/page-slot.js';
import { warnOnce } from '../base/warn-once.js';
import { priceBreakdownStyles } from './price-breakdown.styles.js';
import { priceBreakdownTerms } from './price-breakdown-terms.js';
import { chosenCosts, chosenCostsAttribute } from './chosen-costs.js';
import type { PriceChangeDetail } from './price-breakdown-events.js';
import { NewTotal } from './new-total.js';
import { calculationOf, renderBookedPrice } from './render-booked-price.js';
import { renderProductPrice } from './render-product-price.js';
import { renderSkeleton } from './render-price.js';

export type * from './price-breakdown-events.js';

/** What has a price: a product now, or an enrollment as it was booked. */
type Priced = PricedProduct | Enrollment;

const isEnrollment = (record: Priced): record is Enrollment => 'participant' in record;

/**
 * What a course costs: the total first, with VAT and every unavoidable cost in it, and the lines that make it up. With
 * `selectable` the optional costs are unticked boxes, and the element is a form control; without it they aren't listed.
 * With `enrollment-id` it is the price as it was booked, whatever became of the product since.
 *
 * @summary Price of a course with VAT, mandatory and optional costs.
 * @tag price-breakdown
 *
 * @fires {CustomEvent<PriceChangeDetail>} ek-price-change - A person chose or dropped an optional cost.
 *
 * @csspart price - The whole.
 * @csspart total - The line with the total.
 * @csspart total-amount - The amount itself, or "free" or "on request".
 * @csspart total-note - What is in the total.
 * @csspart lines - The table.
 * @csspart line - One line of the table.
 * @csspart optional - The group of optional costs.
 * @csspart optional-line - One optional cost.
 * @csspart line-name - What a line is for.
 * @csspart amount - The amount of a line, VAT included.
 * @csspart choice - Box and name of an optional cost.
 * @csspart checkbox - The box.
 * @csspart saving - What a discount takes off.
 * @csspart sum - The last row, where the columns add up.
 * @csspart exempt - The alternative for buyers who may buy exempt from VAT.
 * @csspart note - That the price isn't complete.
 * @csspart agreed - When it was booked, and on which site.
 * @csspart problem - Why no price is shown.
 * @csspart button - Any button.
 * @csspart retry-button - Tries to read again.
 * @csspart icon - Any icon.
 *
 * @cssprop [--ek-price-breakdown-total-size=1.75em] - Font size of the total.
 * @cssprop [--ek-price-breakdown-total-color=inherit] - Colour of the total.
 * @cssprop [--ek-price-breakdown-line-space=5px] - Space above and below a line.
 * @cssprop [--ek-price-breakdown-border-color=var(--ek-border)] - Colour of the hairlines.
 * @cssprop [--ek-price-breakdown-max-inline-size=44em] - Width beyond which names and amounts would drift apart.
 * @cssprop [--ek-price-breakdown-min-block-size=auto] - Height to keep free for prices with many lines.
 *
 * @cssState loading - The product is being read.
 * @cssState failed - There is no product to show: it is missing or can't be read.
 * @cssState invalid - The product's amounts can't be right, so no price is shown.
 * @cssState free - Nothing has to be paid.
 * @cssState on-request - The price is agreed with the provider.
 * @cssState disabled - The boxes can't be used, by `disabled` or by a fieldset around the element.
 */
export class PriceBreakdown extends FormElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    product: { attribute: false },
    enrollment: { attribute: false },
    enrollmentId: { attribute: 'enrollment-id' },
    audience: {},
    site: {},
    selectable: { type: Boolean },
    jsonLd: { type: Boolean, attribute: 'json-ld' },
    provider: {},
    selectedCosts: { attribute: 'selected-costs', reflect: true, converter: chosenCostsAttribute },
  };

  static override styles: CSSResultGroup = [baseStyles, roomStyles, priceBreakdownStyles];
  protected static override readonly choice = 'selectedCosts';

  /** The product whose price the backend is asked for. */
  productId: string | undefined;

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  product: PricedProduct | undefined;

  /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
  enrollment: Enrollment | undefined;

  /** The enrollment whose price as booked is shown. Goes before the product. */
  enrollmentId: string | undefined;

  /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
  audience: PriceAudience = 'standard';

  /** The site that shows the price, for its discount and for products of groups. */
  site: string | undefined;

  /** Lets people choose optional costs. */
  selectable = false;

  /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
  jsonLd = false;

  /** Name of the training provider, for `json-ld`. */
  provider: string | undefined;

  /**
   * Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries
   * them over when the page is cloned, and is no way to take them back.
   */
  selectedCosts: readonly string[] = [];

  readonly #record = new RecordController<'getProduct' | 'getEnrollment' | 'getEnrollments', Priced>(this, {
    id: () => this.enrollmentId ?? this.productId,
    site: () => (this.enrollmentId ? undefined : this.site),
    attribute: 'product-id',
    given: () => this.enrollment ?? (this.enrollmentId ? undefined : this.product),
    needs: () => [this.enrollmentId ? 'getEnrollment' : 'getProduct'],
    read: (backend, id, options): Promise<Priced> =>
      this.enrollmentId ? readOneEnrollment(backend, id, options) : backend.getProduct(id, options),
    concerns: (change, id) =>
      this.enrollmentId
        ? change.kind === 'enrollment' && change.id === id
        : !this.product && change.kind === 'product' && change.id === id,
  });
  #productId: string | undefined;
  #tellsSearchEngines = false;

  constructor() {
    super();
    this.internals.role = 'group';
    new NewTotal(this);
  }

  /** To the first box. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input:enabled')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An enrollment and a product may have the same id.
    if (changed.has('enrollmentId') && this.hasUpdated) this.#record.reload();
    const productId = this.product?.id ?? this.productId;
    // Another product's costs can have the same ids. What the host set together with the product stays.
    if (this.#productId !== undefined && productId !== this.#productId && !changed.has('selectedCosts')) {
      this.selectedCosts = [];
    }
    this.#productId = productId;
    const audience: string = this.audience;
    if (audience !== 'standard' && audience !== 'vat-exempt') {
      warnOnce('audience-unknown', [this.localName, audience]);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { calculation } = this;
    this.internals.ariaLabel = this.terms(priceBreakdownTerms).label;
    this.toggleRecordStates(this.#record.state);
    this.toggleState('invalid', calculation?.valid === false);
    this.toggleState('free', calculation?.display === 'free');
    this.toggleState('on-request', calculation?.display === 'on-request');
    this.toggleState('disabled', this.isDisabled);
    this.#tellForm(calculation);
    if (this.jsonLd && !this.#tellsSearchEngines) void this.#tellSearchEngines();
    if (calculation?.valid === false) {
      const errors = calculation.issues.filter(({ severity }) => severity === 'error');
      const reasons = errors.map(({ code, path }) => `${code} (${path})`).join(', ');
      warnOnce('price-invalid', [this.localName, String(this.#productId), reasons]);
    }
  }

  /** Loads what pages without `json-ld` need not have. */
  async #tellSearchEngines(): Promise<void> {
    this.#tellsSearchEngines = true;
    try {
      const { PageJsonLd } = await import('./page-json-ld.js');
      const kit = { calculatePrice, toJson, pageSlot, warnOnce, timeZone: DEFAULT_TIME_ZONE };
      new PageJsonLd(this, kit, () => {
        const product = this.jsonLd ? this.#shownProduct : undefined;
        return product && { product, site: this.site, provider: this.provider };
      });
    } catch {
      // The price itself is there. The next update tries again.
      this.#tellsSearchEngines = false;
    }
  }

  get #shown(): Priced | undefined {
    const state = this.#record.state;
    return state.kind === 'ready' ? state.record : undefined;
  }

  get #shownProduct(): PricedProduct | undefined {
    const shown = this.#shown;
    return shown && !isEnrollment(shown) ? shown : undefined;
  }

  #calculate(product: PricedProduct, audience: PriceAudience): PriceCalculation {
    return calculatePrice(product, { audience, selectedCosts: this.selectedCosts, site: this.site });
  }

  #tellForm(calculation: PriceCalculation | undefined): void {
    // Until the product is there nobody can say which ids it has: what was restored is kept.
    const chosen = calculation ? chosenCosts(calculation) : this.selectedCosts;
    const data = new FormData();
    if (this.name) for (const id of chosen) data.append(this.name, id);
    this.internals.setFormValue(this.name ? data : null, toJson(chosen));
  }

  readonly #choose = (id: string, chosen: boolean): void => {
    const product = this.#shownProduct;
    if (!product) return;
    this.selectedCosts = chosen ? [...this.selectedCosts, id] : this.selectedCosts.filter((each) => each !== id);
    const calculation = this.#calculate(product, this.audience);
    // Listeners may send the form at once.
    this.#tellForm(calculation);
    const { netMinor, vatMinor, totalMinor, currency, recurringMinor, oneOffMinor } = calculation;
    tell<PriceChangeDetail>(this, 'ek-price-change', {
      productId: product.id,
      selectedCosts: chosenCosts(calculation),
      netMinor,
      vatMinor,
      totalMinor,
      currency,
      ...(recurringMinor === undefined || oneOffMinor === undefined ? {} : { recurringMinor, oneOffMinor }),
    });
  };

  /** The price as it is shown now; undefined while there is none. */
  get calculation(): PriceCalculation | undefined {
    const shown = this.#shown;
    if (shown && isEnrollment(shown)) return shown.booked && calculationOf(shown.booked);
    return shown && this.#calculate(shown, this.audience);
  }

  /** @internal */
  formResetCallback(): void {
    this.selectedCosts = [];
  }

  /** @internal Back and forward, and the browser's own session restore. */
  formStateRestoreCallback(restored: File | string | FormData | null): void {
    if (typeof restored !== 'string') return;
    try {
      const ids: unknown = JSON.parse(restored);
      if (Array.isArray(ids)) this.selectedCosts = ids.map(String);
    } catch {
      // Written by another version of the page: nothing is chosen then.
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="price" part="price" aria-busy=${this.#record.state.kind === 'loading'}>
      ${renderRecord(this, this.#record, {
        loading: () => renderSkeleton(this.terms(priceBreakdownTerms), this.common.loading),
        ready: (shown) => this.#renderShown(shown),
      })}
    </div>`;
  }

  #renderShown(shown: Priced): TemplateResult {
    const said = { terms: this.terms(priceBreakdownTerms), locale: this.localeTag };
    if (isEnrollment(shown)) return renderBookedPrice({ ...said, enrollment: shown, timeZone: this.timeZone });
    return renderProductPrice({
      ...said,
      product: shown,
      options: { audience: this.audience, selectedCosts: this.selectedCosts, site: this.site },
      onChoose: this.selectable ? this.#choose : undefined,
      disabled: this.isDisabled,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'price-breakdown': PriceBreakdown;
  }
}
