import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Product } from '@enrollkit/core';
import { checkProducts, formatFeed, writeProducts } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { schemaJudge } from '../schema/judges.js';
import { written } from '../write/written.js';
import { offeredProduct } from './offer.js';
import { bytesOf, SLIPS } from './slips.js';

const PRODUCTS = 40;
const OFFICIAL = fileURLToPath(new URL('../../../../shared/reference/product_2_1.xsd', import.meta.url));
const schemas: Readonly<Record<string, Uint8Array>> = {
  own: readFileSync(new URL('../../../packages/feed/schema/product.xsd', import.meta.url)),
  ...(existsSync(OFFICIAL) && { official: readFileSync(OFFICIAL) }),
};
const judge = schemaJudge(schemas);

/** Numbers that are the same in every run. Source: mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function goodFeed(): Promise<string> {
  const products = Array.from({ length: PRODUCTS }, (_, index) => offeredProduct(index)) as Product[];
  return (await written(writeProducts(products))).xml;
}

/** A feed with so many slips, at most one of each kind in a product. */
function withSlips(
  feed: string,
  count: number,
  seed: number,
): { readonly feed: string; readonly made: readonly string[] } {
  const next = numbersFrom(seed);
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(next() * choices.length)] as Choice;
  const parts = feed.split(/(?=<Product>)/);
  const made = new Set<string>();
  while (made.size < count) {
    const at = 1 + Math.floor(next() * PRODUCTS);
    const kind = pick(Object.keys(SLIPS));
    const before = parts[at] ?? '';
    const after = made.has(`${kind} ${at}`) ? before : (SLIPS[kind]?.(before, pick) ?? before);
    parts[at] = after;
    if (after !== before) made.add(`${kind} ${at}`);
  }
  const start = pick(['\n', '\uFEFF\uFEFF', ' \r\n', '']);
  return { feed: start + parts.join(''), made: [...made] };
}

describe('a feed with a hundred slips', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'comes back from format as it was meant, valid under both schemas: %d',
    async (seed) => {
      const good = await goodFeed();
      const { feed, made } = withSlips(good, 100, seed);
      const { xml, summary } = await written(formatFeed(bytesOf(feed)));
      expect({ ...summary, repaired: {} }, made.join('\n')).toMatchObject({ written: PRODUCTS, leftOut: 0, lost: 0 });
      expect(xml).toBe(good);
      expect(judge(new TextEncoder().encode(xml))).toEqual(
        Object.fromEntries(Object.keys(schemas).map((name) => [name, []])),
      );
    },
  );

  it('is told about each of them, and none is an error', async () => {
    const { feed, made } = withSlips(await goodFeed(), 100, 9);
    let errors = 0;
    let warnings = 0;
    for await (const { issues } of checkProducts(bytesOf(feed), { today: '2026-11-29' })) {
      for (const { severity } of issues) {
        if (severity === 'error') errors += 1;
        else warnings += 1;
      }
    }
    expect(errors).toBe(0);
    expect(warnings).toBeGreaterThan(made.length * 0.9);
  });

  it.each(Object.keys(SLIPS))('each of which is repaired by itself: %s', async (kind) => {
    const good = await goodFeed();
    const spoilt = good
      .split(/(?=<Product>)/)
      .map((xml) => SLIPS[kind]?.(xml, (choices) => choices[0] as never) ?? xml);
    expect(spoilt.join('')).not.toBe(good);
    const { xml, summary } = await written(formatFeed(bytesOf(spoilt.join(''))));
    expect(xml).toBe(good);
    expect(summary.lost + summary.leftOut).toBe(0);
  });
});
