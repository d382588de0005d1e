import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Buffer } from '../../../packages/feed/src/bytes/utf8-buffer.js';
import { isUtf8, isUtf8ByHand } from '../../../packages/feed/src/bytes/utf8-validity.js';

const encoder = new TextEncoder();

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes at the borders of what may follow what. */
const byte = fc.constantFrom(
  ...[0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee],
  ...[0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
);
const character = fc.constantFrom('a', ' ', '\n', 'é', '€', '’', '𝄞', '\u07ff', '\uffff', '\u{10ffff}');
const text = (maxLength: number) => fc.array(character, { maxLength }).map((each) => each.join(''));

describe('text as bytes', () => {
  it('is taken for UTF-8 when a decoder takes it', () => {
    let valid = 0;
    fc.assert(
      fc.property(fc.nat(9), fc.array(byte, { maxLength: 5 }), (before, bytes) => {
        const all = new Uint8Array([...new Array<number>(before).fill(0x41), ...bytes]);
        if (decodes(all)) valid += 1;
        for (const judge of [isUtf8, isUtf8ByHand]) {
          expect(judge(all)).toBe(decodes(all));
          // Wherever it is in the memory it is part of.
          expect(judge(new Uint8Array([0xff, ...all]).subarray(1))).toBe(decodes(all));
        }
      }),
      { seed: 4, numRuns: 20_000 },
    );
    expect(valid).toBeGreaterThan(1_000);
  });

  it('can be cut, with few characters beyond ASCII in it and with many', () => {
    fc.assert(
      fc.property(text(20), text(80), text(20), (before, middle, after) => {
        const buffer = new Utf8Buffer();
        buffer.add(encoder.encode(before));
        buffer.takeIn(0);
        buffer.add(encoder.encode(middle + after));
        buffer.takeIn(0);
        expect(buffer.text).toBe(before + middle + after);
        const from = buffer.indexOf(before.length);
        const to = encoder.encode(before + middle).length;
        expect(buffer.slice(from, to)).toBe(middle);
        expect(buffer.offsetOf(to)).toBe(before.length + middle.length);
        expect(buffer.decodeFrom(to)).toBe(after);
      }),
      { seed: 4, numRuns: 2_000 },
    );
  });
});
