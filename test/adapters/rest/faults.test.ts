import { openRestBackend, type RestBackend, type RestBackendOptions } from '@enrollkit/adapters/rest';
import type { EnrollkitError, ErrorCode } from '@enrollkit/core';
import { toWireBooking } from '@enrollkit/core/wire';
import { expect } from '@open-wc/testing';
import { expectRejection } from '../../contract/assertions.js';
import { pdf } from '../../contract/records.js';
import type { Fault } from '../../support/rest-server/faulty-server.js';
import { FaultyWorld } from '../../support/rest-world.js';
import type { GuardedOutcome } from './guarded-page.js';
import { waitUntil } from '../../support/wait-until.js';

const BOOKING = JSON.stringify(
  toWireBooking({
    id: 'e1',
    productId: 'p1',
    participant: { name: 'Jan Jansen', email: 'jan@example.nl' },
    status: 'started',
    history: [],
    version: 3,
  }),
);
const GOOD: Fault = { body: BOOKING };
const HTML = '<!doctype html><title>Sign in</title>';
const html = (status: number): Fault => ({ status, headers: { 'Content-Type': 'text/html' }, body: HTML });
const problem = (status: number, code: string, more: object = {}): Fault => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: JSON.stringify({ status, code, title: code, detail: `It is ${code}`, ...more }),
});
const DRAFT = {
  enrollmentId: 'e1',
  certificationId: 'c1',
  file: pdf('certificate'),
  validFrom: '2026-09-12',
  showsResults: false,
};

