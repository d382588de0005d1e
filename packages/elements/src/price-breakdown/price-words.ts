import { formatMinor, type PriceCalculation, type PriceLine } from '@enrollkit/core';
import { formatDecimal, formatMoney, formatPercent } from '../base/language/formats.js';
import type { PriceBreakdownTerms } from '../terms/price-breakdown.js';

/** A calculation in the words and figures of one locale. */
export class PriceWords {
  readonly terms: PriceBreakdownTerms;
  readonly #calculation: PriceCalculation;
  readonly #locale: string;

  constructor(terms: PriceBreakdownTerms, calculation: PriceCalculation, locale: string) {
    this.terms = terms;
    this.#calculation = calculation;
    this.#locale = locale;
  }

  /** `€ 548,79` */
  money(amountMinor: number): string {
    return formatMoney(amountMinor, this.#calculation.currency, this.#locale);
  }

  /** `548,79`: the column says what it is. */
  figure(amountMinor: number): string {
    return formatDecimal(formatMinor(amountMinor), this.#locale, 2);
  }

  /** What is to be paid: `€ 548,79`, or `€ 49,00 per maand en € 25,00 eenmalig`, which is never summed silently. */
  due({ display, period, totalMinor, recurringMinor = 0, oneOffMinor = 0 }: PriceCalculation): string {
    const { per, oneOff, free, recurringAndOneOff } = this.terms;
    if (display === 'free') return free;
    if (period === 'all') return this.money(totalMinor);
    const recurring = `${this.money(recurringMinor)} ${per[period]}`;
    return oneOffMinor === 0 ? recurring : recurringAndOneOff(recurring, `${this.money(oneOffMinor)} ${oneOff}`);
  }

  /** What a line is for. */
  name(line: PriceLine): string {
    const { course, costs } = this.terms;
    const { kind, type } = line;
    if (kind === 'course') return course;
    // A type that came after this version of the kit is a cost all the same.
    return this.ownName(line) || (type && Object.hasOwn(costs, type) && costs[type]) || costs.other;
  }

  /** What the product itself calls it, in its own language. */
  ownName({ kind, type, typeOther }: PriceLine): string | undefined {
    return kind !== 'course' && type === 'other' ? typeOther?.trim() : undefined;
  }

  /** `per maand` or `eenmalig`, when the two stand side by side. */
  rhythm({ kind }: PriceLine): string | undefined {
    const { period } = this.#calculation;
    if (period === 'all') return undefined;
    return kind === 'course' ? this.terms.per[period] : this.terms.oneOff;
  }

  /** `25% korting, € 120,70 voordeel` */
  discount({ kind }: PriceLine): string | undefined {
    const { discount } = this.#calculation;
    if (kind !== 'course' || !discount?.savedMinor) return undefined;
    return this.terms.discount(formatPercent(discount.percentage, this.#locale), this.money(discount.savedMinor));
  }
}
