import { createServer as createHttpServer, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binary } from '@enrollkit/core';
import { pino } from 'pino';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFault } from '../../../../packages/server/src/http/log-fault.js';
import { openS3FileStore } from '../../../../packages/server/src/files/s3/s3-file-store.js';
import { openSpool } from '../../../../packages/server/src/files/disk/open-spool.js';
import type { S3Settings } from '../../../../packages/server/src/settings/settings.js';
import { bytesOf, sha256Of, someBytes } from '../bytes.js';
import { filesBelow } from '../disk-world.js';
import { expectSame } from '../expect-same.js';
import { describeFileStore, listed, type FileStoreWorld } from '../file-store-contract.js';
import { bundleProgram } from '../run-program.js';

describeFileStore('S3', openS3World);

describe('files in a bucket', () => {
  let world: S3World;
  beforeAll(async () => {
    world = await openS3World();
  });
  afterAll(() => world.close());

  it('keeps a large file that is sent in parts', async () => {
    const bytes = someBytes(17_000_000);
    const { sha256 } = await world.files.stage(new Blob([bytes]));
    expectSame(await bytesOf(await world.files.open(sha256)), bytes);
  });

  it.each([3_000, 12_000_000])('refuses %d bytes that change while they are read, and keeps nothing', async (size) => {
    const before = await listed(world.files);
    let reads = 0;
    const changing: Binary = {
      size,
      type: '',
      slice: (start = 0, end = size) => {
        // As it was for the hash; and otherwise from the second time on that its beginning is read.
        if (start === 0) reads += 1;
        return new Blob([new Uint8Array(end - start).fill(reads)]);
      },
      arrayBuffer: () => Promise.reject(new Error('never read in one go')),
    };
    await expect(world.files.stage(changing)).rejects.toMatchObject({
      code: 'invalid',
      issues: [expect.objectContaining({ code: 'file-unreadable' })],
    });
    expect(await listed(world.files)).toEqual(before);
  });

  it('leaves other objects of the bucket alone', async () => {
    const other = await openS3FileStore({ ...world.settings, prefix: 'other/' });
    const { sha256 } = await other.stage(new Blob([someBytes(10, 9)]));
    expect(await world.files.has(sha256)).toBe(false);
    await world.files.remove(sha256);
    expect(await listed(other)).toEqual([sha256]);
    expect(await listed(world.files)).not.toContain(sha256);
  });

  it('can be read on after a reader that stopped', async () => {
    const bytes = someBytes(6_000_000, 3);
    const { sha256 } = await world.files.stage(new Blob([bytes]));
    const content = (await world.files.open(sha256))!;
    for (let round = 0; round < 10; round += 1) for await (const _ of content.stream()) break;
    expectSame(await bytesOf(content), bytes);
  });

  it('says that there is no storage when the bucket is not there, without who asked', async () => {
    const files = await openS3FileStore({ ...world.settings, bucket: 'elsewhere', secretAccessKey: 'VERY-SECRET' });
    const reason: unknown = await files.stage(new Blob(['x'])).catch((error: unknown) => error);
    expect(reason).toMatchObject({ code: 'storage-unavailable' });
    expect(JSON.stringify(reason, deep)).not.toMatch(/VERY-SECRET|S3RVER|Signature/i);
    await expect(listed(files)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  it('goes to a store that refuses headers with checksums, once the settings say so', async () => {
    const store = await openStrictStore(world.settings.endpoint!);
    const settings = { ...world.settings, endpoint: store.url };
    const strict = await openS3FileStore(settings);
    const reason: unknown = await strict.stage(new Blob([someBytes(10, 4)])).catch((error: unknown) => error);
    const lines: string[] = [];
    logFault(pino({}, { write: (line) => void lines.push(line) }), 'r-1', reason);
    expect(lines.join(''), 'the words of the store').toContain('x-amz-checksum-sha256 is not implemented here');

    const files = await openS3FileStore({ ...settings, checksums: false });
    for (const size of [3_000, 6_000_000]) {
      const bytes = someBytes(size, 5);
      const { sha256 } = await files.stage(new Blob([bytes]));
      expectSame(await bytesOf(await files.open(sha256)), bytes);
    }
    await store.close();
  });

  it('says that there is no storage when nobody listens', async () => {
    const files = await openS3FileStore({ ...world.settings, endpoint: `http://127.0.0.1:${await unusedPort()}` });
    await expect(files.stage(new Blob(['x']))).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(files.open(sha256Of(someBytes(1)))).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  it('streams 120 MB in and out again in less than 90 MB of memory', async () => {
    const program = await bundleProgram('stream-large-file.ts');
    const printed = await program.run([world.incoming, '120', JSON.stringify(world.settings)]);
    const { rssGrowthMb, sha256In, sha256Out } = JSON.parse(printed) as Record<string, unknown>;
    expect(sha256Out).toBe(sha256In);
    expect(rssGrowthMb).toBeLessThan(90);
  });
});

interface S3World extends FileStoreWorld {
  readonly settings: S3Settings;
  readonly incoming: string;
}

async function openS3World(): Promise<S3World> {
  const root = await mkdtemp(join(tmpdir(), 'enrollkit-s3-'));
  const incoming = join(root, 'incoming');
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(root, 'buckets'),
    configureBuckets: [{ name: 'certificates', configs: [] }],
  });
  const { port } = await server.run();
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    bucket: 'certificates',
    prefix: 'files/',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
    checksums: true,
  };
  const files = await openS3FileStore(settings);
  return {
    settings,
    incoming,
    files,
    spool: await openSpool({ directory: incoming }),
    everything: async () => [...(await listed(files)), ...(await filesBelow(incoming))],
    async close() {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** In front of a store, as older ones are: what they don't know they refuse. */
async function openStrictStore(endpoint: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createHttpServer((incoming, outgoing) => {
    const strange = Object.keys(incoming.headers).find((name) => /^x-amz-(sdk-)?checksum/.test(name));
    if (strange === undefined) {
      // As it came, with the host that was signed.
      const { method, headers, url } = incoming;
      const onward = request(`${endpoint}${url}`, { method, headers, setHost: false }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
      return;
    }
    incoming.resume();
    outgoing.writeHead(501, { 'Content-Type': 'application/xml' });
    outgoing.end(`<Error><Code>NotImplemented</Code><Message>${strange} is not implemented here</Message></Error>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

/** Shows what an error has and `JSON.stringify` leaves out. */
function deep(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const names = Object.getOwnPropertyNames(value);
  return Object.fromEntries(names.map((name) => [name, (value as unknown as Record<string, unknown>)[name]]));
}

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
