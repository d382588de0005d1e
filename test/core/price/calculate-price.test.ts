import { calculatePrice, type PriceOptions, type PricedProduct } from '@enrollkit/core';
import { describe, expect, test } from 'vitest';
import { cost, DOCUMENT_COSTS, OFFICIAL_EXAMPLE, product } from './products.js';

const exempt = { vat: 'exempt', vatMinor: undefined } as never;
const optionalCosts = [
  cost({ id: 'lunch', amountMinor: 4000, vatMinor: 300, mandatory: false }),
  cost({ id: 'fee', type: 'registration fee', amountMinor: 2000, vatMinor: 500, mandatory: false }),
];

describe('the worked examples of the sources', () => {
  test.each<[string, PricedProduct, PriceOptions, number]>([
    ['100 excluding 21 shows 121', product(), {}, 12100],
    ['100 exempt shows 100', product(exempt), {}, 10000],
    ['121 including 21 shows 121', product({ amountMinor: 12100, vat: 'included' }), {}, 12100],
    ['100 excluding 21 with three mandatory lines shows 196', product({}, DOCUMENT_COSTS), {}, 19600],
    ['100 exempt with the same lines shows 175', product(exempt, DOCUMENT_COSTS), {}, 17500],
    ['100 exempt with optional lines shows 100', product(exempt, optionalCosts), {}, 10000],
    ['picking lunch adds 43', product(exempt, optionalCosts), { selectedCosts: ['lunch'] }, 14300],
    [
      'picking lunch and registration adds 68',
      product(exempt, optionalCosts),
      { selectedCosts: ['fee', 'lunch'] },
      16800,
    ],
    ['the official example shows 548.79', OFFICIAL_EXAMPLE, {}, 54879],
    ['the official example exempt from VAT shows 571', OFFICIAL_EXAMPLE, { audience: 'vat-exempt' }, 57100],
  ])('%s', (_, priced, options, totalMinor) => {
    const calculation = calculatePrice(priced, options);
    expect(calculation).toMatchObject({ display: 'amount', valid: true, currency: 'EUR', totalMinor });
    expect(calculation.netMinor + calculation.vatMinor).toBe(totalMinor);
  });
});

test('the official example has a line for the course and one for each cost, in three figures', () => {
  expect(calculatePrice(OFFICIAL_EXAMPLE)).toMatchObject({
    period: 'all',
    audience: 'standard',
    complete: true,
    lines: [
      {
        id: 'course',
        kind: 'course',
        mandatory: true,
        selected: true,
        netMinor: 39900,
        vatMinor: 8379,
        grossMinor: 48279,
      },
      { id: 'stay', kind: 'cost', type: 'accommodation', netMinor: 5000, vatMinor: 500, grossMinor: 5500 },
      {
        id: 'exam',
        type: 'other',
        typeOther: 'Extra costs for exams',
        netMinor: 1000,
        vatMinor: 100,
        grossMinor: 1100,
      },
    ],
    netMinor: 45900,
    vatMinor: 8979,
    totalMinor: 54879,
    exemptTotalMinor: 57100,
  });
});

describe('optional costs', () => {
  test('are listed unselected and don’t count until they are picked', () => {
    const { lines, totalMinor } = calculatePrice(product({}, optionalCosts));
    expect(lines.map(({ id, selected }) => [id, selected])).toEqual([
      ['course', true],
      ['lunch', false],
      ['fee', false],
    ]);
    expect(totalMinor).toBe(12100);
  });

  test('can’t be picked away when they are mandatory', () => {
    const { lines } = calculatePrice(product({}, DOCUMENT_COSTS), { selectedCosts: [] });
    expect(lines.every((line) => line.selected)).toBe(true);
  });

  test('that don’t exist are reported and change nothing', () => {
    const calculation = calculatePrice(product(), { selectedCosts: ['nope'] });
    expect(calculation).toMatchObject({ totalMinor: 12100, valid: true });
    expect(calculation.issues).toEqual([
      { code: 'selected-cost-unknown', severity: 'warning', path: 'selectedCosts[0]', params: { id: 'nope' } },
    ]);
  });
});

