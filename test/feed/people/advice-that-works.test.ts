import { readFileSync } from 'node:fs';
import type { Product } from '@enrollkit/core';
import { checkProducts, type FeedFinding, writeProducts } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { written } from '../write/written.js';
import { offeredProduct } from './offer.js';
import { SLIPS } from './slips.js';

type Found = Pick<FeedFinding, 'code' | 'path' | 'line' | 'column' | 'severity'> & {
  readonly params: Readonly<Record<string, string | number>>;
};

/** Does to a feed what the sentence on a finding asks for. `at` is where the finding is. */
type Advice = (feed: string, at: number, params: Readonly<Record<string, string>>) => string;

const replaceFrom = (feed: string, at: number, from: string | RegExp, to: string): string =>
  feed.slice(0, at) + feed.slice(at).replace(from, () => to);
const write =
  (use: string): Advice =>
  (feed, at, params) =>
    replaceFrom(feed, at, params.value ?? '', params[use] ?? '');
/** The element that begins at a place, with what is in it. */
const ELEMENT = /^<([\w.-]+)(?:\s[^>]*)?(?:\/>|>[^]*?<\/\1\s*>)/;
const remove: Advice = (feed, at) => replaceFrom(feed, at, ELEMENT, '');
const VALUES: Readonly<Record<string, string>> = {
  EmailAddress: 'a@lasschool.nl',
  VatAmount: '0.00',
  Name: 'Een naam',
  Language: 'nl',
  Description: 'Een beschrijving',
  Startdate: '2030-08-20',
  Enddate: '2030-08-20',
  Price: '0.00',
};
/** Puts an element with a good value in the one that begins at a place, or in place of the empty one there. */
const fill: Advice = (feed, at, { element = '' }) => {
  const filled = `<${element}>${VALUES[element] ?? ''}</${element}>`;
  const isThere = new RegExp(`^<${element}\\b`).test(feed.slice(at));
  return isThere ? replaceFrom(feed, at, ELEMENT, filled) : replaceFrom(feed, at, '>', `>${filled}`);
};

/** One entry, or more where a sentence leaves a choice. */
const ADVICE: Readonly<Record<string, readonly Advice[]>> = {
  'value-spelling': [write('use')],
  'amount-comma': [write('use')],
  'amount-spelling': [write('use')],
  'amount-rounded': [write('use')],
  'amount-doubtful': [write('thousands'), write('decimals')],
  'number-comma': [write('use')],
  'date-spelling': [write('use')],
  'date-doubtful': [write('first'), write('second')],
  'time-spelling': [write('use')],
  'text-mojibake': [write('use')],
  'unknown-value': [write('use')],
  'unlisted-value': [write('use')],
  'url-without-scheme': [(feed, at, { url = '', use = '' }) => replaceFrom(feed, at, url, use)],
  'reference-spelling': [(feed, _at, { reference = '', use = '' }) => feed.replace(reference, () => use)],
  'element-spelling': [
    (feed, at, { element = '', use = '' }) =>
      replaceFrom(replaceFrom(feed, at, `</${element}>`, `</${use}>`), at, `<${element}`, `<${use}`),
  ],
  'element-outside': [
    (feed, at, { use = '' }) => {
      const item = ELEMENT.exec(feed.slice(at))?.[0] ?? '';
      return replaceFrom(feed, at, item, `<${use}>${item}</${use}>`);
    },
  ],
  'element-left-out': [(feed, at, { element = '' }) => replaceFrom(feed, at, '>', `><${element}></${element}>`)],
  'unknown-element': [remove],
  'unknown-attribute': [(feed, at) => feed.slice(0, at) + feed.slice(at).replace(/^[^\s=]+="[^"]*"/, '')],
  'empty-element': [remove],
  'empty-value': [remove],
  'value-needed': [fill],
  'missing-element': [fill],
  'empty-required': [fill],
  'before-declaration': [(feed) => feed.replace(/^[\s\uFEFF]+/, '')],
  'price-hidden': [(feed, at) => replaceFrom(feed, at, /<Price>[^<]*</, '<Price>0<')],
  'on-request-ignored': [(feed) => feed.replace(/<PriceAgreement>[^<]*<\/PriceAgreement>/, '')],
  'sites-without-group': [(feed) => feed.replace(/<AllowedSites>[^]*?<\/AllowedSites>/, '<AllowedSites/>')],
  'price-left-out': [
    (feed) =>
      feed
        .replace(/<Price\/>|<Price><\/Price>/, '<Price>0.00</Price>')
        .replace(/<PriceAgreement>[^<]*</, '<PriceAgreement>true<'),
  ],
};

async function findingsOf(feed: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const { issues } of checkProducts(feed, { today: '2026-11-29' }))
    found.push(...(issues as readonly Found[]));
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
      for (const follow of ADVICE[finding.code] ?? []) {
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
});
