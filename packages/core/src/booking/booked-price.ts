import { calculatePrice } from '../price/calculate-price.js';
import type { PriceAudience, PriceCalculation, PriceLine } from '../price/price-calculation.js';
import type { PricedProduct } from '../price/priced-product.js';
import type { Instant } from '../calendar/time.js';

/** What was chosen when booking. */
export interface BookingChoice {
  /** Ids of the optional costs that were picked. */
  readonly selectedCosts?: readonly string[];
  /** Default `standard`. */
  readonly audience?: PriceAudience;
  /** The site on which it was booked: its discount counts. */
  readonly site?: string;
}

/**
 * The price as it was shown at the moment of booking. A later feed changes the product, never this. Lines that were not
 * chosen are left out, so `lines` add up to the totals. Source: domain.md section 3, "What was booked is kept".
 */
export interface BookedPrice extends Pick<
  PriceCalculation,
  | 'display'
  | 'currency'
  | 'period'
  | 'audience'
  | 'netMinor'
  | 'vatMinor'
  | 'totalMinor'
  | 'recurringMinor'
  | 'oneOffMinor'
> {
  readonly lines: readonly PriceLine[];
  readonly site?: string;
  readonly discount?: PriceCalculation['discount'];
  readonly at: Instant;
}

/**
 * What a booking of this product with this choice costs, ready to be kept. Nothing when its price can't be known: such a
 * product can't be booked at a price.
 *
 * @example
 * bookedPrice(product, { selectedCosts: ['lunch'] }, '2026-08-25T09:00:00.000Z')?.totalMinor; // 16400
 */
export function bookedPrice(product: PricedProduct, choice: BookingChoice, at: Instant): BookedPrice | undefined {
  const price = calculatePrice(product, choice);
  if (!price.valid) return undefined;
  const { display, currency, period, audience, netMinor, vatMinor, totalMinor, recurringMinor, oneOffMinor, discount } =
    price;
  return {
    display,
    currency,
    period,
    audience,
    lines: price.lines.filter(({ selected }) => selected),
    netMinor,
    vatMinor,
    totalMinor,
    ...(recurringMinor !== undefined && { recurringMinor }),
    ...(oneOffMinor !== undefined && { oneOffMinor }),
    ...(choice.site !== undefined && { site: choice.site }),
    ...(discount && { discount }),
    at,
  };
}
