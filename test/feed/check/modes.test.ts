import { CHECK_FINDINGS, FEED_FINDINGS, findingSeverity, type FindingCode } from '@enrollkit/feed';
import { PRICE_ISSUES } from '@enrollkit/core';
import { describe, expect, it } from 'vitest';
import { findingsOf, start, courseDay } from './support.js';

type Changes = Readonly<Record<string, string | undefined>>;

const severities = async (changes: Changes, mode: 'tolerant' | 'strict') =>
  (await findingsOf(changes, { mode })).map(({ code, severity }) => `${severity} ${code}`);

/** Every tolerance of domain.md section 4, and what becomes of it in strict mode. */
const TOLERANCES: readonly (readonly [string, Changes, FindingCode, 'error' | 'warning'])[] = [
  ['an empty optional text', { PriceInfo: '' }, 'empty-element', 'warning'],
  ['an empty optional number', { MaxParticipants: '' }, 'empty-value', 'error'],
  [
    'Starttime and Endtime',
    {
      StartingDatePlaces: start({
        Schedule: courseDay('2027-03-01').replaceAll('StartTime', 'Starttime').replaceAll('EndTime', 'Endtime'),
      }),
    },
    'element-spelling',
    'error',
  ],
  ['8:00', { StartingDatePlaces: start({ Schedule: courseDay('2027-03-01', '8:00') }) }, 'time-spelling', 'warning'],
  [
    'hh:mm:ss',
    { StartingDatePlaces: start({ Schedule: courseDay('2027-03-01', '08:00:00') }) },
    'time-spelling',
    'warning',
  ],
  ['CustomLtiParams', { customLtiParams: undefined, CustomLtiParams: '' }, 'element-spelling', 'error'],
  ['evenement', { CourseType: 'evenement' }, 'value-spelling', 'error'],
  ['learning-bite', { ProductType: 'learning-bite' }, 'value-spelling', 'error'],
  [
    'incompany',
    { ProductType: 'incompany', Price: '0', VatAmount: '0', PriceAgreement: 'true' },
    'value-spelling',
    'error',
  ],
  ['books', { ProductType: 'books' }, 'value-spelling', 'error'],
  ['yes for true', { DurationAgreement: 'yes' }, 'value-spelling', 'error'],
  ['a comma in an amount', { Price: '100,00' }, 'amount-comma', 'error'],
  ['more than two decimals', { Price: '100.0040' }, 'amount-rounded', 'warning'],
  ['a missing empty container', { Moments: undefined }, 'element-left-out', 'error'],
  ['a product type of a newer schema', { ProductType: 'classroom' }, 'newer-schema', 'error'],
  ['a price with VAT in it', { VatIncluded: 'yes', Price: '121' }, 'legacy-vat-included', 'error'],
];

describe('tolerant and strict', () => {
  it.each(TOLERANCES)(
    '%s is a warning, and in strict mode as the schema has it',
    async (_what, changes, code, strict) => {
      const tolerant = await severities(changes, 'tolerant');
      expect(new Set(tolerant)).toEqual(new Set([`warning ${code}`]));
      expect(new Set(await severities(changes, 'strict'))).toEqual(new Set([`${strict} ${code}`]));
    },
  );

  it('what is wrong in either mode is an error in both', async () => {
    const changes = { Name: undefined, ProductType: 'group' };
    const expected = ['error missing-element', 'error group-without-sites'];
    expect(await severities(changes, 'tolerant')).toEqual(expected);
    expect(await severities(changes, 'strict')).toEqual(expected);
  });

  it('no mode is stricter than strict', () => {
    const codes = Object.keys({ ...FEED_FINDINGS, ...CHECK_FINDINGS, ...PRICE_ISSUES }) as FindingCode[];
    const softer = codes.filter(
      (code) => findingSeverity(code, 'tolerant') === 'error' && findingSeverity(code, 'strict') === 'warning',
    );
    expect(softer).toEqual([]);
  });
});
