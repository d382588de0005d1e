import { describe, expect, it } from 'vitest';
import { codesOf, cost, findingsOf } from '../support.js';

describe('a price', () => {
  it.each([
    [
      'whose VAT looks like a percentage',
      { Price: '250', VatAmount: '21' },
      'vat-looks-like-percentage price.vatMinor',
    ],
    ['with an unusual rate', { Price: '100', VatAmount: '25' }, 'vat-rate-unusual price.vatMinor'],
    ['that is exempt and has VAT', { VatIncluded: 'exempt' }, 'vat-on-exempt price.vatMinor'],
    ['that is free and has VAT', { Price: '0', VatAmount: '9.99' }, 'vat-exceeds-amount price.vatMinor'],
    [
      'that is exempt and has an exempt alternative',
      { VatIncluded: 'exempt', VatAmount: undefined, PriceExemptAmount: '90' },
      'exempt-price-of-exempt price.exemptAmountMinor',
    ],
    [
      'on request of a product that is not in-company',
      { PriceAgreement: 'true' },
      'on-request-ignored price.onRequest',
    ],
    [
      'on request that nobody gets to see',
      { PriceAgreement: 'true', ProductType: 'in-company' },
      'price-hidden price.amountMinor',
    ],
    [
      'per month with costs that are paid once',
      { PricePeriod: 'monthly', AdditionalCosts: cost() },
      'one-off-beside-recurring price.period',
    ],
  ])('%s is pointed out, never refused', async (_what, changes, expected) => {
    const findings = await findingsOf(changes);
    expect(findings.map(({ code, path, severity }) => `${severity} ${code} ${path}`)).toEqual([`warning ${expected}`]);
  });

  it.each([
    ['free', { Price: '0', VatAmount: '0' }],
    ['exempt', { VatIncluded: 'exempt', VatAmount: undefined }],
    ['on request', { PriceAgreement: 'true', ProductType: 'in-company', Price: '0', VatAmount: '0' }],
    [
      'per month, with costs that may be chosen',
      { PricePeriod: 'monthly', AdditionalCosts: cost({ Mandatory: 'false' }) },
    ],
  ])('that is %s is in order', async (_what, changes) => {
    expect(await codesOf(changes)).toEqual([]);
  });

  it.each([
    ['is negative', { Price: '-1' }, 'amount-negative price.amountMinor'],
    ['is not all there is to pay', { PriceComplete: 'false' }, 'price-incomplete price.complete'],
    ['is missing', { Price: undefined }, 'missing-element price.amountMinor'],
    ['is not a number', { Price: 'gratis' }, 'amount-not-decimal price.amountMinor'],
    ['has VAT that is not a number', { VatAmount: 'geen' }, 'amount-not-decimal price.vatMinor'],
    ['does not say how it relates to VAT', { VatIncluded: 'maybe' }, 'unknown-value price.vat'],
    ['does not say whether it is complete', { PriceComplete: undefined }, 'missing-element price.complete'],
  ])('that %s is an error, said once', async (_what, changes, expected) => {
    const findings = await findingsOf(changes);
    expect(findings.map(({ code, path, severity }) => `${severity} ${code} ${path}`)).toEqual([`error ${expected}`]);
  });

  it('without its VAT is an error', async () => {
    const errors = (await findingsOf({ VatAmount: undefined })).filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
  });
});

describe('additional costs', () => {
  const of = (changes: Readonly<Record<string, string | undefined>>, course = {}) =>
    codesOf({ AdditionalCosts: cost(changes), ...course });

  it.each([
    [{ Type: 'other' }, 'cost-type-other-missing additionalCosts[0].typeOther'],
    [{ TypeOther: 'Broodjes' }, 'cost-type-other-unused additionalCosts[0].typeOther'],
    [{ PriceExemptAmount: '20' }, 'exempt-cost-unused additionalCosts[0].exemptAmountMinor'],
    [{ VatAmount: '9' }, 'vat-looks-like-percentage additionalCosts[0].vatMinor'],
    [{ Type: 'other', TypeOther: 'x'.repeat(251) }, 'text-over-limit additionalCosts[0].typeOther'],
  ])('are looked at: %o', async (changes, expected) => {
    expect(await of(changes)).toEqual([expected]);
  });

  it('may have an exempt amount when the course has one', async () => {
    const exempt = { PriceExemptAmount: '20', VATExemptAmount: '0' };
    expect(await of(exempt, { PriceExemptAmount: '110' })).toEqual([]);
    expect(await of({ VATExemptAmount: '1' }, { PriceExemptAmount: '110' })).toEqual([
      'exempt-amount-missing additionalCosts[0].exemptAmountMinor',
    ]);
  });

  it('that are exempt need no exempt amount', async () => {
    const exempt = { VatIncluded: 'exempt', VatAmount: '0', PriceExemptAmount: '20' };
    expect(await of(exempt, { PriceExemptAmount: '110' })).toEqual([
      'exempt-price-of-exempt additionalCosts[0].exemptAmountMinor',
    ]);
  });
});

describe('discounts', () => {
  const discount = (site: string, percentage: string) =>
    `<Discount><Go>${site}</Go><Percentage>${percentage}</Percentage></Discount>`;

  it('go from 0 to 100, one for each site', async () => {
    const PriceDiscounts = `${discount('ns', '12.5')}${discount('bam', '101')}${discount('ns', '10')}`;
    expect(await codesOf({ PriceDiscounts })).toEqual([
      'discount-out-of-range discounts[1].percentage',
      'discount-duplicate discounts[2].site',
    ]);
  });
});
