import type { FeedTerms } from './feed-terms.js';
import { checking } from './fr/checking.js';
import { price } from './fr/price.js';
import { reading } from './fr/reading.js';
import { values } from './fr/values.js';

/** Everything the checking of feeds says, in French. */
export const fr: FeedTerms = {
  locale: 'fr',
  findings: { ...reading, ...values, ...price, ...checking },
  severities: { error: 'erreur', warning: 'avertissement' },
  columns: {
    severity: 'Gravité',
    code: 'Code',
    line: 'Ligne',
    column: 'Colonne',
    productId: 'ID du produit',
    productName: 'Nom du produit',
    path: 'Champ',
    sentence: 'Constat',
  },
};
