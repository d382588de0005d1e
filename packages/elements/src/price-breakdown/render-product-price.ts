import { calculatePrice, type PricedProduct, type PriceOptions } from '@enrollkit/core';
import type { TemplateResult } from 'lit';
import type { PriceBreakdownTerms } from '../terms/price-breakdown.js';
import { PriceWords } from './price-words.js';
import { renderPrice, type PriceView } from './render-price.js';

interface ProductPriceView extends Pick<PriceView, 'onChoose' | 'disabled'> {
  readonly product: PricedProduct;
  readonly options: PriceOptions;
  readonly terms: PriceBreakdownTerms;
  readonly locale: string;
}

/** The price of a product, with the alternative for buyers who may buy exempt from VAT when there is one. */
export function renderProductPrice({ product, options, terms, locale, ...view }: ProductPriceView): TemplateResult {
  const calculation = calculatePrice(product, options);
  const offersExempt = calculation.audience === 'standard' && calculation.exemptTotalMinor !== undefined;
  return renderPrice({
    ...view,
    language: product.language,
    calculation,
    exempt: offersExempt ? calculatePrice(product, { ...options, audience: 'vat-exempt' }) : undefined,
    words: new PriceWords(terms, calculation, locale),
  });
}
