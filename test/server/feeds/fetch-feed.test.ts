import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EnrollkitError } from '@enrollkit/core';
import { fetchFeed, type FetchFeedOptions } from '../../../packages/server/src/feeds/fetch-feed.js';
import { openSpool } from '../../../packages/server/src/files/disk/open-spool.js';
import type { Spool } from '../../../packages/server/src/files/spool.js';
import { makeCertificate } from '../../support/certificate.js';
import { openFeedHost, type FeedHost } from './support/feed-host.js';

const FEED = '<?xml version="1.0"?><Products></Products>';

let directory: string;
let spool: Spool;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'enrollkit-fetch-'));
  spool = await openSpool({ directory });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const hosts: FeedHost[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  // Whatever happened: what wasn't handed over is gone.
  for (const name of await readdir(directory)) await rm(join(directory, name));
});

const host = async (listener: RequestListener, certificate?: { key: string; cert: string }): Promise<FeedHost> => {
  const opened = await openFeedHost(listener, certificate);
  hosts.push(opened);
  return opened;
};
const answering = (body: string | Buffer, headers: Record<string, string> = {}) =>
  host((_, response) => void response.writeHead(200, headers).end(body));

const fetching = (url: string, options: Partial<FetchFeedOptions> = {}) =>
  fetchFeed(url, { spool, maxBytes: 100_000, allowPrivate: true, ...options });

/** What was fetched, as text. */
async function fetched(url: string, options: Partial<FetchFeedOptions> = {}) {
  const found = await fetching(url, options);
  if (found === 'unchanged') throw new Error('unchanged');
  const text = await readFile(found.file.path, 'utf8');
  await found.file.discard();
  return { ...found, text };
}

/** The code of the fault, with nothing left in the spool. */
async function faultOf(url: string, options: Partial<FetchFeedOptions> = {}): Promise<string> {
  const error = await fetching(url, options).then(
    () => Promise.reject(new Error('It was fetched.')),
    (reason: unknown) => reason as EnrollkitError,
  );
  expect(await readdir(directory)).toEqual([]);
  expect(error.message).not.toContain('127.0.0.1');
  return error.issues[0]?.code ?? `${error.name} ${error.message}`;
}

describe('a feed at an address', () => {
  it('comes in as it is, with what tells a newer one from it', async () => {
    const { url } = await answering(FEED, { ETag: '"a1"', 'Last-Modified': 'Sat, 21 Nov 2026 10:00:00 GMT' });
    const { text, file, validators } = await fetched(`${url}/shop/feed.xml?key=secret`);
    expect(text).toBe(FEED);
    expect(file.name).toBe('feed.xml');
    expect(validators).toEqual({ etag: '"a1"', lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' });
  });

  it('is remembered by nothing that could not be sent back', async () => {
    const { url } = await answering(FEED, { ETag: '"caf\u00e9"', 'Last-Modified': 'x'.repeat(10_000) });
    expect((await fetched(url)).validators).toEqual({});
  });

  it('is asked for only when it is newer, and then nothing comes in', async () => {
    const { url, asked } = await host((_, response) => void response.writeHead(304).end());
    const known = { etag: '"a1"', lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' };
    expect(await fetching(url, { known })).toBe('unchanged');
    expect(asked[0]).toMatchObject({
      'if-none-match': '"a1"',
      'if-modified-since': 'Sat, 21 Nov 2026 10:00:00 GMT',
      'accept-encoding': 'gzip',
    });
  });

  it('is decompressed, whether its server says so or only its bytes do', async () => {
    const said = await answering(gzipSync(FEED), { 'Content-Encoding': 'gzip' });
    const unsaid = await answering(gzipSync(FEED), { 'Content-Type': 'application/octet-stream' });
    expect((await fetched(said.url)).text).toBe(FEED);
    expect((await fetched(`${unsaid.url}/feed.xml.gz`)).text).toBe(FEED);
  });

  it('follows three redirects, and no more', async () => {
    const { url } = await host(({ url: path = '/' }, response) => {
      const left = Number(path.slice(1));
      if (left === 0) response.end(FEED);
      else response.writeHead(left % 2 ? 302 : 308, { Location: `/${left - 1}` }).end();
    });
    expect((await fetched(`${url}/3`)).text).toBe(FEED);
    expect(await faultOf(`${url}/4`)).toBe('feed-redirects');
  });

  it('says what its server answered instead', async () => {
    const { url } = await host((_, response) => void response.writeHead(404).end('gone'));
    const error = await fetching(url).catch((reason: unknown) => reason as EnrollkitError);
    expect(error).toMatchObject({ code: 'bad-answer', issues: [{ code: 'feed-status', params: { status: 404 } }] });
  });

  it('is not taken from a server that is not there, has no name, or shows a certificate of nobody', async () => {
    const gone = await answering(FEED);
    await gone.close();
    expect(await faultOf(gone.url)).toBe('feed-unreachable');
    expect(await faultOf('http://nobody.invalid/')).toBe('feed-host-unknown');
    const { url } = await host((_, response) => void response.end(FEED), await makeCertificate());
    expect(await faultOf(url)).toBe('feed-certificate-invalid');
  });
});

describe('a feed that never ends', () => {
  const endless = (response: ServerResponse, piece: Buffer) => {
    const more = (): void => {
      while (!response.destroyed && response.write(piece)) undefined;
      response.once('drain', more);
    };
    more();
  };

  it('is cut off at the largest size, with nothing left of it', async () => {
    const { url } = await host((_, response) => endless(response, Buffer.alloc(16_384, 'x')));
    expect(await faultOf(url)).toBe('feed-too-large');
  });

  it('is cut off when it says so beforehand, drips in, or stops', async () => {
    const { url } = await host(({ url: path }, response) => {
      response.write('<Products>');
      if (path === '/stop') return;
      if (path === '/break') {
        response.destroy();
        return;
      }
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    });
    expect(await faultOf(`${url}/drip`, { totalMs: 200 })).toBe('feed-too-slow');
    expect(await faultOf(`${url}/stop`, { idleMs: 100 })).toBe('feed-too-slow');
    expect(await faultOf(`${url}/break`)).toBe('feed-cut-off');
  });

  it('is cut off as gzip as well: a bomb, parts without content, half a file, and what is none', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultOf((await answering(bomb)).url)).toBe('feed-too-large');
    const nothing = gzipSync('');
    const { url } = await host((_, response) => endless(response, Buffer.concat(Array<Buffer>(500).fill(nothing))));
    expect(await faultOf(url)).toBe('feed-too-large');
    const half = gzipSync(FEED).subarray(0, 20);
    expect(await faultOf((await answering(half)).url)).toBe('feed-gzip-broken');
    const none = Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from(FEED)]);
    expect(await faultOf((await answering(none)).url)).toBe('feed-gzip-broken');
  });

  it('stops when it is told to', async () => {
    const { url } = await host((_, response) => void response.write('<Products>'));
    const stopping = new AbortController();
    const stopped = fetching(url, { signal: stopping.signal }).catch((reason: unknown) => reason);
    stopping.abort();
    expect(await stopped).toMatchObject({ code: 'aborted' });
  });
});

