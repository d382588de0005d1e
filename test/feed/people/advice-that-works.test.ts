import { readFileSync } from 'node:fs';
import { hasErrorCode, type Product } from '@enrollkit/core';
import { checkProducts, checkTrainers, type FeedFinding, type FeedSource, writeProducts } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { written } from '../write/written.js';
import { ADVICE, type Advice } from './advice.js';
import { OTHER_ADVICE, type OtherAdvice } from './other-advice.js';
import { offeredProduct } from './offer.js';
import { SLIPS } from './slips.js';

type Found = Pick<FeedFinding, 'code' | 'path' | 'line' | 'column' | 'severity'> & {
  readonly params: Readonly<Record<string, string | number>>;
};

async function findingsOf(
  feed: FeedSource,
  { isOfTrainers = false, options = {} }: Pick<OtherAdvice, 'isOfTrainers' | 'options'> = {},
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const entries = isOfTrainers ? checkTrainers(feed) : checkProducts(feed, { today: '2026-11-29', ...options });
  try {
    for await (const { issues } of entries) found.push(...(issues as readonly Found[]));
  } catch (error) {
    // What ends reading is a finding too.
    if (!hasErrorCode(error, 'invalid')) throw error;
    found.push(...(error.issues as readonly Found[]));
  }
  return found;
}

function offsetOf(feed: string, { line, column }: Found): number {
  const lines = feed.split('\n');
  const before = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
  return before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
}

const keyOf = ({ code, path }: Found): string => `${code} ${path}`;

async function goodFeed(): Promise<string> {
  // The fifth is in-company.
  const products = [0, 1, 4].map((index) => offeredProduct(index)) as Product[];
  return (await written(writeProducts(products))).xml;
}

/** More that is odd, beside the slips. */
const ODDITIES: Readonly<Record<string, (feed: string) => string>> = {
  'a price with three digits': (feed) => feed.replace(/<Price>\d+\.00</, '<Price>1.250<'),
  'costs with three digits': (feed) => feed.replace('<Price>20.00<', '<Price>1,195<'),
  'a price with four digits': (feed) => feed.replace(/<Price>(\d+\.00)</, '<Price>$149<'),
  'a duration with a comma': (feed) => feed.replace('>2.5<', '>2,5<'),
  'a day or a month': (feed) => feed.replace(/<Startdate>2030-08-13</, '<Startdate>03/04/2030<'),
  'an empty contact': (feed) =>
    feed.replace(
      '</Product>',
      '<ContactPerson><Name></Name><Telephone></Telephone><EmailAddress></EmailAddress></ContactPerson></Product>',
    ),
  'a contact with nothing in it': (feed) => feed.replace('</Product>', '<ContactPerson></ContactPerson></Product>'),
  'half a contact': (feed) => feed.replace('</Product>', '<ContactPerson><Name>Jo</Name></ContactPerson></Product>'),
  'costs with nothing in them': (feed) => feed.replace('<AdditionalCosts>', '<AdditionalCosts><AdditionalCost/>'),
  'a word that nobody knows': (feed) => feed.replace('>educational program<', '>educational programm<'),
  'a moment that nobody knows': (feed) => feed.replace('>evening<', '>evenings<'),
  'letters read wrongly': (feed) => feed.replace('Café', 'CafÃ©'),
  'letters read wrongly twice': (feed) => feed.replace('Café', 'CafÃƒÂ©'),
  'a place read wrongly': (feed) => feed.replace('>Utrecht<', '>Den HaÃ¤g<'),
  'an address without its beginning': (feed) => feed.replace('https://www.las', 'www.las'),
  'an element of another feed': (feed) => feed.replace('</Product>', '<Teacher>Kim</Teacher></Product>'),
  'an attribute': (feed) => feed.replace('<Price>', '<Price currency="EUR">'),
  'an empty element': (feed) => feed.replace('</Product>', '<Runtime/></Product>'),
  'no name': (feed) => feed.replace(/<Name>Caf[^<]*</, '<Name><'),
  'no language': (feed) => feed.replace(/ *<Language>nl<\/Language>\n/, ''),
  'a language without a value': (feed) => feed.replace('<Language>nl<', '<Language><'),
  'no VAT of costs': (feed) => feed.replace('<VatAmount>1.80</VatAmount>', ''),
  'an empty VAT of costs': (feed) => feed.replace('<VatAmount>1.80</VatAmount>', '<VatAmount/>'),
  'in-company without a price': (feed) => feed.replaceAll('<Price>0.00</Price>', '<Price></Price>'),
  'in-company with a price': (feed) => feed.replaceAll('<Price>0.00</Price>', '<Price>500.00</Price>'),
  'on request, and open': (feed) =>
    feed.replace('<PriceComplete>', '<PriceAgreement>true</PriceAgreement><PriceComplete>'),
  'sites for everybody': (feed) => feed.replace('<AllowedSites/>', '<AllowedSites><Go>postnl</Go></AllowedSites>'),
  'a blank line before': (feed) => `\n\uFEFF${feed}`,
  'a start without its end': (feed) => feed.replace(/ *<Enddate>[^<]*<\/Enddate>\n/, ''),
  'all that real feeds have': () => readFileSync(new URL('../check/golden/oddities.xml', import.meta.url), 'utf8'),
};

