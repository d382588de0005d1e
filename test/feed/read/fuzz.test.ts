import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { EnrollkitError } from '@enrollkit/core';
import { checkProducts, DEFAULT_READ_LIMITS, type CheckedEntry, type FeedSource } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';

const MUTATIONS = 200;
const NASTY = [
  ...['<', '>', '&', '"', "'", '=', '/', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE x [', '&x;', '&#0;'],
  ...[
    '<Product>',
    '</Product>',
    '<Product',
    '</Products>',
    '<Products>',
    '\r',
    '\r\n',
    '\n',
    '\0',
    '\uFEFF',
    '\uFFFF',
    '𝄞',
  ],
  ...[
    '__proto__',
    '<__proto__>',
    '<constructor/>',
    ' a="1"',
    '-1',
    '9'.repeat(400),
    ' '.repeat(5_000),
    '<a>'.repeat(40),
  ],
].map((text) => new TextEncoder().encode(text));

/** The same numbers on every machine. Source: mulberry32. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  return Uint8Array.of(...bytes.subarray(0, at), ...added, ...bytes.subarray(at + removed));
}

function mutate(original: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = original;
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const at = random(bytes.length + 1);
    const from = random(bytes.length);
    const ways = [
      () => splice(bytes, at, 1, Uint8Array.of(random(256))),
      () => splice(bytes, at, 1 + random(200), new Uint8Array(0)),
      () => splice(bytes, at, 0, bytes.subarray(from, from + random(300))),
      () => splice(bytes, at, random(3), NASTY[random(NASTY.length)] ?? new Uint8Array(0)),
      () => splice(bytes, at, random(3), NASTY[random(NASTY.length)] ?? new Uint8Array(0)),
    ];
    bytes = ways[random(ways.length)]?.() ?? bytes;
  }
  return bytes;
}

async function* inPieces(bytes: Uint8Array, random: (below: number) => number) {
  const longest = 1 + random(400);
  let length: number;
  for (let at = 0; at < bytes.length; at += length) {
    length = 1 + random(longest);
    yield bytes.subarray(at, at + length);
  }
}

/** Everything that comes of checking a feed: entries, and the finding that ended it. */
async function outcome(source: FeedSource): Promise<readonly unknown[]> {
  const entries: CheckedEntry[] = [];
  try {
    for await (const entry of checkProducts(source, { today: '2026-09-01' })) entries.push(entry);
    return entries;
  } catch (error) {
    if (!(error instanceof EnrollkitError)) throw error;
    return [...entries, { code: error.code, issues: error.issues }];
  } finally {
    for (const { issues } of entries) expect(issues.length).toBeLessThan(3 * DEFAULT_READ_LIMITS.issuesPerProduct);
  }
}

describe('a feed that was damaged at random', () => {
  const full = readFileSync(new URL('../golden/full-product.xml', import.meta.url), 'utf8');
  const product = full.slice(full.indexOf('<Product>'), full.lastIndexOf('</Products>'));
  const original = new TextEncoder().encode(full.replace(product, `${product}\n<!-- é -->${product}`));

  it(`gives the same in any pieces, never anything but findings and errors of the kit, ${MUTATIONS} times`, async () => {
    const random = numbers(20_260_901);
    let unread = 0;
    for (let time = 0; time < MUTATIONS; time += 1) {
      const bytes = mutate(original, random);
      const whole = await outcome(bytes);
      const pieces = await outcome(inPieces(bytes, random));
      expect(pieces, `mutation ${time}`).toEqual(whole);
      if (whole.some((entry) => !(entry as CheckedEntry).product)) unread += 1;
    }
    expect(unread).toBeGreaterThan(MUTATIONS / 10);
  });

  it('gives findings and errors of the kit only when it was packed', async () => {
    const random = numbers(7);
    const packed = new Uint8Array(gzipSync(original));
    for (let time = 0; time < 100; time += 1) {
      const bytes = mutate(packed, random);
      if (bytes[0] === 0x1f && bytes[1] === 0x8b) expect((await outcome(bytes)).length).toBeGreaterThan(0);
    }
  });
});
