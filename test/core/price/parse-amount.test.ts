import { formatMinor, hasErrorCode, parseAmount } from '@enrollkit/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('parseAmount reads decimals exactly', () => {
  test.each([
    ['548.79', 54879, false],
    ['0', 0, false],
    ['-0.00', 0, false],
    ['+5', 500, false],
    ['.5', 50, false],
    ['5.', 500, false],
    [' 12.50\n', 1250, false],
    ['0000000000000000000001.10', 110, false],
    ['1.100', 110, false],
    ['1.005', 101, true],
    ['1.0049999999', 100, true],
    ['0.999', 100, true],
    ['8.165', 817, true],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER, false],
  ])('%s is %i cents', (text, minor, rounded) => {
    expect(parseAmount(text)).toEqual({ minor, rounded });
  });

  test.each([
    ['', 'amount-not-decimal'],
    ['.', 'amount-not-decimal'],
    ['12,50', 'amount-not-decimal'],
    ['1.234.50', 'amount-not-decimal'],
    ['1e3', 'amount-not-decimal'],
    ['NaN', 'amount-not-decimal'],
    ['€ 5', 'amount-not-decimal'],
    ['٣', 'amount-not-decimal'],
    ['-0.001', 'amount-negative'],
    ['-5', 'amount-negative'],
    ['90071992547409.92', 'amount-too-large'],
    ['9'.repeat(1_000_000), 'amount-too-large'],
  ])('%.20s is not an amount: %s', (text, code) => {
    expect(parseAmount(text, 'price')).toMatchObject({ issue: { code, severity: 'error', path: 'price' } });
  });
});

test('any number of decimals rounds half-up, as exact fractions do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.stringMatching(/^\d{0,12}$/), (whole, fraction) => {
      const scale = 10n ** BigInt(fraction.length);
      const value = BigInt(whole) * scale + BigInt(fraction || '0');
      const expected = (200n * value + scale) / (2n * scale);
      expect(parseAmount(`${whole}.${fraction}`)).toMatchObject({ minor: Number(expected) });
    }),
  );
});

test('formatMinor writes what parseAmount reads back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (minor) => {
      expect(parseAmount(formatMinor(minor))).toEqual({ minor, rounded: false });
    }),
  );
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [50, '0.50'],
  [54879, '548.79'],
  [-5, '-0.05'],
])('formatMinor(%i) is %s', (minor, text) => expect(formatMinor(minor)).toBe(text));

test('formatMinor refuses what isn’t whole cents', () => {
  for (const wrong of [1.5, NaN, 2 ** 53]) {
    const attempt = () => formatMinor(wrong);
    expect(attempt).toThrow();
    try {
      attempt();
    } catch (error) {
      expect(hasErrorCode(error, 'invalid')).toBe(true);
    }
  }
});
