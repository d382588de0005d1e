import type { FindingCode } from '@enrollkit/feed';

/** Does to a feed what the sentence on a finding asks for. `at` is where the finding is. */
export type Advice = (feed: string, at: number, params: Readonly<Record<string, string>>) => string;

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
export const ADVICE = {
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
  'reference-spelling': [(feed, at, { reference = '', use = '' }) => replaceFrom(feed, at, reference, use)],
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
} satisfies Partial<Record<FindingCode, readonly Advice[]>>;
