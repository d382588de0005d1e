import type { CheckOptions, FindingCode } from '@enrollkit/feed';
import { feedOf, productXml } from '../read/product-xml.js';
import type { ADVICE } from './advice.js';

/** A feed with one thing wrong, and the same after somebody did what the sentence says. */
export interface OtherAdvice {
  /** Another feed than the usual one. */
  readonly good?: string;
  readonly isOfTrainers?: boolean;
  /** What the host hands in. */
  readonly options?: Partial<CheckOptions>;
  readonly spoil: (good: string) => string | Uint8Array;
  readonly follow: (feed: never) => string | Uint8Array;
}

/** Text of the good feed becomes something wrong, and that becomes what the sentence asks for. */
function swap(good: string, wrong: string, right: string): OtherAdvice {
  return {
    spoil: (feed) => feed.replace(good, () => wrong),
    follow: (feed: string) => feed.replace(wrong, () => right),
  };
}

/** The same in a feed of trainers. */
function trainer(good: string, wrong: string, right: string): OtherAdvice {
  const feed = `<Trainers><Trainer><Email>kim@lasschool.nl</Email>${good}</Trainer></Trainers>`;
  return { ...swap(good, wrong, right), good: feed, isOfTrainers: true };
}

const WORDS = 'In twee dagen leer je lassen, in een groep van hoogstens acht. '.repeat(16).trim();
const CDATA = `<![CDATA[<p>${WORDS} </p>]]>`;
const START = '<StartingDatePlaces>';
const IMAGES = '<Images/>';
const image = (url: string): string => `<Images><ImageUrl>${url}</ImageUrl></Images>`;
const points = (...each: readonly string[]): string =>
  `<PePoints>${each.map((number) => `<PePoint><Organisation>NBA</Organisation><PointType>PE</PointType><Points>${number}</Points></PePoint>`).join('')}</PePoints>`;
const start = (id: string): string =>
  `<StartingDatePlace><ID>${id}</ID><Startdate>2030-08-13</Startdate><Place>Utrecht</Place><StartdateIsMonthOnly>false</StartdateIsMonthOnly><Enddate>2030-08-13</Enddate><EnddateIsMonthOnly>false</EnddateIsMonthOnly></StartingDatePlace>`;
const seats = (name: string, number: number): string => `<${name}>${number}</${name}>`;
const latin = (feed: string): Uint8Array => Uint8Array.from(feed, (character) => character.charCodeAt(0) & 0xff);

/**
 * What to do about every finding that isn't a word to write instead (those are in `ADVICE`). A code without an entry doesn't
 * compile, which is why this is one long table; a text says why nobody can do it here.
 */
