import { MARKUP_PROBLEMS } from './markup-problems.js';
import type { ReadingTerms } from '../feed-terms.js';

/** A good feed, in the wrong place. */
const OTHER_FEED: ReadonlyMap<string, string> = new Map([
  ['Trainers', 'This is a trainer feed. Choose the product feed here.'],
  ['Products', 'This is a product feed. Choose the trainer feed here.'],
]);

/** What reading a feed comes across. */
export const reading: ReadingTerms = {
  'not-a-product-feed': {
    title: 'Not a feed',
    sentence: ({ expected, element }) =>
      element === undefined
        ? `This is not an XML feed. Begin the file with <${expected}>.`
        : (OTHER_FEED.get(element) ?? `This feed begins with <${element}>. Begin the file with <${expected}>.`),
  },
  'doctype-refused': {
    title: 'Document type',
    sentence: () => 'A feed with a document type is not read, for safety. Remove the line with <!DOCTYPE.',
  },
  'encoding-unknown': {
    title: 'Unknown character encoding',
    sentence: ({ declared, supported }) =>
      `The character encoding “${declared}” is not supported. Save the file as UTF-8. Supported encodings: ${supported}.`,
  },
  'encoding-invalid-bytes': {
    title: 'Characters do not fit the encoding',
    sentence: ({ offset }, { number }) =>
      `From position ${number(offset)} this file can’t be read as text. Check whether it is the XML feed, and save it as UTF-8.`,
  },
  'too-many-products': {
    title: 'Too many in one feed',
    sentence: ({ limit }, { number }) =>
      `There are more than ${number(limit)} in this feed. Spread them over several feeds.`,
  },
  'too-many-bytes': {
    title: 'File too large',
    sentence: ({ limit }, { number }) =>
      `The file is larger than ${number(limit)} bytes. Spread it over several feeds.`,
  },
  'gzip-broken': {
    title: 'Compressed file damaged',
    sentence: () => 'The compressed (gzip) file is incomplete or damaged. Compress it again, or send it uncompressed.',
  },
  'gzip-too-large': {
    title: 'Compressed file suspicious',
    sentence: ({ limit }, { number }) =>
      `Uncompressed, the file is more than ${number(limit)} times as large, which is unusual for a feed. Send it uncompressed if it is right.`,
  },

  'malformed-xml': {
    title: 'Invalid XML',
    sentence: ({ problem }) => MARKUP_PROBLEMS[problem],
  },
  'tag-mismatch': {
    title: 'End tag does not fit',
    sentence: ({ expected }) =>
      expected === ''
        ? 'This end tag belongs to no start tag. Remove it or add the start tag.'
        : `This end tag does not fit <${expected}>. Close that element first with </${expected}>.`,
  },
  'product-not-closed': {
    title: 'Not closed',
    sentence: ({ element }) =>
      `A next <${element}> begins here while the one before is still open. Close that one first with </${element}>.`,
  },
  'bad-reference': {
    title: 'Plain & sign',
    sentence: ({ reference }) =>
      `“${reference}” does not exist in XML. Write &amp; for an & sign, or put the text in CDATA.`,
  },
  'bad-character': {
    title: 'Character not allowed in XML',
    sentence: () => 'There is a character here that XML does not allow. Remove it.',
  },
  'unexpected-end': {
    title: 'Feed breaks off',
    sentence: () =>
      'The feed stops here in the middle of an element. Export it again, and check that all of it has arrived.',
  },
  'too-deep': {
    title: 'Nested too deeply',
    sentence: ({ limit }, { number }) =>
      `More than ${number(limit)} elements are inside each other here. Check whether every element is closed.`,
  },
  'text-too-long': {
    title: 'Text far too long',
    sentence: ({ limit }, { number }) => `This text is longer than ${number(limit)} characters. Make it shorter.`,
  },
  'too-many-attributes': {
    title: 'Too many attributes',
    sentence: ({ limit }, { number }) =>
      `This element has more than ${number(limit)} attributes. Remove them: the feed knows none.`,
  },
  'too-many-elements': {
    title: 'Too many elements',
    sentence: ({ limit }, { number }) =>
      `There are more than ${number(limit)} elements in here. Spread it over several products.`,
  },
  'product-too-long': {
    title: 'Too long',
    sentence: ({ element, limit }, { number }) =>
      `This <${element}> is longer than ${number(limit)} characters. Make the texts shorter or spread it.`,
  },
  'too-many-issues': {
    title: 'And more',
    sentence: ({ count }, { number }) =>
      `There are ${number(count)} more remarks about this. Solve those above first, and check again.`,
  },

  'no-products': {
    title: 'Empty feed',
    sentence: ({ element }) => `There is no <${element}> at all in this feed. Put in at least one.`,
  },
  'encoding-mismatch': {
    title: 'Other encoding than declared',
    sentence: ({ declared, used }) =>
      `The first line names the encoding “${declared}”, but the file is ${used}. Write encoding="${used}".`,
  },

  'missing-element': {
    title: 'Element missing',
    sentence: ({ element }) => `The required element ${element} is missing. Add it.`,
  },
  'empty-required': {
    title: 'Required and empty',
    sentence: ({ element }) => `The required element ${element} is empty. Fill it in.`,
  },
  'repeated-element': {
    title: 'Element repeated',
    sentence: ({ element }) => `${element} occurs more than once here; only the first one counts. Remove the others.`,
  },
  'markup-in-text': {
    title: 'Markup outside CDATA',
    sentence: ({ element, markup }) =>
      `In ${element} there is the element <${markup}> where only text is allowed. Put the text in <![CDATA[ … ]]>.`,
  },
  'unknown-element': {
    title: 'Unknown element',
    sentence: ({ element }) => `The element ${element} does not belong in the feed and is skipped. Remove it.`,
  },
  'unknown-attribute': {
    title: 'Unknown attribute',
    sentence: ({ element, attribute }) =>
      `The attribute ${attribute} of ${element} does not belong in the feed and is skipped. Remove it.`,
  },
  'unexpected-text': {
    title: 'Text between elements',
    sentence: ({ element }) => `In ${element} there is text between the elements, which is skipped. Remove it.`,
  },
  'element-left-out': {
    title: 'Element left out',
    sentence: ({ element }) =>
      `The element ${element} should be there, even if empty. Write <${element}></${element}>.`,
  },
  'element-spelling': {
    title: 'Element spelled differently',
    sentence: ({ element, use }) => `Write ${use} instead of ${element}.`,
  },
  'newer-schema': {
    title: 'From a newer schema',
    sentence: ({ element, value }) =>
      value === undefined
        ? `${element} exists only since a newer version of the schema. Leave it out if the receiver does not know it.`
        : `${element} “${value}” exists only since a newer version of the schema. Choose another one if the receiver does not know it.`,
  },
  'empty-element': {
    title: 'Empty element',
    sentence: ({ element }) => `${element} is empty. Leave the element out or fill it in.`,
  },
  'empty-value': {
    title: 'Empty element',
    sentence: ({ element }) => `${element} must not be empty. Leave the element out or fill it in.`,
  },

  'unknown-value': {
    title: 'Unknown value',
    sentence: ({ element, value }) => `${element} cannot be “${value}”. Choose a value from the schema.`,
  },
  'unlisted-value': {
    title: 'Value not in the schema',
    sentence: ({ element, value }) =>
      `“${value}” is not in the schema for ${element}. Preferably choose a value from the schema.`,
  },
  'value-spelling': {
    title: 'Value spelled differently',
    sentence: ({ element, value, use }) => `For ${element} write “${use}” instead of “${value}”.`,
  },
  'amount-comma': {
    title: 'Amount with a comma',
    sentence: ({ value, use }) => `The amount “${value}” has a comma. Write ${use}.`,
  },
  'amount-rounded': {
    title: 'Amount rounded',
    sentence: ({ value }) =>
      `The amount “${value}” has more than two digits after the point and was rounded. Write whole cents.`,
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
      `“${value}” is not a whole number, as ${element} must be. Write digits only, such as 12.`,
  },
  'not-true-or-false': {
    title: 'Not true or false',
    sentence: ({ element, value }) => `${element} cannot be “${value}”. Write true or false.`,
  },
  'not-a-date': {
    title: 'Not a date',
    sentence: ({ element, value }) =>
      `“${value}” is not a valid date for ${element}. Write yyyy-mm-dd, such as 2027-03-31.`,
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
};