const FEEDS: readonly (readonly [string, (feed: string) => string])[] = [
  ...Object.entries(ODDITIES),
  ...Object.entries(SLIPS)
    .filter(([name]) => name !== 'a byte of another encoding')
    .map(([name, slip]) => [name, (feed: string) => slip(feed, (choices) => choices[0] as never)] as const),
];

describe('who does what a sentence says', () => {
  const tried = new Set<string>();

  it.each(FEEDS)('is rid of that finding and gets no new error: %s', async (_name, spoil) => {
    const feed = spoil(await goodFeed());
    const before = await findingsOf(feed);
    const known = before.map(keyOf);
    for (const finding of before) {
      for (const follow of (ADVICE as Readonly<Record<string, readonly Advice[]>>)[finding.code] ?? []) {
        const hasProposal =
          !['unknown-value', 'unlisted-value'].includes(finding.code) || finding.params.use !== undefined;
        if (!hasProposal) continue;
        tried.add(finding.code);
        const mended = follow(feed, offsetOf(feed, finding), finding.params as Readonly<Record<string, string>>);
        const after = await findingsOf(mended);
        const times = (all: readonly string[]): number => all.filter((key) => key === keyOf(finding)).length;
        expect(times(after.map(keyOf)), `${keyOf(finding)} in\n${mended.slice(0, 3000)}`).toBeLessThan(times(known));
        const errors = after.filter(({ severity }) => severity === 'error').map(keyOf);
        expect(
          errors.filter((key) => !known.includes(key)),
          keyOf(finding),
        ).toEqual([]);
      }
    }
  });

  it('was tried for every advice above', () => {
    expect([...tried].sort()).toEqual(Object.keys(ADVICE).sort());
  });

  const others = Object.entries(OTHER_ADVICE as Readonly<Record<string, OtherAdvice | string>>).flatMap(
    ([code, advice]) => (typeof advice === 'string' ? [] : [[code, advice] as const]),
  );
  it.each(others)('is rid of it where there is more to it than a word: %s', async (code, advice) => {
    const { good = await goodFeed(), spoil, follow, isOfTrainers = false, options = {} } = advice;
    const feed = spoil(good);
    const has = (found: readonly Found[]): boolean => found.some((finding) => finding.code === code);
    const before = await findingsOf(feed, { isOfTrainers, options });
    expect(has(before), before.map(keyOf).join(', ')).toBe(true);
    const after = await findingsOf(follow(feed as never), { isOfTrainers, options });
    expect(has(after), after.map(keyOf).join(', ')).toBe(false);
    const errors = after.filter(({ severity }) => severity === 'error').map(keyOf);
    expect(errors.filter((key) => !before.map(keyOf).includes(key))).toEqual([]);
  });
});
