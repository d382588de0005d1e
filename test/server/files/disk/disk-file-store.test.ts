import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { hasErrorCode } from '@enrollkit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpool } from '../../../../packages/server/src/files/disk/open-spool.js';
import { bytesOf, sha256Of, someBytes } from '../bytes.js';
import { expectSame } from '../expect-same.js';
import { filesBelow, openDiskWorld, type DiskWorld } from '../disk-world.js';
import { describeFileStore, listed } from '../file-store-contract.js';
import { openFilesOf } from '../open-files.js';
import { bundleProgram } from '../run-program.js';
import { mountSmallDisk, type SmallDisk } from '../small-disk.js';

describeFileStore('disk', () => openDiskWorld());

describe('the disk store under load', () => {
  let world: DiskWorld;
  beforeEach(async () => {
    world = await openDiskWorld();
  });
  afterEach(() => world.close());

  it('takes 200 files of 300 kB at once, and gives each back as it was', async () => {
    const base = someBytes(300_000);
    const hashes = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const parts = [new Uint8Array([index]), base];
        const file = await world.spool.receive(Readable.from(parts), { name: `${index}.pdf`, maxBytes: 400_000 });
        const { sha256 } = await world.files.stage(file);
        await file.discard();
        return sha256;
      }),
    );
    expect(new Set(hashes).size).toBe(200);
    expect([...(await listed(world.files))].sort()).toEqual([...hashes].sort());
    for (const path of await world.everything()) expect(sha256Of(await readFile(path))).toBe(basename(path));
  });

  it('has no file open after readers that finished, stopped half-way, failed or never began', async () => {
    const { sha256 } = await world.files.stage(new Blob([someBytes(3_000_000)]));
    const content = (await world.files.open(sha256))!;
    for (let round = 0; round < 20; round += 1) {
      await content.slice(0, 100).arrayBuffer();
      await content.stream().cancel();
      const reader = content.stream().getReader();
      await reader.read();
      // While the next read is under way.
      const reading = reader.read();
      await reader.cancel();
      await reading;
      for await (const _ of content.stream()) break;
      await new Response(content.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
      content.stream();
    }
    await world.files.remove(sha256);
    await expect(content.stream().getReader().read()).rejects.toMatchObject({ code: 'not-found' });
    expect(openFilesOf(world.directory)).toEqual([]);
  });

  it('reads no further than the receiver has taken', async () => {
    const { sha256 } = await world.files.stage(new Blob([someBytes(8_000_000)]));
    const reader = (await world.files.open(sha256))!.stream().getReader();
    const { value } = await reader.read();
    expect(value!.byteLength).toBeLessThanOrEqual(1024 * 1024);
    await reader.cancel();
  });

  it('streams 160 MB in and out again in less than 100 MB of memory', async () => {
    const program = await bundleProgram('stream-large-file.ts');
    const printed = await program.run([world.directory, '160']);
    const { rssGrowthMb, sizeBytes, sha256In, sha256Out } = JSON.parse(printed) as Record<string, unknown>;
    expect(sizeBytes).toBe(160 * 1024 * 1024);
    expect(sha256Out).toBe(sha256In);
    expect(rssGrowthMb).toBeLessThan(100);
  });

  it('never shows a file that is not whole, however often it is killed', async () => {
    const program = await bundleProgram('stage-forever.ts');
    let shown = 0;
    for (let round = 0; round < 8; round += 1) {
      const child = program.start([world.directory, String(round)]);
      const ended = once(child, 'exit');
      // At another moment of its work each time: after so many files were acknowledged.
      const acknowledged: string[] = [];
      for await (const line of child.stdout!) {
        acknowledged.push(...String(line).split('\n').filter(Boolean));
        if (acknowledged.length > round) break;
      }
      child.kill('SIGKILL');
      await ended;
      const visible = await listed(world.files);
      // The last line may be cut off.
      for (const sha256 of acknowledged.filter((line) => line.length === 64)) expect(visible).toContain(sha256);
      for (const sha256 of visible) {
        const path = join(world.directory, sha256.slice(0, 2), sha256);
        expect(sha256Of(await readFile(path))).toBe(sha256);
        await world.files.remove(sha256);
      }
      shown += visible.length;
    }
    expect(shown).toBeGreaterThan(20);
  });
});

