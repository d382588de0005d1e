import type { FeedTerms } from './feed-terms.js';
import { checking } from './nl/checking.js';
import { price } from './nl/price.js';
import { reading } from './nl/reading.js';
import { values } from './nl/values.js';

/** Everything the checking of feeds says, in Dutch. */
export const nl: FeedTerms = {
  locale: 'nl',
  findings: { ...reading, ...values, ...price, ...checking },
  severities: { error: 'fout', warning: 'waarschuwing' },
  columns: {
    severity: 'Ernst',
    code: 'Code',
    line: 'Regel',
    column: 'Kolom',
    productId: 'Product-ID',
    productName: 'Productnaam',
    path: 'Veld',
    sentence: 'Bevinding',
  },
};
