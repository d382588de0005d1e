import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { EnrollkitError } from '@enrollkit/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFileStore } from '../../../../packages/server/src/files/open-file-store.js';
import { bytesOf, sha256Of, someBytes } from '../bytes.js';
import { expectSame } from '../expect-same.js';
import { filesBelow, openDiskWorld, type DiskWorld } from '../disk-world.js';
import { openFilesOf } from '../open-files.js';

let world: DiskWorld;

beforeEach(async () => {
  world = await openDiskWorld();
  return () => world.close();
});

/** A sender who goes on for as long as somebody listens, and how much was taken from it. */
function endless(): { readonly stream: Readable; readonly taken: () => number } {
  let bytes = 0;
  const chunk = someBytes(64 * 1024);
  const stream = new Readable({
    read() {
      bytes += chunk.length;
      this.push(chunk);
    },
  });
  return { stream, taken: () => bytes };
}

describe('the spool', () => {
  it('writes what comes in to disk, for this user only, and hashes it', async () => {
    const bytes = someBytes(1_000_000);
    const file = await world.spool.receive(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), {
      name: '../../diploma.pdf',
      maxBytes: bytes.length,
    });
    expect(file).toMatchObject({ name: '../../diploma.pdf', size: bytes.length, sha256: sha256Of(bytes) });
    expectSame(await bytesOf(file), bytes);
    expectSame(await bytesOf(file.slice(-1000, -1)), bytes.slice(-1000, -1));
    expect(file.path.startsWith(world.incoming)).toBe(true);
    expect(file.path).not.toContain('diploma');
    expect((await stat(file.path)).mode & 0o777).toBe(0o600);
    expect((await stat(world.incoming)).mode & 0o777).toBe(0o700);
    await file.discard();
    await file.discard();
    expect(await world.everything()).toEqual([]);
  });

  it('refuses what is too large as soon as it is, stops reading, and leaves nothing', async () => {
    const { stream, taken } = endless();
    const receiving = world.spool.receive(stream, { name: 'a', maxBytes: 1_000_000 });
    await expect(receiving).rejects.toMatchObject({ code: 'too-large' });
    expect(stream.destroyed).toBe(true);
    expect(taken()).toBeLessThan(1_500_000);
    expect(await world.everything()).toEqual([]);
  });

  it('holds as much as it writes at once, and no more, of a file that comes in small pieces', async () => {
    const sizes: number[] = [];
    const bytes = someBytes(1_000_000);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 1000) {
        yield bytes.subarray(at, at + 1000);
        const [path] = await world.everything();
        sizes.push(path === undefined ? 0 : at + 1000 - (await stat(path)).size);
      }
    }
    const source = Readable.from(pieces(), { highWaterMark: 1 });
    const file = await world.spool.receive(source, { name: 'a', maxBytes: bytes.length });
    expect(Math.max(...sizes)).toBeLessThan(140_000);
    expectSame(await bytesOf(file), bytes);
    expect(file.sha256).toBe(sha256Of(bytes));
    await file.discard();
  });

  it('takes exactly as much as is allowed', async () => {
    const file = await world.spool.receive(Readable.from([someBytes(1000)]), { name: 'a', maxBytes: 1000 });
    expect(file.size).toBe(1000);
  });

  it('notices that a form parser cut the file off', async () => {
    const stream = Object.assign(Readable.from([someBytes(1000)]), { truncated: true });
    const receiving = world.spool.receive(stream, { name: 'a', maxBytes: 5000 });
    await expect(receiving).rejects.toMatchObject({ code: 'too-large' });
    expect(await world.everything()).toEqual([]);
  });

  it.each([
    ['breaks off', (stream: PassThrough) => stream.destroy(new Error('socket hang up'))],
    ['goes away without a word', (stream: PassThrough) => stream.destroy()],
  ])('leaves nothing when the sender %s half-way', async (_what, breakOff) => {
    const stream = new PassThrough();
    const receiving = world.spool.receive(stream, { name: 'a', maxBytes: 5_000_000 });
    stream.write(someBytes(500_000), () => breakOff(stream));
    await expect(receiving).rejects.toMatchObject({ code: 'aborted' });
    expect(await world.everything()).toEqual([]);
    expect(openFilesOf(world.directory)).toEqual([]);
  });

  it('passes on why somebody of ours broke it off', async () => {
    const stream = new PassThrough();
    const receiving = world.spool.receive(stream, { name: 'a', maxBytes: 5000 });
    stream.destroy(new EnrollkitError('timeout', 'The body takes too long'));
    await expect(receiving).rejects.toMatchObject({ code: 'timeout' });
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const { stream } = endless();
    const stop = new AbortController();
    const receiving = world.spool.receive(stream, { name: 'a', maxBytes: 1e12, signal: stop.signal });
    stream.once('data', () => stop.abort());
    await expect(receiving).rejects.toMatchObject({ code: 'aborted' });
    expect(stream.destroyed).toBe(true);
    expect(await world.everything()).toEqual([]);
    expect(openFilesOf(world.directory)).toEqual([]);
  });

  it('says that there is no storage when its folder is gone', async () => {
    await world.close();
    const receiving = world.spool.receive(Readable.from([someBytes(1)]), { name: 'a', maxBytes: 10 });
    await expect(receiving).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

describe('the files of a server with a folder', () => {
  it('share one file system with what comes in, and leftovers are removed after a day', async () => {
    const { files, spool, sweepSpool } = await openFileStore({ dataDir: world.directory });
    const file = await spool.receive(Readable.from([someBytes(10)]), { name: 'a', maxBytes: 10 });
    // Handed to the disk as it came in: it only gets another name.
    expect(file).toMatchObject({ isSynced: true });
    const { ino } = await stat(file.path);
    const { sha256 } = await files.stage(file);
    await file.discard();
    const [kept] = (await filesBelow(world.directory)).filter((path) => path.endsWith(sha256));
    expect((await stat(kept!)).ino).toBe(ino);
    expect((await stat(kept!)).mode & 0o777).toBe(0o600);

    const incoming = join(world.directory, 'files', 'incoming');
    await mkdir(incoming, { recursive: true });
    const clock = (): string => new Date().toISOString();
    for (const [name, hours] of [
      ['killed', 25],
      ['coming-in', 1],
    ] as const) {
      await writeFile(join(incoming, name), 'half a fi');
      const at = new Date(Date.now() - hours * 3_600_000);
      await utimes(join(incoming, name), at, at);
    }
    expect(await sweepSpool(clock)).toBe(1);
    expect(await filesBelow(incoming)).toEqual([join(incoming, 'coming-in')]);
    expect(await files.has(sha256)).toBe(true);
  });
});
