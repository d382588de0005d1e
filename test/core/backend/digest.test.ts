import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../../../packages/core/src/backend/digest.js';

test('two requests with their properties in another order are one request', () => {
  expect(digest({ a: 1, b: { c: [1, 2], d: 'x' } })).toBe(digest({ b: { d: 'x', c: [1, 2] }, a: 1 }));
});

test('a property that holds undefined is an absent one', () => {
  expect(digest({ a: 1, b: undefined })).toBe(digest({ a: 1 }));
});

test('requests that differ anywhere are told apart', () => {
  const words = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 200 });
  fc.assert(fc.property(words, (all) => new Set(all.map((word) => digest([word]))).size === all.length));
  expect(digest([1, 2])).not.toBe(digest([2, 1]));
  expect(digest({ a: '1' })).not.toBe(digest({ a: 1 }));
});
