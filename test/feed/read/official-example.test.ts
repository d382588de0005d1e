import { existsSync, readFileSync } from 'node:fs';
import { calculatePrice } from '@enrollkit/core';

import { describe, expect, it } from 'vitest';
import { readAll } from './read-all.js';

const example = new URL('../../../../shared/reference/product_example_2_1.xml', import.meta.url);
const skipped = existsSync(example) ? '' : ' (skipped: ../shared/reference is not here)';

describe.skipIf(skipped !== '')(`the official example feed${skipped}`, () => {
  it('is priced at 548.79, and at 571.00 for buyers who may buy exempt from VAT', async () => {
    const entries = await readAll(readFileSync(example));
    expect(entries).toHaveLength(1);
    const product = entries[0]?.product;
    if (!product) throw new Error('no product');
    const price = calculatePrice(product);
    expect(price.totalMinor).toBe(54879);
    expect(price.exemptTotalMinor).toBe(57100);
  });
});
