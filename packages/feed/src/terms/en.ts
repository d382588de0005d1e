import type { FeedTerms } from './feed-terms.js';
import { checking } from './en/checking.js';
import { price } from './en/price.js';
import { reading } from './en/reading.js';
import { values } from './en/values.js';

/** Everything the checking of feeds says, in English. */
export const en: FeedTerms = {
  locale: 'en',
  findings: { ...reading, ...values, ...price, ...checking },
  severities: { error: 'error', warning: 'warning' },
  columns: {
    severity: 'Severity',
    code: 'Code',
    line: 'Line',
    column: 'Column',
    productId: 'Product ID',
    productName: 'Product name',
    path: 'Field',
    sentence: 'Finding',
  },
};
