import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fetchDueFeeds } from '../../../packages/server/src/feeds/fetch-due-feeds.js';
import { importWorker } from '../../../packages/server/src/imports/import-worker.js';
import { made } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { feedWith } from '../imports/support/product-feed.js';
import { openFeedHost, type FeedHost } from './support/feed-host.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ privateFeeds: true });
});
afterAll(() => world.close());

const hosts: FeedHost[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  await world.parts.database.tables.deleteFrom('feeds').execute();
});

async function hosting(listener: RequestListener): Promise<FeedHost> {
  const host = await openFeedHost(listener);
  hosts.push(host);
  return host;
}

const signal = new AbortController().signal;
const fetchDue = () => fetchDueFeeds(world.parts, signal);
const work = () => importWorker(world.parts).run(signal);
const put = (call: Call, url: string, more: Record<string, unknown> = {}) =>
  made(call('/feeds/products', json('PUT', { url, every_minutes: 60, ...more })));
const laterBy = (minutes: number) => {
  world.now = new Date(Date.parse(world.now) + minutes * 60_000).toISOString();
};

it('fetches a feed when it is due, imports it, and the next time only when it is newer', async () => {
  let feed = feedWith(2);
  const host = await hosting(({ headers }, response) => {
    const etag = `"${feed.length}"`;
    if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { ETag: etag }).end(feed);
  });
  const { call } = world.newProvider();
  await put(call, `${host.url}/feed.xml`, { apply: true, max_deleted_share: 50 });
  expect(await fetchDue()).toEqual({ fetched: 1, unchanged: 0, failed: 0 });
  await work();
  expect(await made(call('/products'))).toMatchObject({ total: 2 });
  const [found] = (await made(call('/imports'))).items as { id: string; source: unknown; started_by: string }[];
  expect(found).toMatchObject({
    state: 'done',
    source: { kind: 'url', name: 'feed.xml' },
    started_by: 'feed-schedule',
  });
  expect(await made(call('/feeds/products'))).toMatchObject({ import_id: found?.id });

  expect(await fetchDue()).toEqual({ fetched: 0, unchanged: 0, failed: 0 });
  laterBy(61);
  expect(await fetchDue()).toEqual({ fetched: 0, unchanged: 1, failed: 0 });
  expect(host.asked.at(-1)).toHaveProperty('if-none-match');
  feed = feedWith(3);
  laterBy(61);
  expect(await fetchDue()).toEqual({ fetched: 1, unchanged: 0, failed: 0 });
  await work();
  expect(await made(call('/imports'))).toMatchObject({ total: 2 });
});

it('imports the same bytes once, though their server tells nothing about them', async () => {
  const host = await hosting((_, response) => void response.end(feedWith(2)));
  const { call } = world.newProvider();
  await put(call, host.url);
  await fetchDue();
  await work();
  laterBy(61);
  expect(await fetchDue()).toEqual({ fetched: 0, unchanged: 1, failed: 0 });
  // At another address it is another feed.
  await put(call, `${host.url}/new`);
  expect(await fetchDue()).toEqual({ fetched: 1, unchanged: 0, failed: 0 });
});

it('says why a feed could not be fetched, in words, and asks less and less often', async () => {
  let status = 500;
  const host = await hosting((_, response) => void response.writeHead(status).end(feedWith(1)));
  const { call } = world.newProvider();
  await put(call, `${host.url}/feed.xml?key=secret`);
  expect(await fetchDue()).toMatchObject({ failed: 1 });
  const told = await made(call('/feeds/products', { headers: { 'Accept-Language': 'en' } }));
  expect(told).toMatchObject({ problem: { code: 'feed-status', text: expect.stringContaining('500') as string } });
  laterBy(61);
  expect(await fetchDue()).toMatchObject({ failed: 1 });
  laterBy(61);
  expect(await fetchDue()).toMatchObject({ failed: 0 });
  laterBy(61);
  status = 200;
  expect(await fetchDue()).toMatchObject({ fetched: 1 });
  expect(await made(call('/feeds/products'))).not.toHaveProperty('problem');
  // A part of an address may be a secret.
  expect(world.logged.join()).not.toContain('secret');
});

it('fetches again what its last import could not bring to an end', async () => {
  const host = await hosting((_, response) => void response.writeHead(200, { ETag: '"1"' }).end('<html></html>'));
  const { call } = world.newProvider();
  await put(call, host.url);
  await fetchDue();
  await work();
  expect(await made(call('/imports'))).toMatchObject({ items: [{ state: 'failed' }] });
  laterBy(61);
  expect(await fetchDue()).toMatchObject({ fetched: 1 });
  expect(host.asked.at(-1)).not.toHaveProperty('if-none-match');
});

it('waits while an import of the provider’s own runs', async () => {
  const host = await hosting((_, response) => void response.end(feedWith(1)));
  const { call } = world.newProvider();
  const sending = { method: 'POST', body: feedWith(4), headers: { 'Content-Type': 'application/xml' } };
  await made(call('/imports/products', sending));
  await put(call, host.url);
  expect(await fetchDue()).toMatchObject({ fetched: 0, failed: 0 });
  await work();
  laterBy(6);
  expect(await fetchDue()).toMatchObject({ fetched: 1 });
});

it('stops fetching what is removed, and takes no address inside the network where that is not allowed', async () => {
  const host = await hosting((_, response) => void response.end(feedWith(1)));
  const { call } = world.newProvider();
  await put(call, host.url);
  expect((await call('/feeds/products', { method: 'DELETE' })).status).toBe(204);
  expect(await fetchDue()).toMatchObject({ fetched: 0 });
  const strict = await openHttpWorld();
  try {
    const { call: ask } = strict.newProvider();
    for (const url of [host.url, 'https://127.0.0.1/feed.xml', 'https://[::1]/', 'https://jan:x@example.nl/', 'feed']) {
      const response = await ask('/feeds/products', json('PUT', { url }));
      expect(response.status, url).toBe(422);
    }
  } finally {
    await strict.close();
  }
});
