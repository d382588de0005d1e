import { discountExcluded, discountIncluded, type Discount } from './discount.js';
import { exemptCostFigures } from './exempt-figures.js';
import type { PriceFigures, PriceLine } from './price-calculation.js';
import type { ReportPriceIssue } from './price-issue.js';
import type { AdditionalCost, CoursePrice } from './priced-product.js';
import { readAmount } from './read-amount.js';
import { figures, standardFigures } from './standard-figures.js';

/** A line by both rules. */
export interface RuledLine {
  readonly standard: PriceFigures;
  /** Absent for a course that has no exempt price. */
  readonly exempt: PriceFigures | undefined;
  readonly facts: Omit<PriceLine, keyof PriceFigures>;
}

/** The course line, and what a discount took off it by either rule. */
export interface RuledCourse extends RuledLine {
  readonly savedMinor: number;
  readonly exemptSavedMinor: number;
}

/** The course by both rules, discount taken off. */
export function ruledCourse(price: CoursePrice, discount: Discount | undefined, report: ReportPriceIssue): RuledCourse {
  const standard = standardFigures(price, 'price', report);
  const exemptAmount = readAmount(price.exemptAmountMinor, 'price.exemptAmountMinor', report);
  const exempt = exemptAmount === undefined ? undefined : figures(exemptAmount, 0);
  const lower = price.vat === 'included' ? discountIncluded : discountExcluded;
  const lowered = discount ? lower(standard, discount) : standard;
  const exemptLowered = discount && exempt ? discountExcluded(exempt, discount) : exempt;
  return {
    standard: lowered,
    exempt: exemptLowered,
    facts: { id: 'course', kind: 'course', mandatory: true, selected: true },
    savedMinor: standard.grossMinor - lowered.grossMinor,
    exemptSavedMinor: (exempt?.grossMinor ?? 0) - (exemptLowered?.grossMinor ?? 0),
  };
}

/** An additional cost by both rules. Discounts leave it alone. */
export function ruledCost(
  cost: AdditionalCost,
  picked: readonly string[],
  path: string,
  report: ReportPriceIssue,
): RuledLine {
  const standard = standardFigures(cost, path, report);
  return {
    standard,
    exempt: exemptCostFigures(cost, standard, path, report),
    facts: costFacts(cost, cost.mandatory || picked.includes(cost.id)),
  };
}

function costFacts({ id, type, typeOther, mandatory }: AdditionalCost, selected: boolean): RuledLine['facts'] {
  if (typeOther === undefined) return { id, kind: 'cost', type, mandatory, selected };
  return { id, kind: 'cost', type, typeOther, mandatory, selected };
}
