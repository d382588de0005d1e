import type { PriceCalculation } from '@enrollkit/core';

/** What `ek-price-change` tells. Amounts in whole cents. */
export interface PriceChangeDetail extends Pick<
  PriceCalculation,
  'netMinor' | 'vatMinor' | 'totalMinor' | 'currency' | 'recurringMinor' | 'oneOffMinor'
> {
  readonly productId: string;
  /** The optional costs that are chosen now, in the product's order. */
  readonly selectedCosts: readonly string[];
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ek-price-change': CustomEvent<PriceChangeDetail>;
  }
}