describe('a feed inside the network', () => {
  const outside = { allowPrivate: false };
  /** A name server that somebody else runs. */
  const resolving =
    (...addresses: readonly string[]): LookupFunction =>
    (_host, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  it('is not asked for by its address, however that is written', async () => {
    const { port, asked } = await answering(FEED);
    for (const name of ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0', '[::1]', '[::ffff:7f00:1]', '10.0.0.1'])
      expect(await faultOf(`https://${name}:${port}/`, outside), name).toBe('feed-address-private');
    expect(asked).toEqual([]);
  });

  it('is not asked for by a name that leads there, also beside another address', async () => {
    const { port, asked } = await answering(FEED);
    const url = `https://feeds.example.nl:${port}/`;
    for (const lookup of [
      resolving('127.0.0.1'),
      resolving('93.184.216.34', '127.0.0.1'),
      resolving('::ffff:127.0.0.1'),
      resolving('64:ff9b::7f00:1'),
    ]) {
      expect(await faultOf(url, { ...outside, lookup })).toBe('feed-address-private');
    }
    expect(await faultOf(`https://localhost:${port}/`, outside)).toBe('feed-address-private');
    expect(asked).toEqual([]);
  });

  it('is looked up once: a name that leads elsewhere the second time is no way in', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const asked: string[] = [];
    const lookup: LookupFunction = (name, options, callback) => {
      asked.push(name);
      resolving(...(answers.shift() ?? ['127.0.0.1']))(name, options, callback);
    };
    const stopping = AbortSignal.timeout(300);
    // Nobody is there in a test: what counts is that nobody is asked again, and nothing inside is.
    await fetching('https://feeds.example.nl:9/', { ...outside, lookup, signal: stopping }).catch(() => undefined);
    expect(asked).toEqual(['feeds.example.nl']);
  });

  it('is not reached through a redirect', async () => {
    const inside = await answering(FEED);
    const targets = [
      `https://127.0.0.2:${inside.port}/`,
      `https://[::1]:${inside.port}/`,
      'https://169.254.169.254/latest/meta-data',
      `http://localhost:${inside.port}/`,
      'file:///etc/passwd',
    ];
    const certificate = await makeCertificate();
    const { port, asked } = await host(({ url: path = '/' }, response) => {
      const target = targets[Number(path.slice(1))];
      if (target === undefined) response.end(FEED);
      else response.writeHead(302, { Location: target }).end();
    }, certificate);
    // The test's own server stands in for one of the open internet.
    const there = {
      ...outside,
      lookup: resolving('127.0.0.1'),
      isPublic: (address: string) => address === '127.0.0.1',
      ca: certificate.cert,
    };
    const faults = [];
    for (const at of targets.keys()) faults.push(await faultOf(`https://localhost:${port}/${at}`, there));
    const isPrivate = 'feed-address-private';
    expect(faults).toEqual([isPrivate, isPrivate, isPrivate, 'feed-address-insecure', 'feed-address-invalid']);
    expect((await fetched(`https://localhost:${port}/feed.xml`, there)).text).toBe(FEED);
    expect(asked).toHaveLength(targets.length + 1);
    expect(inside.asked).toEqual([]);
  });

  it('has an address over https, without a user name', async () => {
    expect(await faultOf('http://feeds.example.nl/', outside)).toBe('feed-address-insecure');
    for (const address of [
      'https://jan:secret@feeds.example.nl/',
      'file:///etc/passwd',
      'ftp://feeds.example.nl',
      '/feed',
      '',
    ])
      expect(await faultOf(address, outside), address).toBe('feed-address-invalid');
  });
});
