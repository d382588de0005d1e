import { defineElement } from '../base/define-element.js';
import { PriceBreakdown, type PriceChangeDetail } from './price-breakdown.js';

export * from './price-breakdown.js';

defineElement('price-breakdown', PriceBreakdown);

declare global {
  interface HTMLElementTagNameMap {
    'price-breakdown': PriceBreakdown;
  }
  interface HTMLElementEventMap {
    'ek-price-change': CustomEvent<PriceChangeDetail>;
  }
}
