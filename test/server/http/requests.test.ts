import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnrollkitError } from '@enrollkit/core';
import { createApp } from '../../../packages/server/src/create-app.js';
import { negotiate } from '../../../packages/server/src/http/representation.js';
import { parseJson } from '../../../packages/server/src/http/request/parse-json.js';
import { toXml } from '../../../packages/server/src/http/to-xml.js';
import { JAN, made, makeBooking, makeCourse } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld } from '../support/http-world.js';
import { readXml } from '../support/read-xml.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ maxBodyBytes: 100_000 });
});
afterAll(() => world.close());

describe('JSON or XML', () => {
  it.each([
    ['*/*', 'json'],
    ['application/xml', 'xml'],
    ['text/xml;charset=utf-8', 'xml'],
    ['application/json;q=0.5, application/xml', 'xml'],
    ['application/xml;q=0.5, application/*', 'json'],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', 'xml'],
    ['application/json;q=0, */*', 'xml'],
    ['text/html', 'neither'],
    ['application/json;q=0', 'neither'],
    ['text/html, */*;q=0.1', 'json'],
  ])('Accept: %s is answered as %s', (accept, expected) => {
    expect(negotiate(accept)).toBe(expected);
  });

  it('refuses with 406 what it can write in no way, and an extension counts more than Accept', async () => {
    const { call } = world.newProvider();
    const refused = await call('/bookings', { headers: { Accept: 'image/png' } });
    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'not-acceptable', path: 'Accept' }] });
    const xml = await call('/bookings.xml', { headers: { Accept: 'application/json' } });
    expect(xml.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
    expect(xml.headers.get('Vary')).toContain('Accept');
    expect((await call('/bookings.json', { headers: { Accept: 'image/png' } })).status).toBe(200);
  });

  it('reads every booking back from XML, whatever is written in it', async () => {
    const { call } = world.newProvider();
    const name = ' <b>&amp; "Ada" \' ]]> \t\n\r\u0001\u0000x\ufffe\ud800 é😀 ';
    // PostgreSQL keeps no NUL, so what a person's name may hold ends before it.
    await makeBooking(call, {
      id: '007',
      participant: { ...JAN, name: name.replace('\u0000', '').replace('\ud800', '') },
    });
    await makeBooking(call, { id: 'b-2' });
    const { bookings } = readXml(await (await call('/bookings.xml')).text());
    expect(bookings).toMatchObject({ '@total': '2', '@size': '50', '@offset': '0' });
    const [first, second] = bookings!.booking as Record<string, unknown>[];
    expect(first).toMatchObject({
      id: '007',
      version: '1',
      start_date: '2026-08-24',
      participation_status: 'enrolled',
      participant: { email: JAN.email },
      history: { change: [{ to: 'enrolled', cause: { kind: 'rule', rule: 'enrollment-accepted' } }] },
    });
    expect((first!.participant as { name: string }).name).toBe(' <b>&amp; "Ada" \' ]]> \t\n\r\ufffdx\ufffd é😀 ');
    expect(second).toMatchObject({ id: 'b-2' });
    const empty = readXml(await (await call('/bookings.xml?email=nobody@example.nl')).text());
    expect(empty.bookings).toMatchObject({ '@total': '0' });
    expect(empty.bookings).not.toHaveProperty('booking');
  });

  it('writes halves of characters and control characters as a replacement, never as broken XML', () => {
    const { person } = readXml(toXml('person', { name: 'a\ud800b\udc00c\u0000\u001f😀' }));
    expect(person?.name).toBe('a\ufffdb\ufffdc\ufffd\ufffd😀');
  });

  it.each(['/certifications', '/products'])('writes %s as XML as well', async (path) => {
    const { call } = world.newProvider();
    await makeCourse(call);
    const root = path.slice(1);
    const page = readXml(await (await call(`${path}.xml`)).text())[root];
    expect(page).toMatchObject({ '@total': '1' });
    expect(page?.[root.slice(0, -1)]).toMatchObject([{ id: expect.any(String) as string }]);
  });

  it('refuses in XML who asked for XML, or sent some', async () => {
    const { call } = world.newProvider();
    const missing = await call('/bookings/none.xml');
    expect([missing.status, missing.headers.get('Content-Type')]).toEqual([
      404,
      'application/problem+xml; charset=utf-8',
    ]);
    expect(readXml(await missing.text()).problem).toMatchObject({ code: 'not-found', status: '404' });
    const sent = await call('/bookings', {
      method: 'POST',
      body: '<booking/>',
      headers: { 'Content-Type': 'text/xml' },
    });
    expect(sent.status).toBe(415);
    expect(readXml(await sent.text()).problem).toMatchObject({
      code: 'unsupported-media-type',
      errors: { error: [{ code: 'content-type-unsupported', params: { accepted: 'application/json' } }] },
    });
  });
});

