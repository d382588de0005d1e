import { readFileSync } from 'node:fs';
import { hasErrorCode } from '@enrollkit/core';
import { readProducts, type ReadProgress } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from './product-xml.js';
import { readAll } from './read-all.js';

const FEED = feedOf(...Array.from({ length: 500 }, (_, index) => productXml({ ID: `P-${index}` })));
const BYTES = new TextEncoder().encode(FEED);

/** A source that says what was asked of it, and never ends by itself when `hangs`. */
function watchedStream({ hangs = false } = {}) {
  const seen = { cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(BYTES);
      if (!hangs) controller.close();
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { stream, seen };
}

describe('reading a feed', () => {
  it('stops when it is aborted, even while it waits for a source that hangs, and lets go of the source', async () => {
    const { stream, seen } = watchedStream({ hangs: true });
    const controller = new AbortController();
    let products = 0;
    const reading = (async () => {
      for await (const { product } of readProducts(stream, { signal: controller.signal })) {
        products += product ? 1 : 0;
        if (products === 500) queueMicrotask(() => controller.abort(new Error('enough')));
      }
    })();
    const error: unknown = await reading.catch((thrown: unknown) => thrown);
    expect(hasErrorCode(error, 'aborted')).toBe(true);
    expect((error as Error).cause).toEqual(new Error('enough'));
    expect(products).toBe(500);
    expect(seen.cancelled).toBe(true);
  });

  it('does not start when it was aborted before', async () => {
    const { stream, seen } = watchedStream();
    await expect(readAll(stream, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    expect(seen.cancelled || !stream.locked).toBe(true);
  });

  it('lets go of the source when whoever reads has seen enough', async () => {
    const { stream, seen } = watchedStream({ hangs: true });
    for await (const { product } of readProducts(stream)) {
      expect(product?.id).toBe('P-0');
      break;
    }
    expect(seen.cancelled).toBe(true);
  });

  it('passes on what goes wrong in the source, after the products that came before', async () => {
    async function* breaking() {
      yield BYTES.subarray(0, BYTES.length / 2);
      throw new TypeError('network');
    }
    let products = 0;
    await expect(async () => {
      for await (const { product } of readProducts(breaking())) products += product ? 1 : 0;
    }).rejects.toThrow(new TypeError('network'));
    expect(products).toBeGreaterThan(200);
  });

  it('tells how far it is', async () => {
    const progress: ReadProgress[] = [];
    await readAll(new Blob([BYTES]), { onProgress: (each) => progress.push(each) });
    expect(progress.at(-1)).toEqual({ read: BYTES.length, total: BYTES.length });
    expect(progress.every(({ read }, index) => read > (progress[index - 1]?.read ?? 0))).toBe(true);
  });

  it('tells no total when the source has none', async () => {
    const progress: ReadProgress[] = [];
    await readAll(watchedStream().stream, { onProgress: (each) => progress.push(each) });
    expect(progress.at(-1)).toEqual({ read: BYTES.length });
  });

  it('gives every field of a product, as in the golden file', async () => {
    const folder = new URL('../golden/', import.meta.url);
    const [entry, ...others] = await readAll(readFileSync(new URL('full-product.xml', folder)));
    expect(others).toEqual([]);
    const golden: unknown = JSON.parse(readFileSync(new URL('full-product.json', folder), 'utf8'));
    expect({ product: entry?.product, issues: entry?.issues }).toStrictEqual(golden);
  });
});
