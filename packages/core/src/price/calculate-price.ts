import type { Issue } from '../issue.js';
import { findDiscount } from './discount.js';
import type { PriceAudience, PriceCalculation, PriceFigures, PriceLine, PriceOptions } from './price-calculation.js';
import { priceIssue, type ReportPriceIssue } from './price-issue.js';
import type { AdditionalCost, CoursePrice, PricedProduct, PricePeriod } from './priced-product.js';
import { ruledCost, ruledCourse, type RuledLine } from './ruled-line.js';
import { figures } from './standard-figures.js';

const NONE: readonly string[] = [];
const PERIODS: readonly PricePeriod[] = ['all', 'yearly', 'monthly', 'daily'];

/**
 * Calculates what a buyer pays for a course: the course, its mandatory costs and the optional costs that were picked.
 *
 * Amounts are whole euro cents. Never throws on data and never changes its input: what is wrong or doubtful is in
 * `issues`, with codes from `PRICE_ISSUES`. When an amount that counts can't be known, `valid` is false. An optional cost
 * that can't be calculated and wasn't picked is left out.
 *
 * Decisions where the sources are silent: a discount lowers the exempt course price as well as the normal one; picked
 * optional costs follow the exempt rule too; with a recurring price the total is the first payment; `free` means that the
 * total is 0, so a free course with mandatory costs shows an amount.
 *
 * Source: the pages on the product feed (SEED-X, P509, P535), the product schema.
 *
 * @example
 * const product: PricedProduct = {
 *   id: '1', productType: 'open', discounts: [],
 *   price: { amountMinor: 39900, vat: 'excluded', vatMinor: 8379, period: 'all', complete: true },
 *   additionalCosts: [{ id: 'a', type: 'accommodation', amountMinor: 5000, vat: 'excluded', vatMinor: 500, mandatory: true }],
 * };
 * calculatePrice(product).totalMinor // 53779
 */
export function calculatePrice(product: PricedProduct, options: PriceOptions = {}): PriceCalculation {
  const issues: Issue[] = [];
  const report: ReportPriceIssue = (code, path, params) => void issues.push(priceIssue(code, path, params));
  // A host's plain object may lack the lists, whatever the types say.
  const given: Partial<PricedProduct> = product;
  const { price, additionalCosts: costs = [], discounts = [] } = given;

  const isOnRequest = price?.onRequest === true && product.productType === 'in-company';
  if (!price) report('price-missing', 'price');
  if (!price || isOnRequest) return withoutAmount(isOnRequest, price, issues);
  if (price.onRequest) report('on-request-ignored', 'price.onRequest', { productType: product.productType });
  if (!price.complete) report('price-incomplete', 'price.complete');
  if (!PERIODS.includes(price.period)) {
    report('period-unknown', 'price.period', { period: price.period });
    return withoutAmount(false, { ...price, period: 'all' }, issues);
  }

  const discount = findDiscount(discounts, options.site, report);
  const picked = options.selectedCosts ?? NONE;
  if (costs.length > 1 || picked.length > 0) checkIds(costs, picked, report);
  const course = ruledCourse(price, discount, report);
  // One list that grows: put together from two, lists of different kinds make engines compile all of this again and again.
  const ruled: RuledLine[] = [course];
  costs.forEach((cost, index) => ruled.push(ruledCost(cost, picked, `additionalCosts[${index}]`, report)));

  const hasExempt = course.exempt !== undefined;
  if (options.audience === 'vat-exempt' && !hasExempt) report('exempt-price-missing', 'price.exemptAmountMinor');
  const audience = options.audience === 'vat-exempt' && hasExempt ? 'vat-exempt' : 'standard';

  const sum = addUp(ruled, audience);
  // Amounts are never negative, so a sum that went past the safe integers stays there. NaN was reported where it arose.
  if (sum.grossMinor > Number.MAX_SAFE_INTEGER) report('amount-too-large', '');
  if (!Number.isSafeInteger(sum.grossMinor)) return withoutAmount(false, price, issues);
  const exemptTotalMinor = hasExempt ? addUp(ruled, 'vat-exempt').grossMinor : NaN;
  const lines: PriceLine[] = [];
  for (const line of ruled) {
    const counted = toLine(line, audience);
    if (Number.isSafeInteger(counted.grossMinor)) lines.push(counted);
  }

  const savedMinor = audience === 'standard' ? course.savedMinor : course.exemptSavedMinor;
  const courseGross = lines[0]?.grossMinor ?? 0;
  return {
    display: sum.grossMinor === 0 ? 'free' : 'amount',
    valid: true,
    currency: 'EUR',
    period: price.period,
    audience,
    complete: price.complete,
    lines,
    netMinor: sum.netMinor,
    vatMinor: sum.vatMinor,
    totalMinor: sum.grossMinor,
    ...(price.period === 'all' ? {} : { recurringMinor: courseGross, oneOffMinor: sum.grossMinor - courseGross }),
    ...(Number.isSafeInteger(exemptTotalMinor) ? { exemptTotalMinor } : {}),
    ...(discount ? { discount: { percentage: discount.percentage, savedMinor } } : {}),
    issues,
  };
}

/** The sum of the lines that count. NaN when one of them can't be known. */
function addUp(ruled: readonly RuledLine[], audience: PriceAudience): PriceFigures {
  let netMinor = 0;
  let vatMinor = 0;
  for (const line of ruled) {
    if (!line.facts.selected) continue;
    const counted = figuresFor(line, audience);
    netMinor += counted.netMinor;
    vatMinor += counted.vatMinor;
  }
  return figures(netMinor, vatMinor);
}

/** Written out: copying with a spread took most of the whole calculation's time, and a feed has thousands of lines. */
function toLine(line: RuledLine, audience: PriceAudience): PriceLine {
  const { netMinor, vatMinor, grossMinor } = figuresFor(line, audience);
  const { id, kind, type, typeOther, mandatory, selected } = line.facts;
  if (type === undefined) return { id, kind, mandatory, selected, netMinor, vatMinor, grossMinor };
  if (typeOther === undefined) return { id, kind, type, mandatory, selected, netMinor, vatMinor, grossMinor };
  return { id, kind, type, typeOther, mandatory, selected, netMinor, vatMinor, grossMinor };
}

function figuresFor({ standard, exempt }: RuledLine, audience: PriceAudience): PriceFigures {
  return audience === 'vat-exempt' && exempt ? exempt : standard;
}

function checkIds(costs: readonly AdditionalCost[], selected: readonly string[], report: ReportPriceIssue): void {
  const ids = new Set<string>();
  costs.forEach(({ id }, index) => {
    if (ids.has(id)) report('cost-id-duplicate', `additionalCosts[${index}].id`, { id });
    ids.add(id);
  });
  selected.forEach((id, index) => {
    if (!ids.has(id)) report('selected-cost-unknown', `selectedCosts[${index}]`, { id });
  });
}

/** A course with its price on request, or one whose total can't be known. */
function withoutAmount(onRequest: boolean, price: CoursePrice | undefined, issues: readonly Issue[]): PriceCalculation {
  return {
    display: onRequest ? 'on-request' : 'amount',
    valid: onRequest,
    currency: 'EUR',
    period: price?.period ?? 'all',
    audience: 'standard',
    complete: onRequest || price?.complete === true,
    lines: [],
    netMinor: 0,
    vatMinor: 0,
    totalMinor: 0,
    ...(price && price.period !== 'all' ? { recurringMinor: 0, oneOffMinor: 0 } : {}),
    issues,
  };
}
