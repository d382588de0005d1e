import type { ValueTerms } from '../feed-terms.js';

/** What reading the values of a feed comes across. */
export const values: ValueTerms = {
  'unknown-value': {
    title: 'Unknown value',
    sentence: ({ element, value, allowed, use }) => `${element} can’t be “${value}”. ${choice(allowed, use)}`,
  },
  'unlisted-value': {
    title: 'Value not in the schema',
    sentence: ({ element, value, allowed, use }) =>
      `“${value}” is not in the schema for ${element}. ${choice(allowed, use)}`,
  },
  'amount-spelling': {
    title: 'Amount spelled differently',
    sentence: ({ value, use }) => `Write the amount “${value}” as ${use}.`,
  },
  'amount-doubtful': {
    title: 'Thousands or decimals?',
    sentence: ({ element, value, thousands, decimals, fits }) =>
      `“${value}” for ${element} can be ${thousands} or ${decimals}, and was not read. ${fits === undefined ? `Write ${thousands} or ${decimals}.` : `${fits} fits the other amounts: write ${fits} if that is right.`}`,
  },
  'amount-rounded': {
    title: 'Amount rounded',
    sentence: ({ value, use }) =>
      `The amount “${value}” has more than two digits after the point and was rounded. Write whole cents, such as ${use}.`,
  },
  'date-spelling': {
    title: 'Date spelled differently',
    sentence: ({ value, use }) => `Write the date “${value}” as ${use}.`,
  },
  'date-doubtful': {
    title: 'Day or month first?',
    sentence: ({ value, first, second }, { day }) =>
      `“${value}” can be ${day(first)} or ${day(second)}. Write ${first} or ${second}.`,
  },
  'price-left-out': {
    title: 'In-company without a price',
    sentence: () =>
      'There is no price, so buyers read “on request”. Nothing needs to change; to follow the schema to the letter, write Price 0.00 and PriceAgreement “true”.',
  },
  'value-spelling': {
    title: 'Value spelled differently',
    sentence: ({ element, value, use }) => `For ${element} write “${use}” instead of “${value}”.`,
  },
  'amount-comma': {
    title: 'Amount with a comma',
    sentence: ({ value, use }) => `The amount “${value}” has a comma. Write ${use}.`,
  },
  'number-comma': {
    title: 'Number with a comma',
    sentence: ({ value, use }) => `The number “${value}” has a comma. Write ${use}.`,
  },
  'not-a-number': {
    title: 'Not a number',
    sentence: ({ element, value }) => `“${value}” is not a valid number for ${element}. Write digits, such as 2.5.`,
  },
  'not-a-whole-number': {
    title: 'Not a whole number',
    sentence: ({ element, value }) =>
      `“${value}” is not a whole number, and ${element} must be one. Write digits only, such as 12.`,
  },
  'not-true-or-false': {
    title: 'Neither true nor false',
    sentence: ({ element, value }) => `${element} can’t be “${value}”. Write true or false.`,
  },
  'not-a-date': {
    title: 'Not a date',
    sentences: {
      'short-year': ({ value }) =>
        `The year in “${value}” has two digits. Write it in full, as yyyy-mm-dd, such as 2027-03-31.`,
      year: ({ value, min, max }) =>
        `The year in “${value}” is not between ${min} and ${max}. Correct the date, such as 2027-03-31.`,
      month: ({ value, use }) =>
        `“${value}” is a month without a day. Write the day too; if only the month is known, write ${use} and say so in the element ending in IsMonthOnly.`,
      serial: ({ value, use }) =>
        `“${value}” is how a spreadsheet stores a date, probably ${use}. Format the cell as a date and write yyyy-mm-dd.`,
      'no-day': ({ element, value }) =>
        `“${value}” is not a valid date for ${element}. Write yyyy-mm-dd, such as 2027-03-31.`,
    },
  },
  'not-a-time': {
    title: 'Not a time',
    sentence: ({ element, value }) =>
      `“${value}” is not a valid time for ${element} and was skipped. Write hh:mm, such as 09:30.`,
  },
  'time-spelling': {
    title: 'Time spelled differently',
    sentence: ({ value, use }) => `Write the time as ${use} instead of “${value}”.`,
  },
  'legacy-vat-included': {
    title: 'Price including VAT',
    sentence: () =>
      'Prices including VAT are no longer used. Write the price without VAT, the VAT as VatAmount, and VatIncluded “no”.',
  },
  'language-unknown': {
    title: 'Unknown language',
    sentence: ({ value }) =>
      `The language code “${value}” does not exist. Write a code of ISO 639-1, such as nl, en or de.`,
  },
  'end-before-start': {
    title: 'End before start',
    sentence: ({ startDate, endDate }, { day }) =>
      `The end (${day(endDate)}) is before the start (${day(startDate)}). Correct Startdate or Enddate.`,
  },
};

/** What may be written instead. */
function choice(allowed = '', use?: string): string {
  const proposal = use === undefined ? '' : `Perhaps you mean “${use}”. `;
  return allowed === '' ? `${proposal}Choose a value from the schema.` : `${proposal}Choose from: ${allowed}.`;
}
