import type { Certification, StoredProduct } from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { tell } from '../base/events.js';
import { formatDecimal } from '../base/language/formats.js';
import { plainText } from '../base/language/plain-text.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { formStyles } from '../base/styles/form.styles.js';
import type { ProductCertificationsTerms } from '../terms/product-certifications.js';
import { CertificationLinks } from './certification-links.js';
import {
  readCertifications,
  readOfProduct,
  verificationOf,
  withCertification,
  type CertificationsRecord,
} from './certification-record.js';
import { CertificationReview } from './certification-review.js';
import { NewCertificationForm } from './new-certification.js';
import type { CertificationsChange, CertificationsChangedDetail } from './product-certifications-events.js';
import { productCertificationsTerms } from './product-certifications-terms.js';
import { productCertificationsStyles } from './product-certifications.styles.js';
import { renderCertifications } from './render-certifications.js';

export type * from './product-certifications-events.js';

/** More than fit on a screen: then they can be searched. */
const MANY = 8;

/** In the place of a product's id where all certifications of a provider are shown. */
const EVERY = '*';

/**
 * What a course leads to. On a product's edit page (`editable`) each certification can be linked by a tick, and a new one made,
 * which is ticked then. Platform staff (`reviewable`) verify, reject with a reason, and undo that; without `product-id` they
 * see all of a provider's.
 *
 * @summary Shows, links and reviews the certifications that a course leads to.
 * @tag product-certifications
 *
 * @slot heading - Replaces the heading, for a host with its own heading levels.
 *
 * @fires {CustomEvent<CertificationsChangedDetail>} ek-certifications-changed - The backend has stored a link, a new certification or a review.
 *
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart search - The field to search in many.
 * @csspart list - The certifications.
 * @csspart certification - One of them.
 * @csspart state - Whether it is verified.
 * @csspart review - What platform staff can do with it.
 * @csspart empty - That there are none.
 * @csspart form - What is filled in for a new one.
 * @csspart field - One field.
 * @csspart fault - What is wrong with one field.
 * @csspart add-button - Opens the form for a new one.
 * @csspart create-button - Makes it.
 * @csspart cancel-button - Leaves a form.
 * @csspart verify-button - Verifies.
 * @csspart reject-button - Rejects, once a reason is written.
 * @csspart undo-button - Takes a review back.
 * @csspart button - Any button.
 * @csspart retry-button - Tries to read again.
 * @csspart problem - What went wrong and what to do.
 * @csspart icon - Any icon.
 *
 * @cssprop [--ek-accent=AccentColor] - Colour of ticks and of what can be pressed.
 * @cssprop [--ek-success] - Tone of what is verified.
 * @cssprop [--ek-danger] - Tone of what is rejected, and of problems.
 *
 * @cssState loading - They are being read.
 * @cssState failed - The product is missing or can't be read.
 * @cssState empty - There are none.
 */