export const OTHER_ADVICE = {
  'not-a-product-feed': swap('<Products>', '<html>', '<Products>'),
  'doctype-refused': swap('<Products>', '<!DOCTYPE Products [<!ENTITY a "b">]>\n<Products>', '<Products>'),
  'encoding-unknown': {
    spoil: (good) => new TextEncoder().encode(good.replace('"UTF-8"', '"klingon"')),
    follow: (feed: Uint8Array) =>
      new TextEncoder().encode(new TextDecoder().decode(feed).replace('"klingon"', '"UTF-8"')),
  },
  'encoding-mismatch': {
    spoil: (good) => new TextEncoder().encode(`\uFEFF${good.replace('"UTF-8"', '"utf-16"')}`),
    follow: (feed: Uint8Array) =>
      new TextEncoder().encode(new TextDecoder().decode(feed).replace('"utf-16"', '"utf-8"')),
  },
  'byte-misread': {
    spoil: (good) => latin(good.replace(/[“”🔥]/gu, '')),
    follow: (feed: Uint8Array) =>
      latin(new TextDecoder('windows-1252').decode(feed).replace('"UTF-8"', '"windows-1252"')),
  },
  'character-cut': {
    spoil: (good) => {
      const bytes = new TextEncoder().encode(good);
      return bytes.filter((_, index) => index !== bytes.indexOf(0xf0) + 3);
    },
    follow: (feed: Uint8Array) =>
      feed.filter((byte, index) => index < feed.indexOf(0xf0) || index > feed.indexOf(0xf0) + 2 || byte < 0),
  },
  'too-many-products': 'a feed of this size takes longer than a test may; limits have tests of their own',
  'too-many-bytes': 'a feed of this size takes longer than a test may; limits have tests of their own',
  'gzip-broken': 'compressing again is done outside the feed',
  'gzip-too-large': 'compressing again is done outside the feed',
  'too-much-work': 'depends on the time that is spent',
  'name-taken': 'is about an import, not about a feed',
  'nothing-deleted': 'is about an import, not about a feed',
  'malformed-xml': swap('<Language>nl</Language>', '<Language note=nl>nl</Language>', '<Language>nl</Language>'),
  'tag-mismatch': swap('<Language>nl</Language>', '<Language>nl</Price>', '<Language>nl</Language>'),
  'product-not-closed': swap(
    '  </Product>\n  <Product>\n    <ID>P-1<',
    '  <Product>\n    <ID>P-1<',
    '  </Product>\n  <Product>\n    <ID>P-1<',
  ),
  'bad-reference': swap('Café &amp; ', 'Café &nosuch; ', 'Café &amp; '),
  'bad-character': swap('Café', 'Caf\u0001', 'Café'),
  'unexpected-end': {
    spoil: (good) => good.replace(/<\/Products>\s*$/, ''),
    follow: (feed: string) => `${feed}</Products>\n`,
  },
  'too-deep': swap(IMAGES, '<Images>'.repeat(80) + '</Images>'.repeat(80), IMAGES),
  'text-too-long': swap('Dag 1', 'x'.repeat(1_100_000), 'Dag 1'),
  'too-many-attributes': swap(
    '<Language>',
    `<Language ${Array.from({ length: 1200 }, (_, index) => `a${index}="x"`).join(' ')}>`,
    '<Language>',
  ),
  'too-many-elements': swap(IMAGES, `<Images>${'<ImageUrl/>'.repeat(60_000)}</Images>`, IMAGES),
  'product-too-long': swap(
    CDATA,
    `<![CDATA[<p>${WORDS.repeat(600)}</p>]]>${`<Teacher>${'x'.repeat(900_000)}</Teacher>`.repeat(12)}`,
    CDATA,
  ),
  'too-many-issues': swap(IMAGES, `${'<Teacher/>'.repeat(1500)}${IMAGES}`, IMAGES),
  'no-products': {
    spoil: () => feedOf(),
    follow: () => feedOf(productXml({})),
  },
  'repeated-element': swap(
    '<Language>nl</Language>',
    '<Language>nl</Language><Language>nl</Language>',
    '<Language>nl</Language>',
  ),
  'cost-unread': {
    spoil: (good) => good.replace(/(<\/?)AdditionalCosts>/g, '$1Kosten>'),
    follow: (feed: string) => feed.replace(/(<\/?)Kosten>/g, '$1AdditionalCosts>'),
  },
  'markup-in-text': swap(CDATA, `<p>${WORDS}</p>`, CDATA),
  'unexpected-text': swap(IMAGES, `zomaar ${IMAGES}`, IMAGES),
  'newer-schema': swap('<ProductType>open<', '<ProductType>classroom<', '<ProductType>open<'),
  'record-left-out': swap('<Startdate>2030-08-13<', '<Startdate>ooit<', '<Startdate>2030-08-13<'),
  'amount-not-decimal': swap('<Price>1250.00<', '<Price>veel<', '<Price>1250.00<'),
  'amount-negative': swap('<Price>1250.00<', '<Price>-5<', '<Price>5.00<'),
  'amount-too-large': swap('<Price>1250.00<', '<Price>99999999999999999999.00<', '<Price>1250.00<'),
  'amount-not-whole-cents': 'comes from programs: what a feed says is rounded before',
  'not-a-number': swap('<Duration>2.5<', '<Duration>lang<', '<Duration>2.5<'),
  'not-a-whole-number': swap(
    '<ProductType>',
    '<MaxParticipants>12.5</MaxParticipants><ProductType>',
    '<MaxParticipants>12</MaxParticipants><ProductType>',
  ),
  'not-true-or-false': swap('<Mandatory>true<', '<Mandatory>misschien<', '<Mandatory>true<'),
  'not-a-date': swap('<Startdate>2030-08-13<', '<Startdate>2030-02-31<', '<Startdate>2030-08-13<'),
  'not-a-time': swap('<StartTime>09:00<', '<StartTime>vroeg<', '<StartTime>09:30<'),
  'legacy-vat-included': swap(
    '<Price>1250.00</Price>\n    <VatIncluded>no<',
    '<Price>1512.50</Price>\n    <VatIncluded>yes<',
    '<Price>1250.00</Price>\n    <VatIncluded>no<',
  ),
  'language-unknown': swap('<Language>nl<', '<Language>qq<', '<Language>nl<'),
  'end-before-start': swap('<Enddate>2030-08-13<', '<Enddate>2030-08-01<', '<Enddate>2030-08-13<'),
  'duplicate-id': swap('<ID>P-1<', '<ID>P-0<', '<ID>P-1<'),
  'duplicate-name': swap('lassen” 🔥 1<', 'lassen” 🔥 0<', 'lassen” 🔥 1<'),
  'duplicate-email': {
    ...trainer('', '', ''),
    spoil: (good) => good.replace('</Trainers>', '<Trainer><Email>kim@lasschool.nl</Email></Trainer></Trainers>'),
    follow: (feed: string) =>
      feed.replace('<Trainer><Email>kim@lasschool.nl</Email></Trainer></Trainers>', '</Trainers>'),
  },
  'id-is-folder': swap('<ID>P-1<', '<ID>..<', '<ID>P-1<'),
  'text-over-limit': swap(
    '<ProductType>',
    `<PriceInfo>${'x'.repeat(251)}</PriceInfo><ProductType>`,
    '<PriceInfo>kort</PriceInfo><ProductType>',
  ),
  'name-has-markup': swap('<Name>Café', '<Name>&lt;b&gt;Café&lt;/b&gt;', '<Name>Café'),
  'text-character-lost': swap('<Name>Café', '<Name>Caf\uFFFD', '<Name>Café'),
  'description-too-short': swap(CDATA, '<![CDATA[<p>Leer lassen.</p>]]>', CDATA),
  'description-few-words': swap(CDATA, `<![CDATA[<p>${WORDS.slice(0, 400)}</p>]]>`, CDATA),
  'description-tags': swap('<![CDATA[<p>In', '<![CDATA[<center>x</center><p>In', '<![CDATA[<p>In'),
  'description-attributes': swap('<![CDATA[<p>In', '<![CDATA[<p class="x">In', '<![CDATA[<p>In'),
  'description-escaped': swap(
    '<![CDATA[<p>In',
    '<![CDATA[<p>&lt;strong&gt;x&lt;/strong&gt;In',
    '<![CDATA[<p><strong>x</strong>In',
  ),
  'study-load-incomplete': swap(
    '<ProductType>',
    '<StudyLoad>8</StudyLoad><ProductType>',
    '<StudyLoad>8</StudyLoad><StudyLoadUnit>hours</StudyLoadUnit><ProductType>',
  ),
  'url-invalid': swap('https://www.lasschool.nl/cursus/0', 'zie de website', 'https://www.lasschool.nl/cursus/0'),
  'url-has-spaces': swap(
    'https://www.lasschool.nl/cursus/0',
    'https://www.lasschool.nl/mijn cursus',
    'https://www.lasschool.nl/mijn-cursus',
  ),
  'url-escaped': swap(
    IMAGES,
    image('https://www.lasschool.nl/een%20foto.jpg'),
    image('https://www.lasschool.nl/een-foto.jpg'),
  ),
  'url-escaped-twice': swap(
    'https://www.lasschool.nl/cursus/0',
    'https://www.lasschool.nl/?a=1&amp;amp;b=2',
    'https://www.lasschool.nl/?a=1&amp;b=2',
  ),
  'url-not-public': swap(
    'https://www.lasschool.nl/cursus/0',
    'https://localhost/cursus',
    'https://www.lasschool.nl/cursus/0',
  ),
  'url-placeholder': swap(
    'https://www.lasschool.nl/cursus/0',
    'https://www.example.com/cursus',
    'https://www.lasschool.nl/cursus/0',
  ),
  'video-host': swap('<VideoEmbed/>', '<VideoEmbed>https://video.lasschool.nl/1</VideoEmbed>', '<VideoEmbed/>'),
  'linkedin-host': trainer(
    '<FirstName>Kim</FirstName>',
    '<LinkedIn>https://www.lasschool.nl/kim</LinkedIn>',
    '<LinkedIn>https://www.linkedin.com/in/kim</LinkedIn>',
  ),
  'email-invalid': swap(
    '<ProductType>',
    '<ContactPerson><Name>Jo</Name><Telephone>1</Telephone><EmailAddress>jo(at)a.nl</EmailAddress></ContactPerson><ProductType>',
    '<ContactPerson><Name>Jo</Name><Telephone>1</Telephone><EmailAddress>jo@a.nl</EmailAddress></ContactPerson><ProductType>',
  ),
  'duplicate-trainer': swap(
    '<ProductType>',
    '<Trainers><Trainer><Email>kim@lasschool.nl</Email></Trainer><Trainer><Email>kim@lasschool.nl</Email></Trainer></Trainers><ProductType>',
    '<Trainers><Trainer><Email>kim@lasschool.nl</Email></Trainer></Trainers><ProductType>',
  ),
  'group-without-sites': swap(
    '<ProductType>open</ProductType>\n    <AllowedSites/>',
    '<ProductType>group</ProductType>\n    <AllowedSites/>',
    '<ProductType>group</ProductType>\n    <AllowedSites><Go>postnl</Go></AllowedSites>',
  ),
  'regions-unused': swap(
    '<ProductType>',
    '<Regions><Region><Country>NL</Country><Name>Utrecht</Name></Region></Regions><ProductType>',
    '<ProductType>',
  ),
  'duplicate-start-id': swap(START, `${START}${start('S-0')}`, `${START}${start('S-9').replaceAll('-13<', '-20<')}`),
  'duplicate-start': swap(START, `${START}${start('S-8')}${start('S-9')}`, `${START}${start('S-8')}`),
  'start-in-past': swap(START, `${START}${start('S-9').replaceAll('2030', '2020')}`, START),
  'day-outside-course': swap('<Date>2030-08-13<', '<Date>2030-09-13<', '<Date>2030-08-13<'),
  'end-time-before-start-time': swap('<EndTime>17:30<', '<EndTime>08:30<', '<EndTime>17:30<'),
  'min-seats-above-max': swap(
    '<StartGuaranteed>',
    `${seats('MinNumberOfSeats', 9)}${seats('MaxNumberOfSeats', 5)}<StartGuaranteed>`,
    `${seats('MinNumberOfSeats', 5)}${seats('MaxNumberOfSeats', 5)}<StartGuaranteed>`,
  ),
  'available-seats-above-max': swap(
    '<StartGuaranteed>',
    `${seats('MaxNumberOfSeats', 5)}${seats('AvailableSeats', 9)}<StartGuaranteed>`,
    `${seats('MaxNumberOfSeats', 9)}${seats('AvailableSeats', 9)}<StartGuaranteed>`,
  ),
  'seats-above-participants': {
    spoil: (good) =>
      good
        .replace('<StartGuaranteed>', `${seats('MaxNumberOfSeats', 9)}<StartGuaranteed>`)
        .replace('<ProductType>', '<MaxParticipants>5</MaxParticipants><ProductType>'),
    follow: (feed: string) => feed.replace('<MaxParticipants>5</MaxParticipants>', ''),
  },
  'no-participants': swap('<ProductType>', '<MaxParticipants>0</MaxParticipants><ProductType>', '<ProductType>'),
  'in-company-price-shown': {
    spoil: (good) =>
      good.replace('<Price>0.00<', '<Price>500.00<').replace('<PriceAgreement>true<', '<PriceAgreement>false<'),
    follow: (feed: string) =>
      feed.replace('<Price>500.00<', '<Price>0.00<').replace('<PriceAgreement>false<', '<PriceAgreement>true<'),
  },
  'one-off-beside-recurring': {
    spoil: (good) => good.replace('<PricePeriod>all<', '<PricePeriod>yearly<'),
    follow: (feed: string) =>
      feed
        .replace('<Price>1250.00<', '<Price>1270.00<')
        .replace(/<AdditionalCost>\s*<Type>lunch[^]*?<\/AdditionalCost>/, ''),
  },
  'cost-type-other-missing': {
    spoil: (good) => good.replace('<TypeOther>Kluisje</TypeOther>', ''),
    follow: (feed: string) => feed.replace('<Type>other</Type>', '<Type>other</Type><TypeOther>Kluisje</TypeOther>'),
  },
  'cost-type-other-unused': swap(
    '<Type>lunch</Type>',
    '<Type>lunch</Type><TypeOther>Soep</TypeOther>',
    '<Type>lunch</Type>',
  ),
  'exempt-price-of-exempt': swap(
    '<VatIncluded>no</VatIncluded>',
    '<VatIncluded>exempt</VatIncluded><PriceExemptAmount>1300.00</PriceExemptAmount>',
    '<VatIncluded>exempt</VatIncluded>',
  ),
  'exempt-cost-unused': swap(
    '<Mandatory>true<',
    '<PriceExemptAmount>22.00</PriceExemptAmount><Mandatory>true<',
    '<Mandatory>true<',
  ),
  'organisation-unlisted': {
    ...swap('<ProductType>', `${points('5')}<ProductType>`, `${points('5').replace('NBA', 'NOvA')}<ProductType>`),
    options: { peOrganisations: [{ id: 'NOvA', name: 'Nederlandse orde van advocaten' }] },
  },
  'point-type-unlisted': {
    ...swap('<ProductType>', `${points('5')}<ProductType>`, `${points('5').replace('>PE<', '>PA<')}<ProductType>`),
    options: { peOrganisations: [{ id: 'NBA', name: 'NBA', pointTypes: ['PA'] }] },
  },
  'points-zero': swap('<ProductType>', `${points('0')}<ProductType>`, `${points('5')}<ProductType>`),
  'duplicate-points': swap('<ProductType>', `${points('5', '5')}<ProductType>`, `${points('5')}<ProductType>`),
  'price-missing': 'a product without Price is told as an element that is missing',
  'price-incomplete': swap('<PriceComplete>true<', '<PriceComplete>false<', '<PriceComplete>true<'),
  'vat-treatment-unknown': 'a feed can only say what the schema knows',
  'period-unknown': 'a feed can only say what the schema knows',
  'vat-missing': {
    spoil: (good) => good.replace('<VatAmount>262.50</VatAmount>', ''),
    follow: (feed: string) => feed.replace('<PricePeriod>', '<VatAmount>262.50</VatAmount><PricePeriod>'),
  },
  'included-vat-missing': {
    spoil: (good) =>
      good.replace(
        '<VatIncluded>no</VatIncluded>\n    <VatAmount>262.50</VatAmount>',
        '<VatIncluded>yes</VatIncluded>',
      ),
    follow: (feed: string) =>
      feed.replace('<VatIncluded>yes</VatIncluded>', '<VatIncluded>yes</VatIncluded><VatAmount>216.94</VatAmount>'),
  },
  'vat-zero': swap('<VatAmount>262.50<', '<VatAmount>0.00<', '<VatAmount>262.50<'),
  'vat-on-exempt': swap(
    '<VatIncluded>no</VatIncluded>',
    '<VatIncluded>exempt</VatIncluded>',
    '<VatIncluded>no</VatIncluded>',
  ),
  'vat-exceeds-amount': swap('<VatAmount>262.50<', '<VatAmount>2625.00<', '<VatAmount>262.50<'),
  'vat-looks-like-percentage': swap('<VatAmount>262.50<', '<VatAmount>21<', '<VatAmount>262.50<'),
  'vat-rate-unusual': swap('<VatAmount>262.50<', '<VatAmount>150.00<', '<VatAmount>262.50<'),
  'exempt-price-missing': 'is about who asks for a price, not about a feed',
  'exempt-amount-missing': swap(
    '<Mandatory>true<',
    '<VATExemptAmount>1.00</VATExemptAmount><Mandatory>true<',
    '<Mandatory>true<',
  ),
  'exempt-amount-includes-vat': {
    spoil: (good) =>
      good
        .replace('<PricePeriod>', '<PriceExemptAmount>1300.00</PriceExemptAmount><PricePeriod>')
        .replace(
          '<Mandatory>true<',
          '<PriceExemptAmount>21.80</PriceExemptAmount><VATExemptAmount>1.80</VATExemptAmount><Mandatory>true<',
        ),
    follow: (feed: string) => feed.replace('<PriceExemptAmount>21.80<', '<PriceExemptAmount>20.00<'),
  },
  'cost-id-duplicate': 'costs of a feed have no ID of their own',
  'selected-cost-unknown': 'is about who asks for a price, not about a feed',
  'discount-not-decimal': 'a percentage of a feed that is no number is told as that',
  'discount-out-of-range': swap('<Percentage>12.5<', '<Percentage>120<', '<Percentage>12.5<'),
  'discount-duplicate': swap(
    '</PriceDiscounts>',
    '<Discount><Go>postnl</Go><Percentage>5</Percentage></Discount></PriceDiscounts>',
    '</PriceDiscounts>',
  ),
} satisfies Record<Exclude<FindingCode, keyof typeof ADVICE>, OtherAdvice | string>;