describe('the exempt alternative', () => {
  test('is not offered without an exempt course price', () => {
    expect(calculatePrice(product())).not.toHaveProperty('exemptTotalMinor');
  });

  test('falls back to the standard price, and says so, when the product has none', () => {
    const calculation = calculatePrice(product(), { audience: 'vat-exempt' });
    expect(calculation).toMatchObject({ audience: 'standard', totalMinor: 12100 });
    expect(calculation.issues).toMatchObject([{ code: 'exempt-price-missing', severity: 'warning' }]);
  });

  test('counts a line without exempt fields at its normal amount, VAT included', () => {
    const priced = product({ exemptAmountMinor: 11000 }, [cost({ id: 'a' })]);
    expect(calculatePrice(priced, { audience: 'vat-exempt' })).toMatchObject({
      lines: [
        { netMinor: 11000, vatMinor: 0 },
        { netMinor: 1000, vatMinor: 210 },
      ],
      totalMinor: 12210,
    });
  });

  test('takes exempt VAT as 0 when only the exempt amount is given', () => {
    const priced = product({ exemptAmountMinor: 11000 }, [cost({ id: 'a', exemptAmountMinor: 900 })]);
    expect(calculatePrice(priced).exemptTotalMinor).toBe(11900);
  });

  test('has the picked optional costs in it', () => {
    const priced = product({ exemptAmountMinor: 11000 }, optionalCosts);
    expect(calculatePrice(priced, { selectedCosts: ['lunch'] }).exemptTotalMinor).toBe(11000 + 4300);
  });

  test('is not offered when one of its amounts is wrong, while the standard price stands', () => {
    const priced = product({ exemptAmountMinor: 11000 }, [cost({ id: 'a', exemptAmountMinor: -1 })]);
    const calculation = calculatePrice(priced);
    expect(calculation).toMatchObject({ valid: true, totalMinor: 13310 });
    expect(calculation).not.toHaveProperty('exemptTotalMinor');
    expect(calculatePrice(priced, { audience: 'vat-exempt' }).valid).toBe(false);
  });
});

describe('a discount for a site', () => {
  test('lowers the course price and its VAT, half-up, and leaves the cost lines alone', () => {
    const calculation = calculatePrice(OFFICIAL_EXAMPLE, { site: 'alliander' });
    // 399 - 25 % = 299.25; 83.79 - 25 % = 62.8425
    expect(calculation).toMatchObject({
      lines: [{ netMinor: 29925, vatMinor: 6284, grossMinor: 36209 }, { grossMinor: 5500 }, { grossMinor: 1100 }],
      totalMinor: 42809,
      discount: { percentage: '25', savedMinor: 12070 },
    });
  });

  test('lowers the exempt course price too', () => {
    expect(calculatePrice(OFFICIAL_EXAMPLE, { site: 'alliander', audience: 'vat-exempt' })).toMatchObject({
      totalMinor: 37425 + 6000 + 1200,
      discount: { savedMinor: 12475 },
    });
  });

  test('keeps price including VAT exact: the amount with VAT is lowered, not its parts', () => {
    const priced = product({ amountMinor: 100, vat: 'included', vatMinor: 17 }, [], {
      discounts: [{ site: 's', percentage: '50' }],
    });
    // Lowering net (0.83) and VAT (0.17) by half, each half-up, would come to 0.51.
    expect(calculatePrice(priced, { site: 's' })).toMatchObject({ totalMinor: 50, vatMinor: 9, netMinor: 41 });
  });

  test.each([
    ['half a cent goes up', '50', 1, 1],
    ['a percentage with many decimals is not rounded first', '33.333333333333333333', 300, 200],
    ['100 % makes the course free', '100', 12345, 0],
    ['0 % changes nothing', '0', 12345, 12345],
    ['zeros in front don’t matter', '010.0', 1000, 900],
  ])('%s', (_, percentage, before, after) => {
    const priced = product({ amountMinor: before, vat: 'exempt' }, [], { discounts: [{ site: 's', percentage }] });
    expect(calculatePrice(priced, { site: 's' }).totalMinor).toBe(after);
  });

  test('for another site doesn’t count, and an unknown site is no issue', () => {
    expect(calculatePrice(OFFICIAL_EXAMPLE, { site: 'elsewhere' })).toEqual(calculatePrice(OFFICIAL_EXAMPLE));
  });

  test.each([
    ['-5', 'discount-out-of-range'],
    ['100.01', 'discount-out-of-range'],
    ['100.00000000000000000001', 'discount-out-of-range'],
    ['250', 'discount-out-of-range'],
    ['12,5', 'discount-not-decimal'],
    ['', 'discount-not-decimal'],
    ['1e1', 'discount-not-decimal'],
    ['9'.repeat(100_000), 'discount-not-decimal'],
  ])('of %.10s percent is reported and not applied', (percentage, code) => {
    const calculation = calculatePrice(product({}, [], { discounts: [{ site: 's', percentage }] }), { site: 's' });
    expect(calculation).toMatchObject({ valid: true, totalMinor: 12100 });
    expect(calculation.issues).toMatchObject([{ code, severity: 'error', path: 'discounts[0].percentage' }]);
  });

  test('that is given twice for one site counts once: the first', () => {
    const discounts = [
      { site: 's', percentage: '10' },
      { site: 's', percentage: '20' },
    ];
    const calculation = calculatePrice(product({}, [], { discounts }), { site: 's' });
    expect(calculation.totalMinor).toBe(10890);
    expect(calculation.issues).toMatchObject([{ code: 'discount-duplicate', path: 'discounts[1].site' }]);
  });
});

