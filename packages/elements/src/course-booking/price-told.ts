import type { PriceCalculation } from '@enrollkit/core';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { priceBreakdownTerms } from '../price-breakdown/price-breakdown-terms.js';
import { PriceWords } from '../price-breakdown/price-words.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';
import { timesOf } from './what-is-booked.js';

/** The total that whoever books was told, and what it has become since. */
export class PriceTold {
  /** Both totals: written when they are shown, in the language of then. */
  change: { readonly before: () => string; readonly now: () => string } | undefined;

  readonly #host: EnrollkitElement;
  readonly #terms: () => CourseBookingTerms;
  #seen: { readonly of: string; readonly price: PriceCalculation } | undefined;

  constructor(host: EnrollkitElement, terms: () => CourseBookingTerms) {
    this.#host = host;
    this.#terms = terms;
  }

  /** The total in words. */
  due(price: PriceCalculation, count = 1): string {
    if (price.display === 'on-request') return this.#terms().onRequest;
    return this.#words(price).due(timesOf(price, count));
  }

  /** Takes what is shown now; `of` names what the price is for, as another choice has another price. */
  see(of: string, price: PriceCalculation): void {
    const before = this.#seen;
    this.#seen = { of, price };
    if (before?.of !== of) return;
    if (before.price.valid && price.valid && this.due(before.price) !== this.due(price)) {
      this.change = { before: () => this.due(before.price), now: () => this.due(price) };
    }
  }

  /** Takes both totals as the backend told them: what is read after that isn't news. */
  hear(price: PriceCalculation | undefined, { before, now }: { readonly before: number; readonly now: number }): void {
    if (price) {
      const written = (amount: number) => () => this.#words(price).money(amount);
      this.change = { before: written(before), now: written(now) };
    }
    this.#seen = undefined;
  }

  /** Begins with another product, of which nothing was told. */
  forget(): void {
    this.#seen = this.change = undefined;
  }

  #words(price: PriceCalculation): PriceWords {
    return new PriceWords(priceBreakdownTerms(this.#host.localeTag), price, this.#host.localeTag);
  }
}
