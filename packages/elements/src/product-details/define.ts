import { defineElement } from '../base/define-element.js';
import { ProductDetails } from './product-details.js';

defineElement('product-details', ProductDetails);

export * from './product-details.js';
