import { openRestBackend, setTokenSource, shareRestBackend, type RestBackendOptions } from '@enrollkit/adapters/rest';
import type { ErrorCode } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { expectRejection } from '../../contract/assertions.js';
import type { Fault } from '../../support/rest-server/faulty-server.js';
import { waitUntil } from '../../support/wait-until.js';
import { FaultyWorld } from '../../support/rest-world.js';

const PRODUCT = JSON.stringify({
  id: 'p1',
  name: 'ITIL',
  additional_costs: [],
  discounts: [],
  certification_ids: [],
  version: 1,
});
const GOOD: Fault = { body: PRODUCT };

describe('The tokens of a REST backend', () => {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  async function serve(...faults: readonly Fault[]): Promise<FaultyWorld> {
    const server = await FaultyWorld.make(...faults);
    cleanUps.push(server.close, () => setTokenSource(server.url, undefined));
    return server;
  }

  function open(server: FaultyWorld, options: Partial<RestBackendOptions>) {
    const backend = openRestBackend({ baseUrl: server.url, retryDelayMs: 1, offlineQueue: false, ...options });
    cleanUps.push(() => backend.close());
    return backend;
  }

  const shown = async (server: FaultyWorld) => (await server.requests()).map(({ headers }) => headers.authorization);

  it('come from the page’s own address, once as long as they are good', async () => {
    const token = `e30.${btoa(JSON.stringify({ sub: 'kim', exp: Date.now() / 1000 + 600 }))}.x`;
    const page = await serve({ body: JSON.stringify({ token }) }, { body: '{"token":"second"}' });
    const api = await serve(GOOD, GOOD, { status: 401, body: '{"code":"unauthorized"}' }, GOOD);
    const backend = open(api, { tokenUrl: `${page.url}/token` });
    await backend.getProduct('p1');
    await backend.getProduct('p1');
    expect(await page.requests()).to.have.length(1);
    await backend.getProduct('p1');
    expect(await shown(api)).to.deep.equal([token, token, token, 'second'].map((each) => `Bearer ${each}`));
  });

  for (const [name, fault, code] of [
    [
      'a gateway’s page',
      { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad gateway' },
      'no-token',
    ],
    ['a page in place of JSON', { body: '<!doctype html>' }, 'no-token'],
    ['no token', { body: '{}' }, 'no-token'],
    ['a form that has expired', { status: 403, body: '{"code":"rest_cookie_invalid_nonce"}' }, 'unauthorized'],
    ['nobody signed in', { status: 401, body: '' }, 'unauthorized'],
  ] as const satisfies readonly (readonly [string, Fault, ErrorCode])[]) {
    it(`fail as ${code} when their address answers ${name}, and the server isn’t asked`, async () => {
      const page = await serve(fault);
      const api = await serve(GOOD);
      const { message } = await expectRejection(open(api, { tokenUrl: page.url }).getProduct('p1'), code);
      expect(message).to.contain(page.url);
      expect(await api.requests()).to.deep.equal([]);
    });
  }

  it('are none for a visitor, who is asked for none', async () => {
    const page = await serve({ body: '{"token":null}' });
    const api = await serve(GOOD);
    await open(api, { tokenUrl: page.url }).getProduct('p1');
    await open(api, {}).getProduct('p1');
    await open(api, { providerId: 'a&b' })
      .listProducts({ size: 1 })
      .catch(() => undefined);
    expect(await shown(api)).to.deep.equal([undefined, undefined, undefined]);
    expect((await api.requests()).at(-1)?.url).to.equal('/products?size=1&provider_id=a%26b');
  });

  it('are not the page’s for whoever reads as a visitor, and hears of changes', async () => {
    const api = await serve(GOOD);
    setTokenSource(api.url, () => 'of somebody');
    const leaving = new AbortController();
    cleanUps.push(() => leaving.abort());
    const config = { baseUrl: api.url, offlineQueue: false, signal: leaving.signal } as const;
    const visitor = shareRestBackend({ ...config, visitor: true, providerId: 'a&b', isTokenReady: () => false });
    const member = shareRestBackend(config);
    cleanUps.push(visitor.subscribe(() => undefined));
    await visitor.getProduct('p1');
    await member.getProduct('p1');
    const asked = async () =>
      (await api.requests()).map(({ url, headers }) => `${url} ${String(headers.authorization)}`);
    // By itself the stream connects when it has its turn.
    await waitUntil(async () => (await asked()).includes('/events?provider_id=a%26b undefined'));
    const others = (await asked()).filter((request) => !request.startsWith('/events'));
    expect(others).to.deep.equal(['/products/p1?provider_id=a%26b undefined', '/products/p1 Bearer of somebody']);
  });

  it('are not asked for again by a visitor whom the server tells nothing', async () => {
    const api = await serve({ status: 401, body: '{"code":"unauthorized"}' }, GOOD);
    const visitor = open(api, { visitor: true });
    cleanUps.push(visitor.subscribe(() => undefined));
    const urls = async () => (await api.requests()).map(({ url }) => url);
    await waitUntil(async () => (await urls()).length > 0);
    for (let reads = 0; reads < 20; reads += 1) await visitor.getProduct('p1');
    expect((await urls()).filter((url) => url === '/events')).to.have.length(1);
  });

  it('are waited for when the page promised them, wherever it says so first', async () => {
    const api = await serve(GOOD);
    const page: { mine?: string } = {};
    const promised = { isTokenReady: () => page.mine !== undefined, getToken: () => page.mine };
    const first = open(api, promised).getProduct('p1');
    const second = open(api, promised);
    const reading = second.getProduct('p1');
    setTokenSource(`${api.url}/`, () => 'from the page');
    await Promise.all([first, reading]);
    setTokenSource(api.url, undefined);
    const third = second.getProduct('p1');
    page.mine = 'own';
    second.tokenChanged();
    await third;
    expect(await shown(api)).to.deep.equal(['Bearer from the page', 'Bearer from the page', 'Bearer own']);
  });

  it('are one for all who ask at the same address, and stay as long as any of them', async () => {
    const api = await serve(GOOD);
    const [one, other] = [new AbortController(), new AbortController()];
    const config = { baseUrl: api.url, offlineQueue: false } as const;
    const a = shareRestBackend({ ...config, getToken: () => 'a', signal: one.signal });
    const b = shareRestBackend({ ...config, baseUrl: `${api.url}/`, getToken: () => 'b', signal: other.signal });
    expect(a).to.equal(b);
    await b.getProduct('p1');
    one.abort();
    await b.getProduct('p1');
    expect(await shown(api)).to.deep.equal(['Bearer a', 'Bearer b']);
    other.abort();
    await expectRejection(b.getProduct('p1'), 'aborted');
    const again = new AbortController();
    cleanUps.push(() => again.abort());
    const c = shareRestBackend({ ...config, getToken: () => 'c', signal: again.signal, timeZone: 'Asia/Tokyo' });
    expect(c.timeZone).to.equal('Asia/Tokyo');
    await c.getProduct('p1');
  });
});
