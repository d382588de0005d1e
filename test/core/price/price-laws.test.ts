import { calculatePrice, formatMinor, type AdditionalCost, type PricedProduct } from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const minor = fc.integer({ min: 0, max: 10_000_000 });
const optionalMinor = fc.option(minor, { nil: undefined });
const vat = fc.constantFrom('excluded' as const, 'included' as const, 'exempt' as const);
const percentage = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, thousandths]) => `${whole}.${String(thousandths).padStart(3, '0')}`);

/** Drops keys without a value, as data read from a feed has it. */
const compact = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const anyCost = (index: number) =>
  fc
    .record({
      type: fc.constantFrom('lunch' as const, 'other' as const, 'accommodation' as const),
      amountMinor: minor,
      vat,
      vatMinor: minor,
      exemptAmountMinor: optionalMinor,
      exemptVatMinor: optionalMinor,
      mandatory: fc.boolean(),
    })
    .map((fields) => compact({ id: `cost-${index}`, ...fields }) as AdditionalCost);

const anyProduct: fc.Arbitrary<PricedProduct> = fc
  .record({
    price: fc
      .record({
        amountMinor: minor,
        vat,
        vatMinor: minor,
        exemptAmountMinor: optionalMinor,
        period: fc.constantFrom('all' as const, 'monthly' as const),
        complete: fc.boolean(),
      })
      .map(compact),
    costs: fc
      .integer({ min: 0, max: 6 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => anyCost(i)))),
    percentage,
  })
  .map(({ price, costs, percentage }) => ({
    id: 'p',
    productType: 'open',
    price: price as NonNullable<PricedProduct['price']>,
    additionalCosts: costs,
    discounts: [{ site: 's', percentage }],
  }));

const anyOptions = fc.record({
  audience: fc.constantFrom('standard' as const, 'vat-exempt' as const),
  selectedCosts: fc.subarray(['cost-0', 'cost-1', 'cost-2', 'cost-3', 'cost-4', 'cost-5', 'cost-6']),
  site: fc.constantFrom('s', undefined),
});

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

test('the figures add up: net and VAT to the total, selected lines to net, VAT and total', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, (product, options) => {
      const price = calculatePrice(product, options);
      const counted = price.lines.filter((line) => line.selected);
      expect(price.valid).toBe(true);
      expect(price.netMinor + price.vatMinor).toBe(price.totalMinor);
      expect(sum(counted.map((line) => line.netMinor))).toBe(price.netMinor);
      expect(sum(counted.map((line) => line.vatMinor))).toBe(price.vatMinor);
      expect(sum(counted.map((line) => line.grossMinor))).toBe(price.totalMinor);
      for (const line of price.lines) expect(line.netMinor + line.vatMinor).toBe(line.grossMinor);
      if (price.period !== 'all') expect(price.recurringMinor! + price.oneOffMinor!).toBe(price.totalMinor);
    }),
  );
});

test('every amount is whole cents from 0', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, (product, options) => {
      const { lines, issues: _, ...price } = calculatePrice(product, options);
      const amounts = [price, ...lines].flatMap((part) => Object.values(part).filter((v) => typeof v === 'number'));
      for (const amount of amounts)
        expect(Number.isSafeInteger(amount) && amount >= 0 && !Object.is(amount, -0)).toBe(true);
    }),
  );
});

test('the order of costs and of picks changes no total', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, (product, options) => {
      const turned = { ...product, additionalCosts: product.additionalCosts.toReversed() };
      const picked = { ...options, selectedCosts: options.selectedCosts.toReversed() };
      const { lines: a, issues: _, ...price } = calculatePrice(product, options);
      const { lines: b, issues: __, ...same } = calculatePrice(turned, picked);
      expect(same).toEqual(price);
      expect([...b].sort((x, y) => x.id.localeCompare(y.id))).toEqual([...a].sort((x, y) => x.id.localeCompare(y.id)));
    }),
  );
});

test('the input is not changed', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, (product, options) => {
      const before = structuredClone({ product, options });
      calculatePrice(product, options);
      expect({ product, options }).toEqual(before);
    }),
  );
});

test('the exempt total is the total for the exempt audience with the same picks', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, (product, options) => {
      const { exemptTotalMinor } = calculatePrice(product, { ...options, audience: 'standard' });
      const exempt = calculatePrice(product, { ...options, audience: 'vat-exempt' });
      expect(exemptTotalMinor !== undefined).toBe(product.price?.exemptAmountMinor !== undefined);
      if (exemptTotalMinor !== undefined) expect(exempt.totalMinor).toBe(exemptTotalMinor);
      expect(exempt.exemptTotalMinor).toBe(exemptTotalMinor);
    }),
  );
});

test('picking one more cost adds exactly its line', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, (product, options) => {
      const before = calculatePrice(product, options);
      for (const line of before.lines.filter((line) => !line.selected)) {
        const after = calculatePrice(product, { ...options, selectedCosts: [...options.selectedCosts, line.id] });
        expect(after.totalMinor - before.totalMinor).toBe(line.grossMinor);
      }
    }),
  );
});

test('a higher discount never costs more', () => {
  fc.assert(
    fc.property(anyProduct, anyOptions, fc.tuple(percentage, percentage), (product, options, pair) => {
      const [low, high] = pair
        .toSorted((a, b) => Number(a) - Number(b))
        .map((percentage) =>
          calculatePrice({ ...product, discounts: [{ site: 's', percentage }] }, { ...options, site: 's' }),
        );
      expect(high!.totalMinor).toBeLessThanOrEqual(low!.totalMinor);
      expect(high!.netMinor).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a discount rounds half-up, as long division on decimal digits does', () => {
  fc.assert(
    fc.property(minor, percentage, (amountMinor, percentage) => {
      const product: PricedProduct = {
        id: 'p',
        productType: 'open',
        price: { amountMinor, vat: 'exempt', period: 'all', complete: true },
        additionalCosts: [],
        discounts: [{ site: 's', percentage }],
      };
      // Another way: the discount taken off in thousandths of a percent of a cent, then the digits after the cents read.
      const [whole = '', decimals = ''] = percentage.split('.');
      const rest = (BigInt(amountMinor) * (100_000n - BigInt(whole + decimals))).toString().padStart(6, '0');
      const expected = BigInt(rest.slice(0, -5)) + (rest.at(-5)! >= '5' ? 1n : 0n);
      expect(calculatePrice(product, { site: 's' }).totalMinor).toBe(Number(expected));
    }),
  );
});

test('nothing that a host can hand in makes it throw', () => {
  const junk = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.constant(null),
    fc.constant(undefined),
    fc.boolean(),
  );
  const anything = fc.record({
    id: junk,
    productType: junk,
    price: fc.option(
      fc.dictionary(fc.constantFrom('amountMinor', 'vat', 'vatMinor', 'exemptAmountMinor', 'period'), junk),
    ),
    additionalCosts: fc.array(
      fc.dictionary(fc.constantFrom('id', 'amountMinor', 'vat', 'vatMinor', 'mandatory'), junk),
    ),
    discounts: fc.array(fc.record({ site: junk, percentage: junk })),
  });
  fc.assert(
    fc.property(anything, anyOptions, (product, options) => {
      const price = calculatePrice(product as never, options);
      expect(() => formatMinor(price.totalMinor)).not.toThrow();
    }),
  );
});
