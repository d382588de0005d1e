import { defineElement } from '../base/define-element.js';
import { PriceBreakdown } from './price-breakdown.js';

defineElement('price-breakdown', PriceBreakdown);

export * from './price-breakdown.js';
