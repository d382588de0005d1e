import type { AdditionalCostType, PricePeriod } from '@enrollkit/core';

/** What `<price-breakdown>` says. Amounts and percentages arrive formatted. */
export interface PriceBreakdownTerms {
  /** Names the whole for screen readers. */
  readonly label: string;
  readonly price: string;
  readonly total: string;
  /** Beside the total: what is in it. */
  readonly inclusive: string;
  /** Beside the total when more unavoidable costs may follow. */
  readonly inclusiveOfVat: string;
  /** Beside the total for buyers who buy exempt from VAT. */
  readonly inclusiveExempt: string;
  /** After it, where the product has optional costs that aren't listed: `exclusief optionele kosten`. */
  readonly withoutOptional: string;
  readonly per: Readonly<Record<Exclude<PricePeriod, 'all'>, string>>;
  readonly oneOff: string;
  readonly firstPayment: string;
  readonly caption: string;
  readonly item: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly course: string;
  readonly costs: Readonly<Record<AdditionalCostType, string>>;
  readonly optional: string;
  readonly discount: (percentage: string, saved: string) => string;
  readonly exempt: (total: string) => string;
  /** After it: for whom. */
  readonly exemptWho: string;
  readonly free: string;
  readonly onRequest: string;
  readonly onRequestNote: string;
  readonly incomplete: string;
  readonly invalid: string;
  /** Said after a choice. */
  readonly newTotal: (total: string) => string;
  /** `€ 49,00 per maand en € 25,00 eenmalig`. */
  readonly recurringAndOneOff: (recurring: string, oneOff: string) => string;
  /** Over the optional costs that were chosen, where nothing can be chosen any more. */
  readonly chosen: string;
  /** Below a price that was agreed: when, and on which site. `site` may be empty. */
  readonly bookedOn: (day: string, site: string) => string;
  readonly requestedOn: (day: string, site: string) => string;
  /** An enrollment of which no price is known. */
  readonly notKept: string;
}
