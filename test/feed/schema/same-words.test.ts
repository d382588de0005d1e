import { existsSync, readFileSync } from 'node:fs';
import { ADDITIONAL_COST_TYPES } from '@enrollkit/core';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import * as words from '../../../packages/feed/src/schema/schema-words.js';

const OFFICIAL = new URL('../../../../shared/reference/product_2_1.xsd', import.meta.url);
const OWN = new URL('../../../packages/feed/schema/product.xsd', import.meta.url);
const skipped = existsSync(OFFICIAL) ? '' : ' (skipped: ../shared/reference is not here)';
const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };

/** Which words a schema has for an element, wherever it declares them. */
function wordsOf(schema: URL, element: string): readonly string[] {
  const document = XmlDocument.fromBuffer(readFileSync(schema));
  const declared = `//xs:element[@name='${element}']`;
  const found = document.find(
    `${declared}//xs:enumeration/@value | //xs:simpleType[@name = ${declared}/@type]//xs:enumeration/@value`,
    XS,
  );
  const unique = new Set(found.map(({ content }) => content));
  document.dispose();
  return [...unique].sort();
}

const LISTS: readonly [element: string, list: readonly string[]][] = [
  ['CourseType', words.COURSE_TYPES],
  ['PricePeriod', words.PRICE_PERIODS],
  ['DurationUnit', words.DURATION_UNITS],
  ['Level', words.LEVELS],
  ['Purpose', words.PURPOSES],
  ['Placement', words.PLACEMENTS],
  ['Type', ADDITIONAL_COST_TYPES],
  ['VatIncluded', ['no', 'exempt']],
  ['Mandatory', ['true', 'false']],
  ['PriceComplete', ['true']],
];

describe('the words of our schema', () => {
  it.each([...LISTS, ['ProductType', [...words.PRODUCT_TYPES, words.NEWER_PRODUCT_TYPE]] as const])(
    'are those of the reader: %s',
    (element, list) => {
      expect(wordsOf(OWN, element)).toEqual([...list].sort());
    },
  );
});

describe.skipIf(skipped !== '')(`the words of the official schema${skipped}`, () => {
  it.each([...LISTS, ['ProductType', words.PRODUCT_TYPES] as const])('are those of the reader: %s', (element, list) => {
    expect(wordsOf(OFFICIAL, element)).toEqual([...list].sort());
  });
});
