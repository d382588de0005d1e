import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCamelKeys, toSnakeKeys } from '../../../packages/core/src/wire/keys.js';

it('renames at every depth and leaves values as they are', () => {
  const record = { validFrom: 'validFrom', files: [{ mediaType: null }, 3, ['someText']], none: undefined };
  const wire = { valid_from: 'validFrom', files: [{ media_type: null }, 3, ['someText']], none: undefined };
  expect(toSnakeKeys(record)).toStrictEqual(wire);
  expect(toCamelKeys(wire)).toStrictEqual(record);
});

it('takes any name that JSON can have for a name, however many there were before', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf'));
  fc.assert(
    fc.property(fc.dictionary(name, fc.integer()), (made) => {
      const read = JSON.parse(JSON.stringify(made)) as Record<string, number>;
      // One by one, as nothing but the standard library does it.
      const expected = Object.fromEntries(
        Object.entries(read).map(([key, value]) => [
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      );
      const renamed = toSnakeKeys(read);
      expect(Object.entries(renamed)).toEqual(Object.entries(expected));
      expect(Object.getPrototypeOf(renamed)).toBe(Object.prototype);
    }),
    { numRuns: 500 },
  );
});