describe('an ETag', () => {
  it('answers 304 for a record that was seen, and the record for another', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    for (const path of ['/products/prince2', '/bookings/b-1']) {
      const etag = (await call(path)).headers.get('ETag') ?? '';
      expect(etag).toMatch(/^"\d/);
      const same = await call(path, { headers: { 'If-None-Match': `W/${etag}, "other"` } });
      expect([same.status, await same.text(), same.headers.get('ETag')]).toEqual([304, '', etag]);
      expect((await call(path, { headers: { 'If-None-Match': '"0"' } })).status).toBe(200);
    }
  });

  it('of a product is its version, and a stale one is refused', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    expect((await call('/products/prince2')).headers.get('ETag')).toBe('"2"');
    const link = json('PUT', { certification_ids: [] }, { 'If-Match': '"1"' });
    const stale = await call('/products/prince2/certifications', link);
    expect([stale.status, await stale.json()]).toMatchObject([409, { current: { id: 'prince2', version: 2 } }]);
  });
});

describe('a product', () => {
  it('can be put back as it was read, and another id in it is refused', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    const read = await made(call('/products/prince2'));
    expect(await made(call('/products/prince2', json('PUT', read)))).toMatchObject({
      certification_ids: ['foundation'],
      state: 'active',
      version: 2,
    });
    const other = await call('/products/other', json('PUT', read));
    expect(await other.json()).toMatchObject({ errors: [{ code: 'id-mismatch', path: 'id' }] });
  });

  it('names the place of a fault deep inside', async () => {
    const { call } = world.newProvider();
    const response = await call(
      '/products/x',
      json('PUT', {
        name: 'X',
        description: '',
        language: 'nl',
        product_type: 'open',
        course_type: 'training',
        additional_costs: [{ id: 'a', type: 'lunch', amount_minor: -1, vat: 'excluded', mandatory: true }],
      }),
    );
    expect(await response.json()).toMatchObject({
      errors: [{ code: 'out-of-range', path: 'additional_costs[0].amount_minor' }],
    });
  });
});

