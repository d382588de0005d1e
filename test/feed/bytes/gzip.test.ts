import { gzipSync } from 'node:zlib';
import { hasErrorCode } from '@enrollkit/core';
import { readProducts, type FeedSource, type ReadProductsOptions, type ReadProgress } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../read/product-xml.js';
import { readAll } from '../read/read-all.js';

const FEED = feedOf(...Array.from({ length: 2_000 }, (_, index) => productXml({ ID: `P-${index}` })));
const PACKED = new Uint8Array(gzipSync(FEED));

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function refusal(source: FeedSource, options?: ReadProductsOptions): Promise<string | undefined> {
  const error: unknown = await readAll(source, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!hasErrorCode(error, 'invalid')) throw new Error('It was read', { cause: error });
  return error.issues[0]?.code;
}

/** A feed of gigabytes, packed, as it comes out of a packer. */
function bomb(megabytes: number): Uint8Array {
  const spaces = new Uint8Array(gzipSync(`<Products>${' '.repeat(megabytes * 1e6)}`));
  return spaces;
}

describe('a feed packed with gzip', () => {
  it('is read as if it were not, in whatever pieces it comes', async () => {
    const expected = await readAll(FEED);
    expect(await readAll(PACKED)).toEqual(expected);
    expect(await readAll(new Blob([PACKED]))).toEqual(expected);
    expect(await readAll(inPieces(PACKED, 1))).toEqual(expected);
    expect(await readAll(inPieces(PACKED, 1_000))).toEqual(expected);
  });

  it('tells how much of the packed file was read', async () => {
    const progress: ReadProgress[] = [];
    await readAll(PACKED, { onProgress: (each) => progress.push(each) });
    expect(progress.at(-1)).toEqual({ read: PACKED.length, total: PACKED.length });
  });

  it('is read when it was packed part by part', async () => {
    const half = FEED.length / 2;
    const parts = [FEED.slice(0, half), FEED.slice(half)].map((part) => gzipSync(part));
    expect(await readAll(new Uint8Array(Buffer.concat(parts)))).toEqual(await readAll(FEED));
  });

  it('that is cut off is refused, after the products before the cut', async () => {
    for (const length of [2, 3, 10, 20, PACKED.length >> 1, PACKED.length - 8, PACKED.length - 1]) {
      expect(await refusal(PACKED.slice(0, length)), `cut off after ${length} bytes`).toBe('gzip-broken');
    }
    const ids: string[] = [];
    await expect(async () => {
      for await (const { product } of readProducts(PACKED.slice(0, PACKED.length - 8))) ids.push(product?.id ?? '');
    }).rejects.toMatchObject({ code: 'invalid' });
    expect(ids[0]).toBe('P-0');
  });

  it('that is damaged is refused', async () => {
    const damaged = PACKED.slice();
    damaged.fill(0x55, damaged.length >> 1, (damaged.length >> 1) + 50);
    expect(await refusal(damaged)).toBe('gzip-broken');
    expect(await refusal(Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))).toBe('gzip-broken');
    const wrongSum = PACKED.slice();
    wrongSum.fill(0, wrongSum.length - 8, wrongSum.length - 4);
    expect(await refusal(wrongSum)).toBe('gzip-broken');
  });

  it('that unpacks to far more than any feed does is stopped early', async () => {
    const packed = bomb(60);
    let read = 0;
    const code = await refusal(inPieces(packed, 1_024), {
      limits: { textLength: Infinity },
      onProgress: (progress) => (read = progress.read),
    });
    expect(code).toBe('gzip-too-large');
    expect(read).toBeLessThan(packed.length);
  });

  it('counts as many bytes as it unpacks to', async () => {
    expect(await refusal(PACKED, { limits: { bytes: PACKED.length } })).toBe('too-many-bytes');
    expect(await readAll(PACKED, { limits: { bytes: FEED.length } })).toHaveLength(2_000);
  });

  it.each([
    ['nothing', '', 'not-a-product-feed'],
    ['a text', 'Not found', 'not-a-product-feed'],
    ['another document', '<Trainers></Trainers>', 'not-a-product-feed'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-a-product-feed'],
  ])('that holds %s is refused as the same without packing', async (_what, content, code) => {
    expect(await refusal(content)).toBe(code);
    expect(await refusal(new Uint8Array(gzipSync(content)))).toBe(code);
  });

  it('is unpacked once: what is packed twice is no text', async () => {
    expect(await refusal(new Uint8Array(gzipSync(PACKED)))).toBe('not-a-product-feed');
  });

  it('lets go of its source when it is aborted or left, even while the source hangs', async () => {
    for (const how of ['abort', 'leave']) {
      const seen = { cancelled: false };
      const source = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(PACKED.slice(0, -8)),
        cancel: () => {
          seen.cancelled = true;
        },
      });
      const controller = new AbortController();
      let products = 0;
      const reading = (async () => {
        for await (const { product } of readProducts(source, { signal: controller.signal })) {
          products += product ? 1 : 0;
          if (products < 100) continue;
          if (how === 'leave') break;
          controller.abort();
        }
      })();
      if (how === 'abort') await expect(reading).rejects.toMatchObject({ code: 'aborted' });
      else await reading;
      expect(seen.cancelled).toBe(true);
    }
  });
});