describe('a store of a server before, with two levels of folders', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'enrollkit-levels-'));
    return () => rm(directory, { recursive: true });
  });
  const placed = async (bytes: Uint8Array, levels: 1 | 2): Promise<string> => {
    const sha256 = sha256Of(bytes);
    const folder = join(directory, sha256.slice(0, 2), levels === 2 ? sha256.slice(2, 4) : '');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, sha256), bytes);
    return sha256;
  };

  it('gets new files where that server finds them', async () => {
    await placed(someBytes(10, 1), 2);
    const { files } = await openDiskWorld(directory);
    const { sha256 } = await files.stage(new Blob([someBytes(10, 2)]));
    expect(await readdir(join(directory, sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([sha256]);
  });

  it('and a new one have their files found, listed once and in order, and removed, on whichever level they are', async () => {
    const { files } = await openDiskWorld(directory);
    const seeds = Array.from({ length: 40 }, (_, index) => index + 10);
    const hashes: string[] = [];
    for (const seed of seeds) hashes.push(await placed(someBytes(10, seed), seed % 2 ? 1 : 2));
    // Two servers had the same file.
    await placed(someBytes(10, seeds[0]), 1);
    expect(await listed(files)).toEqual([...hashes].sort());
    for (const [index, sha256] of hashes.entries()) {
      expectSame(await bytesOf(await files.open(sha256)), someBytes(10, seeds[index]));
      await files.remove(sha256);
      expect(await files.has(sha256)).toBe(false);
    }
    expect(await filesBelow(directory)).toEqual([]);
  });
});

describe('a disk that is full', () => {
  let disk: SmallDisk | undefined;
  beforeEach(async () => {
    disk = await mountSmallDisk(4);
  });
  afterEach(() => disk?.unmount());

  it('is told as such by the spool and the store, leaves nothing, and what fits still goes in', async (context) => {
    if (!disk) return context.skip('Mounting a small file system needs root.');
    const world = await openDiskWorld(disk.directory);
    const large = someBytes(6_000_000);
    const receiving = world.spool.receive(Readable.from([large]), { name: 'a', maxBytes: 1e9 });
    await expect(receiving).rejects.toMatchObject({ code: 'storage-full' });
    await expect(world.files.stage(new Blob([large]))).rejects.toMatchObject({ code: 'storage-full' });
    expect(await world.everything()).toEqual([]);
    expect(openFilesOf(disk.directory)).toEqual([]);

    const { sha256 } = await world.files.stage(new Blob([someBytes(1_000_000)]));
    const others = await Promise.allSettled(
      [2, 3, 4, 5, 6].map((seed) => world.files.stage(new Blob([someBytes(1_000_000, seed)]))),
    );
    const refused = others.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((reason) => hasErrorCode(reason, 'storage-full'))).toBe(true);
    expect(await world.files.has(sha256)).toBe(true);
    expect((await world.everything()).length).toBe(1 + others.length - refused.length);
  });

  it('does not keep a file from the spool of another file system', async (context) => {
    if (!disk) return context.skip('Mounting a small file system needs root.');
    const world = await openDiskWorld(disk.directory);
    const elsewhere = await openDiskWorld();
    const spool = await openSpool({ directory: elsewhere.incoming });
    const small = await spool.receive(Readable.from([someBytes(1_000_000)]), { name: 'a', maxBytes: 1e9 });
    const large = await spool.receive(Readable.from([someBytes(6_000_000)]), { name: 'a', maxBytes: 1e9 });
    const { sha256 } = await world.files.stage(small);
    expect(await world.files.has(sha256)).toBe(true);
    await expect(world.files.stage(large)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await world.everything()).toHaveLength(1);
    await small.discard();
    expect(await elsewhere.everything()).toEqual([large.path]);
    await large.discard();
    await elsewhere.close();
  });
});
