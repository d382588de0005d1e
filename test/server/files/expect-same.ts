import { expect } from 'vitest';
import { sha256Of } from './bytes.js';

/** Compares many bytes without printing them. */
export function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect({ length: actual.length, sha256: sha256Of(actual) }).toEqual({
    length: expected.length,
    sha256: sha256Of(expected),
  });
}
