import { calculatePrice, PRICE_ISSUES, type AdditionalCost, type CoursePrice } from '@enrollkit/core';
import { describe, expect, test } from 'vitest';
import { cost, OFFICIAL_EXAMPLE, product } from './products.js';

const codes = (...args: Parameters<typeof calculatePrice>) =>
  calculatePrice(...args).issues.map(({ code, path }) => [code, path]);

describe('a doubtful VAT amount is warned about and still counted', () => {
  test.each<[string, Partial<CoursePrice>, string | undefined, number]>([
    ['250 with VAT 21', { amountMinor: 25000, vatMinor: 2100 }, 'vat-looks-like-percentage', 27100],
    ['500 with VAT 9', { amountMinor: 50000, vatMinor: 900 }, 'vat-looks-like-percentage', 50900],
    ['0 with VAT 21', { amountMinor: 0, vatMinor: 2100 }, 'vat-looks-like-percentage', 2100],
    [
      '250 including VAT 21',
      { amountMinor: 25000, vat: 'included', vatMinor: 2100 },
      'vat-looks-like-percentage',
      25000,
    ],
    ['100 with VAT 21', { amountMinor: 10000, vatMinor: 2100 }, undefined, 12100],
    ['233.33 with VAT 21, which is 9 %', { amountMinor: 23333, vatMinor: 2100 }, undefined, 25433],
    ['84 with VAT 21, a rate of 25 %', { amountMinor: 8400, vatMinor: 2100 }, 'vat-rate-unusual', 10500],
    ['399 with VAT 83.79', { amountMinor: 39900, vatMinor: 8379 }, undefined, 48279],
    ['399 with VAT 83.80, a cent off', { amountMinor: 39900, vatMinor: 8380 }, undefined, 48280],
    ['40 with VAT 3', { amountMinor: 4000, vatMinor: 300 }, 'vat-rate-unusual', 4300],
    ['20 with VAT 30', { amountMinor: 2000, vatMinor: 3000 }, 'vat-exceeds-amount', 5000],
    ['100 excluding VAT with VAT 0', { vatMinor: 0 }, 'vat-zero', 10000],
    ['100 exempt with VAT 21', { vat: 'exempt' }, 'vat-on-exempt', 10000],
    ['100 exempt with VAT 0', { vat: 'exempt', vatMinor: 0 }, undefined, 10000],
  ])('%s', (_, price, code, totalMinor) => {
    const calculation = calculatePrice(product(price));
    expect(calculation).toMatchObject({ valid: true, totalMinor });
    expect(calculation.issues.map((issue) => [issue.code, issue.severity, issue.path])).toEqual(
      code ? [[code, 'warning', 'price.vatMinor']] : [],
    );
  });
});

test('a price including VAT stands when its VAT amount is missing or can’t be right', () => {
  const included = { amountMinor: 1000, vat: 'included' } as const;
  const absent = calculatePrice(product({ ...included, vatMinor: undefined as never }));
  expect(absent).toMatchObject({ totalMinor: 1000, vatMinor: 0, issues: [{ code: 'included-vat-missing' }] });
  const more = calculatePrice(product({ ...included, vatMinor: 1500 }));
  expect(more).toMatchObject({ totalMinor: 1000, vatMinor: 0, issues: [{ code: 'vat-exceeds-amount' }] });
});

test('the official example: its exempt costs seem to include VAT already', () => {
  expect(codes(OFFICIAL_EXAMPLE).filter(([code]) => code === 'exempt-amount-includes-vat')).toEqual([
    ['exempt-amount-includes-vat', 'additionalCosts[0].exemptAmountMinor'],
    ['exempt-amount-includes-vat', 'additionalCosts[1].exemptAmountMinor'],
  ]);
});

test('an exempt VAT amount without its exempt amount is reported', () => {
  expect(codes(product({ exemptAmountMinor: 1 }, [cost({ id: 'a', exemptVatMinor: 5 })]))).toEqual([
    ['exempt-amount-missing', 'additionalCosts[0].exemptAmountMinor'],
  ]);
});

describe('an amount that can’t be right makes the total unknown', () => {
  test.each<[string, Partial<CoursePrice>, string, string]>([
    ['negative price', { amountMinor: -1 }, 'amount-negative', 'price.amountMinor'],
    ['negative VAT', { vatMinor: -2100 }, 'amount-negative', 'price.vatMinor'],
    ['fraction of a cent', { amountMinor: 10.5 }, 'amount-not-whole-cents', 'price.amountMinor'],
    ['not a number', { amountMinor: NaN }, 'amount-not-whole-cents', 'price.amountMinor'],
    ['infinite', { amountMinor: Infinity }, 'amount-not-whole-cents', 'price.amountMinor'],
    ['text', { amountMinor: '100' as never }, 'amount-not-whole-cents', 'price.amountMinor'],
    ['unsafe integer', { amountMinor: 2 ** 53 }, 'amount-too-large', 'price.amountMinor'],
    ['no amount', { amountMinor: undefined as never }, 'price-missing', 'price.amountMinor'],
    ['no VAT', { vatMinor: undefined as never }, 'vat-missing', 'price.vatMinor'],
    ['unknown period', { period: 'weekly' as never }, 'period-unknown', 'price.period'],
    ['unknown VAT treatment', { vat: 'maybe' as never }, 'vat-treatment-unknown', 'price.vat'],
  ])('%s', (_, price, code, path) => {
    const calculation = calculatePrice(product(price, [cost({ id: 'a' })]));
    expect(calculation).toMatchObject({
      display: 'amount',
      valid: false,
      lines: [],
      netMinor: 0,
      vatMinor: 0,
      totalMinor: 0,
    });
    expect(calculation.issues).toMatchObject([{ code, severity: 'error', path }]);
  });

  test('a sum beyond the safe integers', () => {
    const huge = cost({ id: 'a', amountMinor: Number.MAX_SAFE_INTEGER, vat: 'exempt', vatMinor: undefined as never });
    const calculation = calculatePrice(product({}, [huge]));
    expect(calculation).toMatchObject({ valid: false, totalMinor: 0, issues: [{ code: 'amount-too-large' }] });
  });
});

describe('a wrong optional cost', () => {
  const wrong: AdditionalCost = cost({ id: 'a', amountMinor: -5, mandatory: false });

  test('is left out and reported while nobody picked it', () => {
    const calculation = calculatePrice(product({}, [wrong]));
    expect(calculation).toMatchObject({ valid: true, totalMinor: 12100, issues: [{ code: 'amount-negative' }] });
    expect(calculation.lines).toHaveLength(1);
  });

  test('makes the total unknown once it is picked', () => {
    expect(calculatePrice(product({}, [wrong]), { selectedCosts: ['a'] }).valid).toBe(false);
  });
});

test('two costs with one id are reported and both counted', () => {
  const calculation = calculatePrice(product({}, [cost({ id: 'a' }), cost({ id: 'a' })]));
  expect(calculation).toMatchObject({ totalMinor: 12100 + 2420 });
  expect(calculation.issues).toMatchObject([{ code: 'cost-id-duplicate', path: 'additionalCosts[1].id' }]);
});

test('minus zero is zero', () => {
  const { totalMinor, lines } = calculatePrice(product({ amountMinor: -0, vatMinor: -0 }));
  expect([totalMinor, lines[0]?.netMinor]).toStrictEqual([0, 0]);
});

test('codes are lower-case words with hyphens, unique by construction', () => {
  for (const code of Object.keys(PRICE_ISSUES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
