import type { PriceCalculation } from '@enrollkit/core';
import type { ReactiveController, ReactiveElement } from 'lit';
import { priceBreakdownTerms } from './price-breakdown-terms.js';
import { PriceWords } from './price-words.js';

interface PriceHost extends ReactiveElement {
  readonly product: { readonly id: string } | undefined;
  readonly productId: string | undefined;
  readonly calculation: PriceCalculation | undefined;
  readonly localeTag: string;
  announce(sentence: string): void;
}

/**
 * Says what is to be paid when that changes, whoever changes it: a box of the element or a switch of the page, as for who
 * buys. Who sees it sees it; nobody else would know (WCAG 4.1.3). Another product is no change, nor is another language.
 */
export class NewTotal implements ReactiveController {
  readonly #host: PriceHost;
  #last: { readonly id: string | undefined; readonly amounts: string } | undefined;

  constructor(host: PriceHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { calculation, product, productId, localeTag } = this.#host;
    if (!calculation?.valid) return;
    const id = product?.id ?? productId;
    const { totalMinor, recurringMinor, oneOffMinor } = calculation;
    const amounts = [totalMinor, recurringMinor, oneOffMinor].join(' ');
    const last = this.#last;
    this.#last = { id, amounts };
    if (!last || last.id !== id || last.amounts === amounts) return;
    const words = new PriceWords(priceBreakdownTerms(localeTag), calculation, localeTag);
    this.#host.announce(words.terms.newTotal(words.due(calculation)));
  }
}
