import { MARKUP_PROBLEMS, REFERENCE_PROBLEMS } from './markup-problems.js';
import type { ReadingTerms } from '../feed-terms.js';

/** A good feed, in the wrong place. */
const OTHER_FEED: ReadonlyMap<string, string> = new Map([
  ['Trainers', 'This is a trainer feed. Choose the product feed here.'],
  ['Products', 'This is a product feed. Choose the trainer feed here.'],
  [
    'html',
    'This is a web page, perhaps for signing in or with an error message. Choose the address or file of the feed itself.',
  ],
]);

/** What reading a feed comes across. */
export const reading: ReadingTerms = {
  'not-a-product-feed': {
    title: 'Not a feed',
    sentences: {
      root: ({ expected, element = '' }) =>
        OTHER_FEED.get(element) ?? `This feed begins with <${element}>. Begin the file with <${expected}>.`,
      nothing: ({ expected }) => `The file is empty. Begin the file with <${expected}>.`,
      json: ({ expected }) => `This is JSON, and a feed is XML. Begin the file with <${expected}>.`,
      'no-xml': ({ expected }) => `This is not an XML feed. Begin the file with <${expected}>.`,
    },
  },
  'doctype-refused': {
    title: 'Document type',
    sentence: () => 'For safety, a feed with a document type is not read. Remove the line with <!DOCTYPE.',
  },
  'encoding-unknown': {
    title: 'Unknown character encoding',
    sentence: ({ declared, supported }) =>
      `The character encoding “${declared}” is not supported. Save the file as UTF-8. Supported encodings: ${supported}.`,
  },
  'too-many-products': {
    title: 'Too many in one feed',
    sentence: ({ limit }, { number }) =>
      `This feed has more than ${number(limit)} of them. Spread them over several feeds.`,
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
  'too-much-work': {
    title: 'Takes too long',
    sentence: ({ seconds }, { number }) =>
      `After ${number(seconds)} seconds of work the rest was left unread: this is far more than a usual feed of this size takes. Spread it over several feeds, or look for what keeps repeating in it.`,
  },

  'malformed-xml': {
    title: 'Invalid XML',
    sentences: MARKUP_PROBLEMS,
  },
  'tag-mismatch': {
    title: 'End tag does not match',
    sentence: ({ expected }) =>
      expected === ''
        ? 'This end tag belongs to no start tag. Remove it or add the start tag.'
        : `This end tag does not match <${expected}>. Close that element first with </${expected}>.`,
  },
  'product-not-closed': {
    title: 'Not closed',
    sentence: ({ element }) =>
      `Another <${element}> begins here while the previous one is still open. Close that one first with </${element}>.`,
  },
  'bad-reference': {
    title: 'Reference that does not exist',
    sentences: REFERENCE_PROBLEMS,
  },
  'reference-spelling': {
    title: 'Character that XML writes differently',
    sentences: REFERENCE_PROBLEMS,
  },
  'before-declaration': {
    title: 'Something before the XML declaration',
    sentences: {
      space: () => 'There is white space before <?xml …?>, so many programs can’t read the file. Remove it.',
      mark: () => 'There is one byte order mark too many at the start of the file. Save it as UTF-8 with one or none.',
      both: () =>
        'There are byte order marks and white space before <?xml …?>, so many programs can’t read the file. Remove them.',
      comment: () => 'There is a comment before <?xml …?>, so many programs can’t read the file. Move it after that.',
      text: ({ text }) =>
        `There is something before the start of the feed that does not belong there: “${text}”. Remove it; it often comes from the program that makes the feed.`,
    },
  },
  'byte-misread': {
    title: 'Windows-1252 instead of UTF-8',
    sentence: ({ element, byte, character }) =>
      `This file is Windows-1252, but says it is UTF-8: in ${element} there is the byte ${byte}, which was read as “${character}”. Save the file as UTF-8, or begin it with <?xml version="1.0" encoding="windows-1252"?>.`,
  },
  'character-cut': {
    title: 'Part of a character',
    sentence: ({ element, byte }) =>
      `In ${element} there is only a part of a character (byte ${byte}): a text was cut in the middle of one. Write the whole character, or remove it.`,
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
      `More than ${number(limit)} elements are nested inside each other here. Check whether every element is closed.`,
  },
  'text-too-long': {
    title: 'Text far too long',
    sentence: ({ limit }, { number }) => `This text is longer than ${number(limit)} characters. Make it shorter.`,
  },
  'too-many-attributes': {
    title: 'Too many attributes',
    sentence: ({ limit }, { number }) =>
      `This element has more than ${number(limit)} attributes. Remove them: a feed has none.`,
  },
  'too-many-elements': {
    title: 'Too many elements',
    sentence: ({ limit }, { number }) =>
      `There are more than ${number(limit)} elements in here. Spread them over several products.`,
  },
  'product-too-long': {
    title: 'Too long',
    sentence: ({ element, limit }, { number }) =>
      `This <${element}> is longer than ${number(limit)} characters. Make the texts shorter, or split it up.`,
  },
  'too-many-issues': {
    title: 'And more',
    sentence: ({ count }, { number }) =>
      `There ${count === 1 ? 'is 1 more finding' : `are ${number(count)} more findings`} about this. Deal with those above first, and check again.`,
  },

  'no-products': {
    title: 'Empty feed',
    sentence: ({ element }) => `There is not a single <${element}> in this feed. Add at least one.`,
  },
  'encoding-mismatch': {
    title: 'Encoding differs from declared',
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
        ? `${element} only exists in a newer version of the schema. Leave it out if the receiver does not know it.`
        : `${element} “${value}” only exists in a newer version of the schema. Choose another one if the receiver does not know it.`,
  },
  'empty-element': {
    title: 'Empty element',
    sentence: ({ element }) => `${element} is empty. Leave the element out or fill it in.`,
  },
  'empty-value': {
    title: 'Empty element',
    sentence: ({ element }) => `${element} must not be empty. Leave the element out or fill it in.`,
  },
  'value-needed': {
    title: 'Value missing',
    sentence: ({ element, around }) =>
      `${element} has no value here, but needs one. Fill it in${around === undefined ? '' : `, or leave ${around} out`}.`,
  },
  'cost-unread': {
    title: 'Cost not read',
    sentence: ({ element, use }) =>
      `${element} is in an element that is not read, so the total would be too low. Put it in <${use}>.`,
  },
  'element-outside': {
    title: 'Element outside its list',
    sentence: ({ element, use }) => `${element} is not inside ${use}, but was read anyway. Put it in <${use}>.`,
  },
  'record-left-out': {
    title: 'Left out because of an error',
    sentence: ({ element }) =>
      `This ${element} contains an error and is left out. The product is imported without it. Correct the error.`,
  },
};