describe('A REST backend before a server that misbehaves', () => {
  const cleanUps: (() => unknown)[] = [];

  async function given(...faults: readonly Fault[]) {
    return givenWith({}, ...faults);
  }

  async function givenWith(options: Partial<RestBackendOptions>, ...faults: readonly Fault[]) {
    const server = await FaultyWorld.make(...faults);
    const backend = openRestBackend({ baseUrl: server.url, retryDelayMs: 1, offlineQueue: false, ...options });
    cleanUps.push(() => backend.close(), server.close);
    return { server, backend };
  }

  const read = (backend: RestBackend) => backend.getEnrollment('e1');
  const refused = (backend: RestBackend, code: ErrorCode): Promise<EnrollkitError> =>
    expectRejection(read(backend), code);

  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  it('refuses what fits into no address before it leaves, and names the field', async () => {
    const { server, backend } = await given(GOOD, GOOD);
    const long = 'x'.repeat(9000);
    const codeOf = async (work: Promise<unknown>): Promise<string> => {
      const { issues } = await expectRejection(work, 'invalid');
      return issues.map(({ code, path, params }) => `${path}: ${code} ${typeof params.max}`).join();
    };
    expect(await codeOf(backend.listCertificates({ certificationId: long }))).to.equal(
      'certificationId: value-too-long number',
    );
    expect(await codeOf(backend.listProducts({ site: long, ids: ['a'] }))).to.equal('site: value-too-long number');
    await expectRejection(backend.getProduct(long), 'not-found');
    await expectRejection(backend.changeStatus(long, 'no-show'), 'not-found');
    expect(await server.requests()).to.have.lengthOf(0);
  });

  it('reads an enrollment when nothing is wrong', async () => {
    const { backend } = await given(GOOD);
    expect((await read(backend)).status).to.equal('started');
  });

  for (const [name, fault, code, count] of [
    ['a page in place of data', html(200), 'bad-answer', 1],
    ['a gateway’s page', html(502), 'unavailable', 4],
    ['a firewall’s page', html(403), 'bad-answer', 1],
    ['a page that says not found: there is no API', html(404), 'bad-answer', 1],
    ['a proxy that takes no large bodies', html(413), 'too-large', 1],
    ['half a text of JSON', { body: BOOKING.slice(0, 40) }, 'bad-answer', 1],
    ['JSON that is no booking', { body: '{"id":"e1"}' }, 'bad-answer', 1],
    ['JSON that is a list', { body: '[]' }, 'bad-answer', 1],
    ['a history that is none', { body: BOOKING.replace('"history":[]', '"history":[7]') }, 'bad-answer', 1],
    ['nothing at all', { headers: { 'Content-Type': '' } }, 'bad-answer', 1],
    ['more than anybody can show', { hugeBytes: 33 * 1024 * 1024 }, 'bad-answer', 1],
    ['a connection that is cut', { cut: 'before' }, 'unavailable', 4],
    ['a connection that is cut halfway', { body: BOOKING, cut: 'halfway' }, 'unavailable', 4],
    ['a fault of the server', problem(500, 'internal'), 'internal', 4],
    ['a gateway’s own JSON', { status: 503, body: '{"message":"no"}' }, 'unavailable', 4],
    ['a refusal', problem(403, 'forbidden'), 'forbidden', 1],
    ['a code from the future', problem(422, 'too-beautiful'), 'invalid', 1],
    ['a full disk, which stays full', problem(507, 'storage-full'), 'storage-full', 1],
    ['a sign-in page elsewhere', { status: 302, headers: { Location: '/login' } }, 'unauthorized', 1],
  ] as const satisfies readonly (readonly [string, Fault, ErrorCode, number])[]) {
    it(`tells ${name} as ${code}, after asking ${count === 1 ? 'once' : `${count} times`}`, async () => {
      const { backend, server } = await given(fault);
      const { message } = await refused(backend, code);
      expect(message).not.to.contain('<');
      // Firefox repeats by itself what was cut off, each time again.
      const { length } = await server.requests();
      if ('cut' in fault) expect(length).to.be.at.least(count);
      else expect(length).to.equal(count);
    });
  }

  it('says that nothing comes, and stops waiting', async () => {
    const { backend, server } = await givenWith({ timeoutMs: 500 }, { hang: true });
    await refused(backend, 'timeout');
    // A busy machine may not have sent even the first by then.
    expect(await server.requests()).to.have.length.at.most(1);
  });

  it('gets over two faults in a row', async () => {
    const { backend, server } = await given(problem(500, 'internal'), html(503), GOOD);
    expect((await read(backend)).id).to.equal('e1');
    expect(await server.requests()).to.have.length(3);
  });

  it('comes back when it was asked to wait, and not when that is too long', async () => {
    const soon = problem(429, 'rate-limited', { retry_after_ms: 5 });
    const { backend, server } = await given(soon, { ...html(429), headers: { 'Retry-After': '0' } }, GOOD);
    expect((await read(backend)).id).to.equal('e1');
    expect(await server.requests()).to.have.length(3);

    const later = await given({ ...html(429), headers: { 'Retry-After': '3600' } });
    const { retryAfterMs } = await refused(later.backend, 'rate-limited');
    expect(retryAfterMs).to.equal(3_600_000);
    expect(await later.server.requests()).to.have.length(1);
  });

  it('asks the page for another token when the first is refused, once', async () => {
    const asked: unknown[] = [];
    const getToken = (options?: object) => (asked.push(options), options ? 'new' : 'old');
    const { backend, server } = await givenWith({ getToken }, problem(401, 'unauthorized'), GOOD);
    await read(backend);
    expect((await server.requests()).map(({ headers }) => headers.authorization)).to.deep.equal([
      'Bearer old',
      'Bearer new',
    ]);
    expect(asked).to.deep.equal([undefined, { refresh: true }]);

    const never = await givenWith({ getToken }, problem(401, 'unauthorized'));
    await refused(never.backend, 'unauthorized');
    expect(await never.server.requests()).to.have.length(2);
  });

  it('asks the page once for requests that begin together, and never puts a token in an address', async () => {
    let asked = 0;
    const getToken = async () => `secret-${(asked += 1)}`;
    const { backend, server } = await givenWith({ getToken }, GOOD);
    await Promise.all([read(backend), read(backend), read(backend)]);
    expect(asked).to.equal(1);
    expect((await server.requests()).map(({ url }) => url).join()).not.to.contain('secret');
  });

  it('tells a page that gives no token from a network that is gone', async () => {
    const noSession = await givenWith({ getToken: () => Promise.reject(new Error('signed out')) }, GOOD);
    await refused(noSession.backend, 'no-token');
    const signedOut = Object.assign(new Error('signed out'), { code: 'unauthorized' });
    const saysSo = await givenWith({ getToken: () => Promise.reject(signedOut) }, GOOD);
    await refused(saysSo.backend, 'unauthorized');
    const noNetwork = await givenWith({ getToken: () => Promise.reject(new TypeError('Failed to fetch')) }, GOOD);
    await refused(noNetwork.backend, 'no-token');
    const noAnswer = await givenWith({ getToken: () => new Promise(() => undefined), timeoutMs: 20, retries: 0 }, GOOD);
    await refused(noAnswer.backend, 'no-token');
  });

  it('repeats a write with the same key, the page’s or one of its own', async () => {
    const { backend, server } = await given({ cut: 'before' }, problem(500, 'internal'), GOOD);
    await backend.changeStatus('e1', 'completed');
    const keys = (await server.requests()).map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length(3);
    expect(new Set(keys).size).to.equal(1);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);

    await backend.cancelEnrollment('e1', { idempotencyKey: 'click-1', expectedVersion: 3 });
    const last = (await server.requests()).at(-1);
    expect([last?.headers['idempotency-key'], last?.headers['if-match']]).to.deep.equal(['click-1', '"3"']);
  });

  it('shows the record of a conflict, and hides one that is none', async () => {
    const { backend } = await given(
      problem(409, 'conflict', { current: JSON.parse(BOOKING) as object }),
      problem(409, 'conflict', { current: { id: 7 } }),
    );
    const change = () => backend.changeStatus('e1', 'completed', { expectedVersion: 2 });
    const { current } = await expectRejection(change(), 'conflict');
    expect((current as { version: number }).version).to.equal(3);
    expect((await expectRejection(change(), 'conflict')).current).to.equal(undefined);
  });

  it('sends three at once, those that came first, and forgets who stopped waiting', async () => {
    const { backend, server } = await given({ hang: true });
    const stop = new AbortController();
    const ids = ['e1', 'e2', 'e3', 'e4', 'e5'];
    const reads = ids.map((id) => backend.getProduct(id, { signal: stop.signal }));
    const outcomes = Promise.allSettled(reads);
    await waitUntil(async () => (await server.requests()).length >= 3);
    stop.abort();
    for (const outcome of await outcomes) {
      expect((outcome as PromiseRejectedResult).reason).to.have.property('code', 'aborted');
    }
    // Three connections: which of the three is heard first is up to the browser.
    const urls = (await server.requests()).map(({ url }) => url);
    expect(urls.toSorted()).to.deep.equal(['/products/e1', '/products/e2', '/products/e3']);
  });

  it('reads what is asked for within one task in one request, and each hears its own', async () => {
    const page = (...bookings: readonly string[]): Fault => ({
      body: `{"items":[${bookings.join()}],"total":${bookings.length},"size":50,"offset":0}`,
    });
    const { backend, server } = await given(page(BOOKING.replace('"e1"', '"e,2"'), BOOKING), GOOD);
    const stop = new AbortController();
    const asked = ['e1', 'e,2', 'e1', 'e3'].map((id) => backend.getEnrollment(id));
    const stopped = backend.getEnrollment('e4', { signal: stop.signal });
    stop.abort();
    await expectRejection(stopped, 'aborted');
    const [first, second, again, missing] = await Promise.allSettled(asked);
    expect(first).to.have.nested.property('value.id', 'e1');
    expect(second).to.have.nested.property('value.id', 'e,2');
    expect(again).to.have.nested.property('value.id', 'e1');
    expect(missing).to.have.nested.property('reason.code', 'not-found');
    await read(backend);
    expect((await server.requests()).map(({ url }) => url)).to.deep.equal([
      '/bookings?ids=e1%2Ce%252C2%2Ce3',
      '/bookings/e1',
    ]);
  });

  it('asks for no more at once than an address can hold, and no more often than it must', async () => {
    const { backend, server } = await given({ body: '{"items":[],"total":0,"size":50,"offset":0}' });
    const ids = Array.from({ length: 500 }, (_, index) => `${index}-${'x'.repeat(36)}`);
    expect((await backend.getEnrollments(ids)).filter((each) => each !== undefined)).to.deep.equal([]);
    const urls = (await server.requests()).map(({ url }) => url);
    // Proxies let 8,000 bytes pass, as a rule.
    expect(Math.max(...urls.map(({ length }) => length))).to.be.below(7500);
    expect(urls.length).to.be.below(6);
    // Asked at once, they may arrive in any order.
    expect(urls.flatMap((url) => new URLSearchParams(url.split('?')[1]).get('ids')?.split(','))).to.have.members(ids);
  });

  it('remembers the rows of a list for the elements inside it, until one is written', async () => {
    const list: Fault = { body: `{"items":[${BOOKING}],"total":1,"size":50,"offset":0}` };
    const { backend, server } = await given(list, { body: BOOKING.replace('started', 'no-show') }, GOOD);
    await backend.listEnrollments();
    expect((await read(backend)).status).to.equal('started');
    expect(await server.requests()).to.have.length(1);
    await backend.changeStatus('e1', 'no-show');
    await read(backend);
    expect((await server.requests()).map(({ method }) => method)).to.deep.equal(['GET', 'PATCH', 'GET']);
  });

  it('does not remember a list that was asked for before something changed: its answer may be the older one', async () => {
    const list: Fault = { body: `{"items":[${BOOKING}],"total":1,"size":50,"offset":0}` };
    let [asked, letGo] = [(): void => undefined, (): void => undefined];
    const isAnswered = new Promise<void>((resolve) => (asked = resolve));
    const mayArrive = new Promise<void>((resolve) => (letGo = resolve));
    let calls = 0;
    const late: typeof fetch = async (...request) => {
      const answer = await fetch(...request);
      calls += 1;
      if (calls > 1) return answer;
      asked();
      await mayArrive;
      return answer;
    };
    const { backend, server } = await givenWith(
      { fetch: late },
      list,
      { body: BOOKING.replace('started', 'no-show') },
      { body: BOOKING.replace('started', 'no-show') },
    );
    const reading = backend.listEnrollments();
    await isAnswered;
    await backend.changeStatus('e1', 'no-show');
    letGo();
    expect((await reading).items[0]?.status).to.equal('started');
    expect((await read(backend)).status).to.equal('no-show');
    expect((await server.requests()).map(({ method }) => method)).to.deep.equal(['GET', 'PATCH', 'GET']);
  });

  it('waits as often and as long as the server asks, all requests together', async () => {
    const busy = problem(429, 'rate-limited', { retry_after_ms: 5 });
    const { backend, server } = await given(busy, busy, busy, busy, busy, busy, GOOD);
    expect((await read(backend)).id).to.equal('e1');
    expect(await server.requests()).to.have.length(7);
  });

  it('sends nothing else either, as long as the server asks to be left alone', async () => {
    const { random } = Math;
    let isWaiting = false;
    // Who waits draws a little more, so that not all of them come back at once.
    Math.random = () => ((isWaiting = true), random());
    const { backend, server } = await given(problem(429, 'rate-limited', { retry_after_ms: 60_000 }), GOOD);
    Math.random = random;
    const first = refused(backend, 'aborted');
    await waitUntil(() => isWaiting);
    const others = ['e2', 'e3', 'e4', 'e5'].map((id) => expectRejection(backend.getEnrollment(id), 'aborted'));
    // What isn't held back is on its way before this one.
    await fetch(`${server.url}/healthz`);
    expect(await server.requests()).to.have.length(1);
    backend.close();
    await Promise.all([first, ...others]);
    expect(await server.requests()).to.have.length(1);
  });

  it('says that it is blocked when the page’s own policy names no such server', async () => {
    const { server } = await given(GOOD);
    const frame = document.createElement('iframe');
    cleanUps.push(() => frame.remove());
    const heard = (): Promise<unknown> =>
      new Promise((resolve) => {
        const listen = ({ source, data }: MessageEvent<unknown>): void => {
          if (source !== frame.contentWindow || typeof data !== 'string') return;
          window.removeEventListener('message', listen);
          resolve(data);
        };
        window.addEventListener('message', listen);
      });
    frame.src = new URL('./guarded-page.html', import.meta.url).href;
    const ready = heard();
    document.body.append(frame);
    expect(await ready).to.equal('ready');
    const code = heard();
    frame.contentWindow?.postMessage(server.url, '*');
    expect(await code).to.equal('blocked' satisfies GuardedOutcome);
    expect(await server.requests()).to.deep.equal([]);
  });

  it('tells a server that lets the page in not from one that is away', async () => {
    const { backend, server } = await given({ ...GOOD, noCors: true });
    const { message } = await refused(backend, 'blocked');
    expect(message).to.contain('ENROLLKIT_ALLOWED_ORIGINS');
    expect((await server.requests()).length).to.be.at.most(2);
    const away = await given(GOOD);
    await away.server.close();
    await refused(away.backend, 'unavailable');
  });

  it('stops an upload, and everything else when it is closed', async () => {
    const { backend } = await given({ hang: true });
    const stop = new AbortController();
    const upload = backend.uploadCertificate(DRAFT, { signal: stop.signal, onProgress: () => stop.abort() });
    await expectRejection(upload, 'aborted');
    const reading = read(backend);
    backend.close();
    await expectRejection(reading, 'aborted');
    await expectRejection(read(backend), 'aborted');
  });

  it('tells an upload’s fate whether or not anybody watches how far it is', async () => {
    for (const options of [{}, { onProgress: () => undefined }]) {
      const { backend, server } = await given({ cut: 'before' });
      await expectRejection(backend.uploadCertificate(DRAFT, options), 'unavailable');
      // A browser may repeat some by itself: that is what the key is for.
      const keys = (await server.requests()).map(({ headers }) => headers['idempotency-key']);
      expect(keys.length).to.be.at.least(4);
      expect(new Set(keys).size).to.equal(1);
      const page = await given(html(413));
      await expectRejection(page.backend.uploadCertificate(DRAFT, options), 'too-large');
      const silent = await givenWith({ timeoutMs: 50 }, { hang: true });
      await expectRejection(silent.backend.uploadCertificate(DRAFT, options), 'timeout');
    }
  });

  it('keeps ids from leading to other addresses', async () => {
    const { backend, server } = await given(GOOD);
    for (const id of ['', '.', '..']) await expectRejection(backend.getEnrollment(id), 'not-found');
    await backend.getEnrollment('../products/1?x=#y');
    await backend.getEnrollment('scan.xml');
    expect((await server.requests()).map(({ url }) => url)).to.deep.equal([
      '/bookings/..%2Fproducts%2F1%3Fx%3D%23y',
      '/bookings/scan.xml.json',
    ]);
  });
});
