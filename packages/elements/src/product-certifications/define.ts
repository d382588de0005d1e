import { defineElement } from '../base/define-element.js';
import { ProductCertifications } from './product-certifications.js';

defineElement('product-certifications', ProductCertifications);

export * from './product-certifications.js';