export class ProductCertifications extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    site: {},
    editable: { type: Boolean },
    reviewable: { type: Boolean },
    search: { state: true },
  };

  static override styles: CSSResultGroup = [baseStyles, formStyles, productCertificationsStyles];

  /** Which product. */
  productId: string | undefined;

  /** The site of the page: the backend shows products of groups on their own sites only. */
  site: string | undefined;

  /** Offers linking and making certifications, for the product's own provider. */
  editable = false;

  /** Offers verifying, rejecting and undoing, for platform staff. */
  reviewable = false;

  private search = '';

  readonly #record = new RecordController(this, {
    id: () => this.productId || (this.reviewable ? EVERY : undefined),
    site: () => this.site,
    attribute: 'product-id',
    needs: () => [
      'listCertifications',
      ...(this.productId ? (['getProduct'] as const) : []),
      // Also what tells two elements on one page apart that read different lists.
      ...(this.#canLink ? (['linkCertifications'] as const) : []),
    ],
    read: async (backend, id, options): Promise<CertificationsRecord> => {
      if (id === EVERY) return { product: undefined, certifications: await readCertifications(backend, {}, options) };
      return readOfProduct(backend, id, { ...options, isAll: this.#canLink });
    },
    concerns: ({ kind, id }, own) => kind === 'certification' || (kind === 'product' && id === own),
  });
  readonly #links = new CertificationLinks(this, {
    product: () => this.#shown?.product,
    onStored: (product) => this.#accept((record) => ({ ...record, product })),
    onLinked: (id, isLinked, product) => this.#tell(isLinked ? 'linked' : 'unlinked', id, product),
    onFailed: (id) => this.announce(this.#terms.notSaved(this.#nameOf(id))),
  });
  readonly #form = new NewCertificationForm(this, {
    terms: () => this.#terms,
    names: () => this.#shown?.certifications.map(({ name }) => name) ?? [],
    onCreated: (certification) => this.#created(certification),
  });
  readonly #review = new CertificationReview(this, {
    terms: () => this.#terms,
    onChanged: (certification) => this.#accept((record) => withCertification(record, certification)),
    onReviewed: (verdict, { id }) => this.#tell(verdict, id, this.#shown?.product),
  });
  #mode = '';
  /** In which order they stand: what is ticked stays where it is. */
  #order: readonly string[] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const mode = JSON.stringify([this.productId, this.editable, this.reviewable]);
    if (mode !== this.#mode) {
      if (this.#mode) this.#record.reload();
      if (changed.has('productId')) this.#links.reset();
      this.#mode = mode;
      this.#order = undefined;
      this.search = '';
    }
    this.#order ??= this.#orderNow();
    this.toggleRecordStates(this.#record.state);
    this.toggleState('empty', this.#shown?.certifications.length === 0);
  }

  get #terms(): ProductCertificationsTerms {
    return this.terms(productCertificationsTerms);
  }

  /** A host that links them elsewhere has the list to read. */
  get #canLink(): boolean {
    return this.editable && typeof this.resolvedBackend?.linkCertifications === 'function';
  }

  get #shown(): CertificationsRecord | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? state.record : undefined;
  }

  /** What waits for staff, or is linked, first; then by name. */
  #orderNow(): readonly string[] | undefined {
    const record = this.#shown;
    if (!record) return undefined;
    const linked = new Set(record.product?.certificationIds);
    const isFirst = (each: Certification): number =>
      Number(record.product ? linked.has(each.id) : verificationOf(each) === 'pending');
    const { compare } = new Intl.Collator(this.localeTag);
    return record.certifications
      .toSorted((a, b) => isFirst(b) - isFirst(a) || compare(a.name, b.name))
      .map(({ id }) => id);
  }

  /** In their order; what was added since comes first, where it is seen. */
  get #sorted(): readonly Certification[] {
    const places = new Map(this.#order?.map((id, index) => [id, index]));
    return (this.#shown?.certifications ?? []).toSorted((a, b) => (places.get(a.id) ?? -1) - (places.get(b.id) ?? -1));
  }

  #nameOf(id: string): string {
    return plainText(this.#shown?.certifications.find((each) => each.id === id)?.name ?? id);
  }

  #accept(change: (record: CertificationsRecord) => CertificationsRecord): void {
    if (this.#shown) this.#record.accept(change(this.#shown), this.productId || EVERY);
  }

  #created(certification: Certification): void {
    this.#accept((record) => withCertification(record, certification));
    this.search = '';
    this.#tell('created', certification.id, this.#shown?.product);
    if (this.#shown?.product) this.#links.set(certification.id, true);
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelector(`[data-certification="${CSS.escape(certification.id)}"]`);
      row?.querySelector<HTMLElement>('input')?.focus();
    });
  }

  #tell(change: CertificationsChange, certificationId: string, product: StoredProduct | undefined): void {
    this.announce(this.#terms.done[change](this.#nameOf(certificationId)));
    tell<CertificationsChangedDetail>(this, 'ek-certifications-changed', {
      change,
      certificationId,
      ...(product && { productId: product.id, certificationIds: product.certificationIds }),
    });
  }

  readonly #onSearch = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.announce(this.#terms.found(formatDecimal(String(this.#found.length), this.localeTag)));
  };

  get #found(): readonly Certification[] {
    const words = this.search.trim().toLowerCase();
    return this.#sorted.filter(({ name, description = '' }) => `${name} ${description}`.toLowerCase().includes(words));
  }

  protected override render(): TemplateResult {
    const terms = this.#terms;
    return html`<section
      class="root"
      part="base"
      aria-label=${terms.heading}
      aria-busy=${this.#record.state.kind === 'loading'}
    >
      <slot name="heading"><h2 part="heading">${terms.heading}</h2></slot>
      ${renderRecord(this, this.#record, {
        loading: () => this.#renderSkeleton(),
        ready: (record) => this.#renderRecord(record),
      })}
    </section>`;
  }

  #renderRecord({ product, certifications }: CertificationsRecord): TemplateResult {
    const terms = this.#terms;
    const isLinking = this.#canLink && product !== undefined;
    const canAdd = isLinking && this.resolvedBackend?.createCertification !== undefined;
    const none = canAdd ? `${terms.none} ${terms.addFirst}` : terms.none;
    return html`${isLinking && certifications.length > 0 ? html`<p class="muted how"><bdi>${terms.howToLink}</bdi></p>` : nothing}
    ${
      certifications.length > MANY
        ? html`<div class="field search">
            <label for="search">${terms.search}</label>
            <input
              id="search"
              part="search"
              type="search"
              autocomplete="off"
              .value=${this.search}
              @input=${this.#onSearch}
            />
          </div>`
        : nothing
    }
    ${
      certifications.length > 0
        ? renderCertifications({
            terms,
            common: this.common,
            certifications: this.#found,
            product,
            links: isLinking ? this.#links : undefined,
            review: this.reviewable ? this.#review : undefined,
          })
        : html`<p part="empty"><bdi>${isLinking || !product ? none : terms.leadsToNothing}</bdi></p>`
    }
    ${canAdd ? this.#form.render() : nothing}`;
  }

  #renderSkeleton(): TemplateResult {
    const row = html`<div class="row"><span class="skeleton">Xxxxxxxx xxxxxxxxxxx</span></div>`;
    return html`<span class="visually-hidden">${this.common.loading}</span>
      <div class="sketch" aria-hidden="true">${row}${row}${row}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'product-certifications': ProductCertifications;
  }
}
