import type { PriceTerms } from '../feed-terms.js';
import { shareOf } from '../share-of.js';

/** What is remarkable about prices. */
export const price: PriceTerms = {
  'price-missing': {
    title: 'Price missing',
    sentence: () => 'There is no price. Write the amount in Price, or 0 if it is free.',
  },
  'price-incomplete': {
    title: 'Price not complete',
    sentence: () =>
      'PriceComplete is not true, so the price can’t be shown. Put all mandatory costs in AdditionalCosts and write true.',
  },
  'amount-not-decimal': {
    title: 'Not an amount',
    sentence: ({ element = 'this', value }) =>
      value === undefined
        ? 'This is not an amount. Write digits only, with a point before the cents, such as 1250.00.'
        : `“${value}” is not a valid amount for ${element}. Write digits only, with a point before the cents, such as 1250.00.`,
  },
  'amount-negative': {
    title: 'Negative amount',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'This amount is negative. Write 0 or more; for a discount there is PriceDiscounts.'
        : `The amount “${value}” of ${element} is negative. Write 0 or more; for a discount there is PriceDiscounts.`,
  },
  'amount-not-whole-cents': {
    title: 'Not whole cents',
    sentence: ({ amount }) => `${amount} is not a whole number of cents. Round the amount.`,
  },
  'amount-too-large': {
    title: 'Amount too large',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'This amount is too large to calculate with. Check the digits.'
        : `The amount “${value}” of ${element} is too large to calculate with. Check the digits.`,
  },
  'vat-treatment-unknown': {
    title: 'VAT unknown',
    sentence: ({ vat }) => `VatIncluded can’t be “${vat}”. Write no or exempt.`,
  },
  'period-unknown': {
    title: 'Period unknown',
    sentence: ({ period }) => `PricePeriod can’t be “${period}”. Write all, yearly, monthly or daily.`,
  },
  'vat-missing': {
    title: 'VAT missing',
    sentence: () =>
      'The VAT amount is missing. Write it in VatAmount, or write VatIncluded “exempt” if there is no VAT.',
  },
  'included-vat-missing': {
    title: 'VAT missing',
    sentence: () => 'The price includes VAT, but the amount of VAT is missing. Write it in VatAmount.',
  },
  'vat-zero': {
    title: 'VAT is zero',
    sentence: ({ amountMinor }, { money }) =>
      `The VAT on ${money(amountMinor)} is ${money(0)}. Write VatIncluded “exempt” if there is no VAT; otherwise write the VAT amount.`,
  },
  'vat-on-exempt': {
    title: 'VAT although exempt',
    sentence: ({ vatMinor }, { money }) =>
      `This is exempt from VAT, so ${money(vatMinor)} VAT is ignored. Write VatAmount 0.00, or VatIncluded “no”.`,
  },
  'vat-exceeds-amount': {
    title: 'More VAT than price',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      amountMinor === 0
        ? `This is free, but it comes with ${money(vatMinor)} VAT. Write VatAmount 0.00, or the price without VAT.`
        : `The VAT (${money(vatMinor)}) is more than the amount itself (${money(amountMinor)}). Check VatAmount.`,
  },
  'vat-looks-like-percentage': {
    title: 'VAT looks like a percentage',
    sentence: ({ amountMinor, vatMinor, percentage }, { money }) =>
      `VatAmount is ${money(vatMinor)} on ${money(amountMinor)}: that looks like a percentage. Write the VAT as an amount: for ${percentage}% that is ${money(shareOf(amountMinor, percentage))}.`,
  },
  'vat-rate-unusual': {
    title: 'Unusual VAT rate',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      `${money(vatMinor)} VAT on ${money(amountMinor)} is neither 9% nor 21%. Check VatAmount; the amount stays as it is.`,
  },
  'exempt-price-missing': {
    title: 'No exempt price',
    sentence: () => 'There is no price exempt from VAT. Write it in PriceExemptAmount.',
  },
  'exempt-amount-missing': {
    title: 'Exempt amount missing',
    sentence: () => 'VATExemptAmount is there without PriceExemptAmount, so it is ignored. Write both or neither.',
  },
  'exempt-amount-includes-vat': {
    title: 'VAT counts twice',
    sentence: ({ exemptAmountMinor, exemptVatMinor, amountMinor }, { money }) =>
      `PriceExemptAmount (${money(exemptAmountMinor)}) seems to include the VAT, and VATExemptAmount (${money(exemptVatMinor)}) comes on top. Write ${money(amountMinor)}, or leave VATExemptAmount out.`,
  },
  'on-request-ignored': {
    title: 'Price on request is ignored',
    sentence: ({ productType }) =>
      `PriceAgreement only counts for the product type in-company, and this is “${productType}”: the price is shown. Leave PriceAgreement out.`,
  },
  'cost-id-duplicate': {
    title: 'Cost repeated',
    sentence: ({ id }) => `The cost “${id}” is listed more than once. Give each cost an ID of its own.`,
  },
  'selected-cost-unknown': {
    title: 'Cost unknown',
    sentence: ({ id }) => `The chosen cost “${id}” does not exist. Choose another one.`,
  },
  'discount-not-decimal': {
    title: 'Not a percentage',
    sentence: ({ percentage }) => `“${percentage}” is not a percentage. Write a number from 0 to 100, such as 12.5.`,
  },
  'discount-out-of-range': {
    title: 'Discount not between 0 and 100',
    sentence: ({ percentage }) => `A discount of ${percentage}% is impossible. Write a number from 0 to 100.`,
  },
  'discount-duplicate': {
    title: 'Discount repeated',
    sentence: ({ site }) => `There is already a discount for the site “${site}”, and that one counts. Remove this one.`,
  },
};
