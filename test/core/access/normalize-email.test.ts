import { isInScope, normalizeEmail, scopeOf } from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('two spellings of one address are one person', () => {
  expect(normalizeEmail(' Jan.Jansen@Example.NL ')).toBe('jan.jansen@example.nl');
});

test('an address with a letter that only looks like another is another person’s', () => {
  const participant = { email: 'kim@example.nl' };
  const kelvin = scopeOf({ id: 'u1', role: 'participant', email: '\u212Aim@example.nl' });
  const resource = { kind: 'enrollment', enrollmentId: 'e1', participant } as const;
  expect(kelvin && isInScope(kelvin, resource)).toBe(false);
});

test('no address becomes one of the letters a to z that wasn’t', () => {
  const plain = (text: string) => [...text].filter((letter) => /[A-Za-z]/.test(letter)).length;
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (email) => plain(normalizeEmail(email)) === plain(email)));
});