describe('a request that is made wrongly', () => {
  it.each([
    ['{"a":1,}', 1, 8],
    ['{"a":\n  tru}', 2, 3],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['', 1, 1],
    ['{"a":"b', 1, 6],
    ['[1]]', 1, 4],
    ["{'a':1}", 1, 2],
  ])('is told where %j stops being JSON', (text, line, column) => {
    expect(() => parseJson(text)).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: 'json-malformed', params: { line, column } })],
      }) as Error,
    );
  });

  it('is answered 400 for malformed JSON, 413 for too much of it, and 415 for anything else', async () => {
    const { call } = world.newProvider();
    const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
      call('/bookings', { method: 'POST', body, headers });
    const type = { 'Content-Type': 'application/json' };
    const malformed = await post('{"a":', type);
    expect([malformed.status, await malformed.json()]).toMatchObject([
      400,
      { code: 'invalid', errors: [{ code: 'json-malformed' }] },
    ]);
    expect((await post(new Uint8Array([0x22, 0xff, 0x22]), type)).status).toBe(400);
    const large = await post(`"${'x'.repeat(200_000)}"`, type);
    expect([large.status, await large.json()]).toMatchObject([413, { errors: [{ code: 'body-too-large' }] }]);
    expect((await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post('{}', {})).status).toBe(415);
    const zipped = await post('{}', { ...type, 'Content-Encoding': 'gzip' });
    expect([zipped.status, await zipped.json()]).toMatchObject([
      415,
      { errors: [{ code: 'content-encoding-unsupported' }] },
    ]);
  });

  it('is told which methods a path has', async () => {
    const { call } = world.newProvider();
    const wrong = await call('/bookings/b-1', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'GET, HEAD, PATCH, OPTIONS']);
    expect((await call('/certificates', { method: 'PUT' })).headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect((await call('/nothing')).status).toBe(404);
    const head = await call('/bookings', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('is answered 401 with what to do when it shows nobody', async () => {
    const response = await world.app.request('/bookings');
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toContain('Bearer');
    expect(await response.json()).toMatchObject({
      code: 'unauthorized',
      help: expect.stringContaining('Authorization') as string,
    });
  });

  it('gets its id from a proxy that is trusted, and from nobody else', async () => {
    const settings = { ...world.parts.settings, trustedProxies: ['10.0.0.0/8'] };
    const app = createApp({ ...world.parts, settings });
    const idOf = async (given: string, remoteAddress: string) => {
      const env = { incoming: { socket: { remoteAddress } } };
      const answer = await app.request('/openapi.json', { headers: { 'X-Request-Id': given } }, env);
      return answer.headers.get('X-Request-Id');
    };
    expect(await idOf('trace-12345', '10.0.0.7')).toBe('trace-12345');
    expect(await idOf('trace-12345', '192.0.2.1')).toMatch(/^[\w-]{36}$/);
    expect(await idOf('a b<script>', '10.0.0.7')).toMatch(/^[\w-]{36}$/);
  });
});

describe('a fault of the server', () => {
  it('is answered with the request id and nothing else, and logged without what was sent', async () => {
    const app = createApp(world.parts, {
      mount: (api) => {
        api.get('/docs/broken', () => {
          throw new TypeError('secret jan@example.nl', { cause: new Error('password 1234') });
        });
        api.get('/docs/busy', () => {
          throw new EnrollkitError('rate-limited', 'x', { retryAfterMs: 1500 });
        });
      },
    });
    world.logged.length = 0;
    const broken = await app.request('/docs/broken');
    const requestId = broken.headers.get('X-Request-Id') ?? '';
    expect(requestId).toMatch(/^[\w-]{36}$/);
    expect(broken.status).toBe(500);
    const text = await broken.text();
    expect(text).toContain(requestId);
    expect(text).not.toMatch(/secret|jan@|password|at |\.ts/);
    const log = world.logged.join('');
    expect(log).toContain(requestId);
    expect(log).toContain('requests.test.ts');
    expect(log).not.toMatch(/secret|jan@|password/);
    const busy = await app.request('/docs/busy');
    expect([busy.status, busy.headers.get('Retry-After')]).toEqual([429, '2']);
  });
});

describe('an id that ends as an address does', () => {
  it('is reached with its dot written as %2E, and in both representations', async () => {
    const { call } = world.newProvider();
    const product = { name: 'Course', description: '', language: 'nl', product_type: 'open', course_type: 'training' };
    expect((await call('/products/z%2Ejson', json('PUT', product))).status).toBe(201);
    for (const path of ['/products/z%2Ejson', '/products/z.json.json']) {
      expect(await (await call(path)).json(), path).toMatchObject({ id: 'z.json' });
    }
    expect(await (await call('/products/z.json.xml')).text()).toContain('<id>z.json</id>');
  });

  it('is not taken for a new booking or certification, whose addresses are made here', async () => {
    const { call } = world.newProvider();
    for (const id of ['..', 'z.json']) {
      const certification = await call('/certifications', json('POST', { id, name: 'A', requires_valid_until: false }));
      expect([certification.status, await certification.json()]).toMatchObject([
        422,
        { errors: [{ code: 'id-not-allowed' }] },
      ]);
    }
  });
});
