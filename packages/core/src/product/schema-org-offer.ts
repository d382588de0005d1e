import { formatMinor } from '../price/format-minor.js';
import type { PriceCalculation } from '../price/price-calculation.js';
import type { MinorUnits } from '../price/priced-product.js';
import type { Product, StoredProduct } from './product.js';
import {
  pageAddress,
  schemaNode,
  type SchemaNode,
  type SchemaOrgOptions,
  type SchemaProperties,
} from './schema-org-node.js';
import { openStarts } from './schema-org-starts.js';

/** Codes of UN/CEFACT for what a recurring price is paid for. */
const UNIT_CODES = { daily: 'DAY', monthly: 'MON', yearly: 'ANN' } as const;

/** What is offered for how much. Undefined when nobody can say what a buyer will have to pay. */
export function schemaOffer(product: Product | StoredProduct, options: SchemaOrgOptions): SchemaNode | undefined {
  const { price, url = product.webAddress } = options;
  if (!price.valid || !price.complete) return undefined;
  return schemaNode('Offer', {
    ...pricing(price),
    availability: `https://schema.org/${availability(product, options)}`,
    url: pageAddress(url),
  });
}

function pricing(price: PriceCalculation): SchemaProperties {
  const { display, period, totalMinor, recurringMinor = 0, oneOffMinor = 0, currency } = price;
  if (display === 'on-request') return { category: 'Paid' };
  if (display === 'free') return { category: 'Free', price: formatMinor(0), priceCurrency: currency };
  if (period === 'all') {
    return {
      category: 'Paid',
      price: formatMinor(totalMinor),
      priceCurrency: currency,
      priceSpecification: amount('PriceSpecification', totalMinor, price),
    };
  }
  // Decision: a recurring price and one-off costs are never summed silently.
  const recurring = {
    ...amount('UnitPriceSpecification', recurringMinor, price),
    referenceQuantity: schemaNode('QuantitativeValue', { value: 1, unitCode: UNIT_CODES[period] }),
  };
  const oneOff = oneOffMinor === 0 ? [] : [amount('PriceSpecification', oneOffMinor, price)];
  return { category: 'Subscription', priceSpecification: [recurring, ...oneOff] };
}

function amount(type: string, amountMinor: MinorUnits, { currency }: PriceCalculation): SchemaNode {
  return schemaNode(type, {
    price: formatMinor(amountMinor),
    priceCurrency: currency,
    valueAddedTaxIncluded: true,
  });
}

/** Source: domain.md section 4: 0 seats closes a start, 0 participants the product. */
function availability(product: Product | StoredProduct, options: SchemaOrgOptions): string {
  if ('state' in product && product.state === 'deleted') return 'Discontinued';
  const starts = openStarts(product, options);
  const isFull = product.maxParticipants === 0 || (product.startingDates.length > 0 && starts.length === 0);
  return isFull || (starts.length > 0 && starts.every(({ availableSeats }) => availableSeats === 0))
    ? 'SoldOut'
    : 'InStock';
}
