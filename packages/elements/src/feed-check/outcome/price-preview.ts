import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { warnOnce } from '../../base/warn-once.js';
import { priceBreakdownTerms } from '../../price-breakdown/price-breakdown-terms.js';
import { renderProductPrice } from '../../price-breakdown/render-product-price.js';
import type { CheckedProduct, FeedCheckResult, FeedPage } from '../feed-checker.js';
import { isStopped, shownText, written, type FeedHost } from '../feed-wording.js';
import { renderFold } from './render-fold.js';

/** As many as a list to choose from can hold; searching finds the others. */
const PRODUCTS_AT_ONCE = 100;

/** Shows the price of any product in the feed, as `<price-breakdown>` shows it. */
export class PricePreview {
  readonly #host: FeedHost;
  readonly #site: () => string | undefined;
  #result: FeedCheckResult | undefined;
  #text = '';
  #page: FeedPage<CheckedProduct> | undefined;
  #chosen: CheckedProduct | undefined;
  #hasAny = false;

  constructor(host: FeedHost, site: () => string | undefined) {
    this.#host = host;
    this.#site = site;
  }

  async show(result: FeedCheckResult | undefined): Promise<void> {
    const before = this.#chosen?.product.id;
    this.#result = result;
    this.#page = undefined;
    this.#chosen = undefined;
    this.#text = '';
    const page = await this.#list('', PRODUCTS_AT_ONCE);
    // The same product as before, when it is still there: the feed was corrected.
    const again = before === undefined ? undefined : await this.#find(before);
    if (!page || result !== this.#result) return;
    this.#hasAny = page.total > 0;
    this.#page = page;
    this.#chosen = again ?? page.items[0];
    this.#host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const page = this.#page;
    if (!this.#hasAny || !page) return nothing;
    const wording = this.#host.wording();
    const { t, locale } = wording;
    const chosen = this.#chosen;
    const isListed = page.items.some(({ key }) => key === chosen?.key);
    const choose = (event: Event): void => this.#choose((event.target as HTMLSelectElement).value);
    return renderFold(
      { id: 'prices', part: 'prices', heading: t.prices },
      html`<div class="fields">
          ${
            page.total > 1 || this.#text
              ? html`<div class="field">
                  <label for="find-product">${t.findProduct}</label>
                  <input
                    id="find-product"
                    type="search"
                    part="field"
                    autocomplete="off"
                    .value=${live(this.#text)}
                    @input=${(event: Event) => void this.#search((event.target as HTMLInputElement).value)}
                  />
                </div>`
              : nothing
          }
          <div class="field grow">
            <label for="product">${t.product}</label>
            <select id="product" part="field" @change=${choose}>
              ${isListed || !chosen ? nothing : this.#renderOption(chosen, true)}
              ${page.items.map((item) => this.#renderOption(item, item.key === chosen?.key))}
            </select>
          </div>
        </div>
        ${page.total === 0 ? html`<p class="muted">${t.noProduct}</p>` : nothing}
        ${
          page.total > page.items.length
            ? html`<p class="muted">${t.shownOf(written(page.items.length, wording), written(page.total, wording))}</p>`
            : nothing
        }
        ${
          chosen
            ? html`<div class="price" part="price">
                ${renderProductPrice({
                  product: chosen.product,
                  options: { site: this.#site() },
                  // The one who looks is the provider: asking for the price is no advice to them.
                  terms: { ...priceBreakdownTerms(locale), invalid: t.noPrice },
                  locale,
                  onChoose: undefined,
                  disabled: false,
                })}
              </div>`
            : nothing
        }`,
    );
  }

  #renderOption({ key, name, product }: CheckedProduct, isChosen: boolean): TemplateResult {
    // What an option says can't be held in by a `<bdi>`, and can be as long as it likes.
    return html`<option value=${key} .selected=${live(isChosen)}>
      ${shownText(name).slice(0, 120)} (${shownText(product.id).slice(0, 40)})
    </option>`;
  }

  #choose(key: string): void {
    this.#chosen = this.#page?.items.find((item) => item.key === key) ?? this.#chosen;
    this.#host.requestUpdate();
  }

  async #search(text: string): Promise<void> {
    this.#text = text;
    const page = await this.#list(text, PRODUCTS_AT_ONCE);
    // What was typed since has been asked too.
    if (!page || text !== this.#text) return;
    this.#page = page;
    if (text && page.items.length > 0) this.#chosen = page.items[0];
    this.#host.requestUpdate();
  }

  async #find(id: string): Promise<CheckedProduct | undefined> {
    const page = await this.#list(id, PRODUCTS_AT_ONCE);
    return page?.items.find(({ product }) => product.id === id);
  }

  async #list(text: string, limit: number): Promise<FeedPage<CheckedProduct> | undefined> {
    const result = this.#result;
    try {
      const page = await result?.listProducts({ text, offset: 0, limit });
      return result === this.#result ? page : undefined;
    } catch (error) {
      if (result === this.#result && !isStopped(error)) warnOnce('products-not-read', [], error);
      return undefined;
    }
  }
}