describe('a recurring price', () => {
  test.each(['monthly', 'yearly', 'daily'] as const)('%s is told apart from what is paid once', (period) => {
    const calculation = calculatePrice(product({ period }, [cost({ id: 'a' }), ...optionalCosts]), {
      selectedCosts: ['fee'],
    });
    expect(calculation).toMatchObject({ period, recurringMinor: 12100, oneOffMinor: 1210 + 2500, totalMinor: 15810 });
  });

  test('is not told apart for a price that is paid once', () => {
    const calculation = calculatePrice(product());
    expect(calculation).not.toHaveProperty('recurringMinor');
    expect(calculation).not.toHaveProperty('oneOffMinor');
  });
});

describe('without an amount', () => {
  test('price 0 is a free course, with VAT 0 or none', () => {
    for (const vatMinor of [{ vatMinor: 0 }, { vatMinor: undefined as never }]) {
      expect(calculatePrice(product({ amountMinor: 0, ...vatMinor }))).toMatchObject({
        display: 'free',
        totalMinor: 0,
        issues: [],
      });
    }
  });

  test('a free course with mandatory costs shows their amount', () => {
    const calculation = calculatePrice(product({ amountMinor: 0, vatMinor: 0 }, [cost({ id: 'a' })]));
    expect(calculation).toMatchObject({ display: 'amount', totalMinor: 1210 });
  });

  test('an in-company course with a price agreement is on request, with no lines at all', () => {
    const onRequest = product({ onRequest: true }, DOCUMENT_COSTS, { productType: 'in-company' });
    expect(calculatePrice(onRequest)).toMatchObject({
      display: 'on-request',
      valid: true,
      lines: [],
      totalMinor: 0,
      issues: [],
    });
  });

  test('a price agreement is ignored for any other product type', () => {
    const calculation = calculatePrice(product({ onRequest: true }));
    expect(calculation).toMatchObject({ display: 'amount', totalMinor: 12100 });
    expect(calculation.issues).toMatchObject([{ code: 'on-request-ignored', severity: 'warning' }]);
  });

  test('a product without a price is reported and shows none', () => {
    const { price: _, ...unpriced } = product();
    expect(calculatePrice(unpriced)).toMatchObject({
      valid: false,
      complete: false,
      lines: [],
      issues: [{ code: 'price-missing', severity: 'error', path: 'price' }],
    });
  });

  test('a price that isn’t complete is shown and reported', () => {
    expect(calculatePrice(product({ complete: false }))).toMatchObject({
      valid: true,
      complete: false,
      totalMinor: 12100,
      issues: [{ code: 'price-incomplete', severity: 'error', path: 'price.complete' }],
    });
  });
});

test('the input is left as it was', () => {
  const before = structuredClone(OFFICIAL_EXAMPLE);
  const options = Object.freeze({ selectedCosts: Object.freeze(['stay']), site: 'alliander' });
  calculatePrice(OFFICIAL_EXAMPLE, options);
  expect(OFFICIAL_EXAMPLE).toEqual(before);
});

test('a host’s object without lists is calculated as one with empty lists', () => {
  const { additionalCosts: _, discounts: __, ...bare } = product();
  expect(calculatePrice(bare as PricedProduct)).toEqual(calculatePrice(product()));
});
