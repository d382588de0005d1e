import type { FeedTerms } from './feed-terms.js';
import { checking } from './de/checking.js';
import { price } from './de/price.js';
import { reading } from './de/reading.js';
import { values } from './de/values.js';

/** Everything the checking of feeds says, in German. */
export const de: FeedTerms = {
  locale: 'de',
  findings: { ...reading, ...values, ...price, ...checking },
  severities: { error: 'Fehler', warning: 'Warnung' },
  columns: {
    severity: 'Schwere',
    code: 'Code',
    line: 'Zeile',
    column: 'Spalte',
    productId: 'Produkt-ID',
    productName: 'Produktname',
    path: 'Feld',
    sentence: 'Befund',
  },
};
