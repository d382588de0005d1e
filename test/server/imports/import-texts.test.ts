import { LOCALES } from '@enrollkit/core';
import { expect, it } from 'vitest';
import { describeImportIssue, feedTerms, languageOf } from '../../../packages/server/src/imports/import-texts.js';

it.each(LOCALES)('says no sentence with a hole in it, whatever comes without its values (%s)', (language) => {
  const describe = describeImportIssue(language);
  for (const code of [...Object.keys(feedTerms(language).findings), 'value-too-long', 'feed-status', 'of-no-list']) {
    const sentence = describe({ code, severity: 'error', path: '', params: {} });
    expect(sentence, code).not.toMatch(/undefined|NaN|Invalid Date/);
    expect(sentence.length, code).toBeGreaterThan(8);
  }
});

it('says what is meant where nothing is missing', () => {
  const describe = describeImportIssue(languageOf('en'));
  const noProducts = { code: 'no-products', severity: 'error', path: '', params: { element: 'Product' } } as const;
  expect(describe(noProducts)).toContain('<Product>');
  expect(describe({ code: 'value-too-long', severity: 'error', path: '', params: { max: 255 } })).toContain('255');
});

it.each([
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['fr-BE', 'fr'],
  ['pl, fr;q=0.4, de;q=0.8', 'de'],
  ['pl', 'nl'],
  [undefined, 'nl'],
])('speaks the language that is asked for most, of those that it has: %s', (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});
