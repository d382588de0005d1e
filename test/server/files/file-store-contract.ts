import { Readable } from 'node:stream';
import { EnrollkitError, type Binary } from '@enrollkit/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerFileStore } from '../../../packages/server/src/files/server-file-store.js';
import type { Spool, SpooledFile } from '../../../packages/server/src/files/spool.js';
import { bytesOf, drain, sha256Of, someBytes } from './bytes.js';
import { expectSame } from './expect-same.js';

/** A file store to test, with a spool that feeds it. */
export interface FileStoreWorld {
  readonly files: ServerFileStore;
  readonly spool: Spool;
  /** Names of all that is there, whole or not. */
  everything(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const NO_HASHES = ['', '..', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${'a'.repeat(64)}\n`, '%2e%2e'];

/** What every file store must do. The same list runs over disk and S3. */
export function describeFileStore(name: string, open: () => Promise<FileStoreWorld>): void {
  describe(`files on ${name}`, () => {
    let world: FileStoreWorld;
    let seed = 100;
    const fresh = (size = 3000): Uint8Array<ArrayBuffer> => someBytes(size, (seed += 1));
    const receive = (bytes: Uint8Array): Promise<SpooledFile> =>
      world.spool.receive(Readable.from([bytes]), { name: 'diploma.pdf', maxBytes: 100_000_000 });

    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());

    it('gives back the bytes that were staged, under their hash', async () => {
      const bytes = fresh();
      const staged = await world.files.stage(new Blob([bytes]));
      expect(staged).toMatchObject({ sha256: sha256Of(bytes), sizeBytes: bytes.length });
      const content = await world.files.open(staged.sha256);
      expect(content?.size).toBe(bytes.length);
      expectSame(await bytesOf(content), bytes);
      expect(await world.files.has(staged.sha256)).toBe(true);
    });

    it('takes a file that came in, and leaves nothing in the spool', async () => {
      const bytes = fresh(300_000);
      const file = await receive(bytes);
      const staged = await world.files.stage(file);
      await file.discard();
      expect(staged).toMatchObject({ sha256: sha256Of(bytes), sizeBytes: bytes.length });
      expectSame(await bytesOf(await world.files.open(staged.sha256)), bytes);
      const unfinished = (await world.everything()).filter((path) => !/[0-9a-f]{64}$/.test(path));
      expect(unfinished).toEqual([]);
    });

    it('stages a file that came in once more, be it removed since or not', async () => {
      const bytes = fresh();
      const file = await receive(bytes);
      const first = await world.files.stage(file);
      expect(await world.files.stage(file)).toEqual(first);
      await world.files.remove(first.sha256);
      expect(await world.files.stage(file)).toEqual(first);
      await file.discard();
      expectSame(await bytesOf(await world.files.open(first.sha256)), bytes);
      expect((await world.everything()).filter((path) => !/[0-9a-f]{64}$/.test(path))).toEqual([]);
    });

    it('keeps an empty file and one of exactly a megabyte', async () => {
      for (const bytes of [new Uint8Array(0), fresh(1024 * 1024)]) {
        const { sha256 } = await world.files.stage(new Blob([bytes]));
        expectSame(await bytesOf(await world.files.open(sha256)), bytes);
        expectSame(await drain((await world.files.open(sha256))!.stream()), bytes);
      }
    });

    it('keeps the same bytes once, however often and at once they are staged', async () => {
      const bytes = fresh(200_000);
      const staged = await Promise.all(
        Array.from({ length: 20 }, async (_, index) =>
          world.files.stage(index % 2 ? new Blob([bytes]) : await receive(bytes)),
        ),
      );
      expect(new Set(staged.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(bytes)]));
      expect((await listed(world.files)).filter((sha256) => sha256 === sha256Of(bytes))).toHaveLength(1);
      expectSame(await bytesOf(await world.files.open(sha256Of(bytes))), bytes);
    });

    it('counts bytes that are staged again as staged now', async () => {
      const bytes = fresh();
      const { sha256 } = await world.files.stage(new Blob([bytes]));
      const first = await stagedAt(world.files, sha256);
      await untilLater(first);
      await world.files.stage(new Blob([bytes]));
      expect(await stagedAt(world.files, sha256)).toBeGreaterThan(first);
    });

    it.each([
      ['the first bytes', 0, 10],
      ['a part from the middle', 1000, 250_000],
      ['the last bytes', -7, undefined],
      ['more than there is', 299_990, 900_000],
      ['nothing, when the end comes before the start', 10, 5],
    ])('reads %s', async (_what, start, end) => {
      const bytes = someBytes(300_000, 7);
      const { sha256 } = await world.files.stage(new Blob([bytes]));
      const part = (await world.files.open(sha256))!.slice(start, end, 'application/pdf');
      const expected = await bytesOf(new Blob([bytes]).slice(start, end));
      expect(part.type).toBe('application/pdf');
      expect(part.size).toBe(expected.length);
      expectSame(await bytesOf(part), expected);
      expectSame(await drain(part.stream()), expected);
    });

    it('reads a part of a part', async () => {
      const bytes = fresh(1000);
      const { sha256 } = await world.files.stage(new Blob([bytes]));
      const part = (await world.files.open(sha256))!.slice(100, 900).slice(50, -50);
      expectSame(await bytesOf(part), bytes.slice(150, 850));
    });

    it('finds nothing under a hash that was never staged', async () => {
      const unknown = sha256Of(fresh());
      expect(await world.files.open(unknown)).toBeUndefined();
      expect(await world.files.has(unknown)).toBe(false);
      await expect(world.files.remove(unknown)).resolves.toBeUndefined();
    });

    it.each(NO_HASHES)('finds nothing under %j, which is no hash, and removes nothing', async (text) => {
      const { sha256 } = await world.files.stage(new Blob([fresh()]));
      expect(await world.files.open(text)).toBeUndefined();
      expect(await world.files.has(text)).toBe(false);
      await world.files.remove(text);
      expect(await world.files.has(sha256)).toBe(true);
    });

    it('removes a file, and keeps it when it is staged once more', async () => {
      const bytes = fresh();
      const { sha256 } = await world.files.stage(new Blob([bytes]));
      const content = await world.files.open(sha256);
      await world.files.remove(sha256);
      expect(await world.files.has(sha256)).toBe(false);
      expect(await listed(world.files)).not.toContain(sha256);
      await expect(content?.arrayBuffer()).rejects.toMatchObject({ code: 'not-found' });
      await expect(drain(content!.stream())).rejects.toMatchObject({ code: 'not-found' });
      await world.files.stage(new Blob([bytes]));
      expectSame(await bytesOf(await world.files.open(sha256)), bytes);
    });

    it('tells how far it is', async () => {
      const told: number[] = [];
      const bytes = fresh(3_500_000);
      await world.files.stage(new Blob([bytes]), {
        onProgress: ({ sentBytes, totalBytes }) => {
          expect(totalBytes).toBe(bytes.length);
          told.push(sentBytes);
        },
      });
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(bytes.length);
      expect(told.length).toBeGreaterThan(2);
    });

    it('stops half-way when it is told to, and leaves nothing', async () => {
      const bytes = fresh(4_000_000);
      const before = await world.everything();
      const stop = new AbortController();
      const staging = world.files.stage(new Blob([bytes]), {
        signal: stop.signal,
        onProgress: ({ sentBytes }) => sentBytes > 1_000_000 && stop.abort(),
      });
      await expect(staging).rejects.toMatchObject({ code: 'aborted' });
      expect(await world.everything()).toEqual(before);
    });

    it('refuses bytes that can no longer be read, and leaves nothing', async () => {
      const before = await world.everything();
      const gone: Binary = {
        size: 3_000_000,
        type: '',
        slice: (start = 0) => (start > 1_500_000 ? gone : new Blob([someBytes(1024 * 1024)])),
        arrayBuffer: () => Promise.reject(new Error('changed since it was chosen')),
      };
      await expect(world.files.stage(gone)).rejects.toMatchObject({
        code: 'invalid',
        issues: [expect.objectContaining({ code: 'file-unreadable' })],
      });
      expect(await world.everything()).toEqual(before);
    });

    it('lists every file once, and nothing else', async () => {
      const staged = await Promise.all([1, 2, 3].map(() => world.files.stage(new Blob([fresh()]))));
      const all = await listed(world.files);
      expect(all).toEqual(expect.arrayContaining(staged.map(({ sha256 }) => sha256)));
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((sha256) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    });

    it('is a kit error when something fails', async () => {
      const error: unknown = await world.files
        .stage(new Blob([fresh()]), { signal: AbortSignal.abort() })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EnrollkitError);
    });
  });
}

/** The hashes of all that a store lists. */
export async function listed(files: ServerFileStore): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { sha256 } of files.list()) all.push(sha256);
  return all;
}

async function stagedAt(files: ServerFileStore, wanted: string): Promise<number> {
  for await (const { sha256, stagedAtMs } of files.list()) if (sha256 === wanted) return stagedAtMs;
  throw new Error(`${wanted} is not listed`);
}

/** The clock of a store may tick in whole seconds. */
async function untilLater(thanMs: number): Promise<void> {
  const tick = Math.ceil((thanMs + 1) / 1000) * 1000;
  while (Date.now() <= tick) await new Promise((resolve) => setImmediate(resolve));
}
