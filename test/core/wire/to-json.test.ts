import { toJson } from '@enrollkit/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

const HELPFUL = [Array, String, Number, Boolean, Object] as const;

afterEach(() => {
  for (const { prototype } of HELPFUL) Reflect.deleteProperty(prototype, 'toJSON');
});

describe('toJson', () => {
  test('writes what JSON.stringify writes, and so it does where a library taught arrays and texts otherwise', () => {
    const data = fc.oneof(
      fc.jsonValue(),
      fc.record({ at: fc.date({ noInvalidDate: true }), list: fc.array(fc.jsonValue()) }),
    );
    fc.assert(
      fc.property(data, (value) => {
        const expected = JSON.stringify(value);
        expect(toJson(value)).toBe(expected);
        for (const { prototype } of HELPFUL) Object.assign(prototype, { toJSON: () => 'spoiled' });
        const written = toJson(value);
        for (const { prototype } of HELPFUL) Reflect.deleteProperty(prototype, 'toJSON');
        expect(written).toBe(expected);
      }),
    );
  });

  test('leaves out what has no value', () => {
    expect(toJson({ a: undefined, b: [undefined], c: 1 })).toBe('{"b":[null],"c":1}');
  });
});
