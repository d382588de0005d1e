import { checkProducts } from '@enrollkit/feed';
import { expect, it } from 'vitest';
import { feedOf, productXml } from './product-xml.js';

const FEED = feedOf(
  ...Array.from({ length: 500 }, (_, index) => productXml({ ID: `P${index}`, Name: `Cursus ${index}` })),
);

/** Checks with a clock that goes on by so much whenever it is asked. */
async function checkWith(stepMs: number, leastMs: number): Promise<number> {
  let time = 0;
  const budget = { now: () => (time += stepMs), leastMs, msPerMegabyte: 0 };
  let products = 0;
  for await (const { product } of checkProducts(FEED, { today: '2027-01-01', budget })) products += product ? 1 : 0;
  return products;
}

it('ends with a sentence when a feed takes far more time than its length explains, after what was read', async () => {
  await expect(checkWith(10_000, 15_000)).rejects.toMatchObject({
    code: 'invalid',
    issues: [{ code: 'too-much-work', params: { seconds: 20 } }],
  });
});

it('reads to the end within its budget', async () => {
  expect(await checkWith(10, 60_000)).toBe(500);
});
