import { expect, it } from 'vitest';
import { binaryText, characters } from '../../../../packages/core/src/certificate/files/binary-text.js';

it('has one character for each byte, in Node and anywhere else', () => {
  // More than one step, and a part of a buffer that others share.
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7) % 256).subarray(3);
  const expected = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  expect(binaryText(bytes)).toBe(expected);
  expect(characters(bytes)).toBe(expected);
  expect(binaryText(new Uint8Array())).toBe('');
});
