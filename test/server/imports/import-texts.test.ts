import { expect, it } from 'vitest';
import { describeImportIssue, feedTerms, languageOf } from '../../../packages/server/src/imports/import-texts.js';

const LANGUAGES = ['nl', 'en'] as const;

it.each(LANGUAGES)('says no sentence with a hole in it, whatever comes without its values (%s)', (language) => {
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
