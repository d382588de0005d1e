// Every text that a request can carry, as an attacker would write it: it comes back as it was, or is refused. Never a fault.
import { sanitizeDescription } from '@enrollkit/feed/html/without-dom.js';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, json, startAttackedServer, type Ask, type AttackedServer } from './support/attacked-server.js';
import { made, makeRecords, newCertificate, providerOf, PRODUCT, STAFF, type Records } from './support/records.js';

const TEXTS: Readonly<Record<string, string>> = {
  'the end of an SQL text': "'; drop table certificates; --",
  'a condition that is always true': "' or '1'='1",
  'wildcards and backslashes of LIKE': '%_\\%\\\\',
  'a parameter of SQL': '$1 :id ? @x',
  'a cast and a function': "1::int || pg_sleep(9) || '",
  'quotes of every kind': `"'\`´“”«»`,
  'the end of a header': 'a\r\nSet-Cookie: hit=1\r\n\r\n<script>',
  'a null character': 'a\u0000b',
  'control characters': 'a\u0001\u0007\u001b[31m\u007f\u0085b',
  'half a character': 'x\ud800y',
  'a path': '../../../../etc/passwd',
  'a path of Windows': '..\\..\\windows\\win.ini',
  'a device of Windows': 'CON',
  'an encoded path': '%2e%2e%2f%00',
  'HTML that runs script': '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'the end of CDATA': ']]><x/>&amp;&#0;&bogus;',
  'a template': '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  'a formula': '=HYPERLINK("http://example.com")',
  'a name from Object': '__proto__',
  'another name from Object': 'constructor',
  'directions of writing': 'a\u202egnp.exe\u2066',
  'a separator of lines': 'a\u2028b\u2029c\ufeff\uffff',
  'spaces around': '  a  ',
  'letters of many scripts': 'Zoë 日本語 العربية 🎓👩🏽‍🎓',
  'a number': '1e309',
  // That no compression makes short enough for an index.
  'a very long text': randomBytes(5_000).toString('hex'),
};

let server: AttackedServer;
let records: Records;
let ask: Ask;
beforeAll(async () => {
  server = await startAttackedServer();
  records = await makeRecords(server);
  ask = server.as(providerOf(records));
});
afterAll(async () => {
  await server.close();
  expect(server.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

const CASES = Object.entries(TEXTS).map(([name, text]) => ({ name, text }));

/** What was stored is what was sent; else nothing was, and the request is at fault. */
async function expectKeptOrRefused(
  answer: Promise<Response>,
  read: (body: Record<string, unknown>) => unknown,
  text: unknown,
): Promise<Record<string, unknown> | undefined> {
  const response = await answer;
  const body = (await response.json()) as Record<string, unknown>;
  if (response.status >= 300) {
    expect(response.status, JSON.stringify(body)).toBe(422);
    return undefined;
  }
  expect(read(body)).toEqual(text);
  return body;
}

describe.each(CASES)('$name', ({ text }) => {
  const participantOf = (body: Record<string, unknown>) => body.participant as Record<string, unknown>;

  it('as a person', async () => {
    const id = freshId('booking');
    const participant = {
      name: text,
      email: `${text.replace(/\s/g, '')}@example.nl`,
      external_id: text,
      employer_id: text,
    };
    const booking = { id, product_id: records.productId, starting_date_id: text, participant };
    const { starting_date_id: _, ...undated } = booking;
    await expectKeptOrRefused(ask('/bookings', json('POST', booking)), participantOf, participant);
    const kept = await expectKeptOrRefused(ask('/bookings', json('POST', undated)), participantOf, participant);
    if (!kept) return;
    expect(participantOf(await made(ask(`/bookings/${id}`)))).toEqual(participant);
    for (const filter of ['external_id', 'email'] as const) {
      const query = new URLSearchParams({ [filter]: participant[filter], product_id: records.productId });
      const { items } = await made(ask(`/bookings?${query.toString()}`));
      expect((items as { id: string }[]).map((item) => item.id)).toContain(id);
    }
    // HR of that employer finds its own, and nobody else's.
    const hr = server.as({ id: 'hr', role: 'employer-hr', employerId: text, providerId: records.providerId });
    const { items } = text.trim() === '' ? { items: [] } : await made(hr('/bookings'));
    for (const item of items as Record<string, unknown>[]) expect(participantOf(item).employer_id).toBe(text);
  });

  it('as an id', async () => {
    const participant = { name: 'Jan', email: 'jan@example.nl' };
    const booking = { id: text, product_id: text, participant };
    const kept = await expectKeptOrRefused(ask('/bookings', json('POST', booking)), ({ id }) => id, text);
    const own = server.as({ ...providerOf(records), id: text });
    for (const path of ['/bookings', '/certificates', '/products', '/certifications']) {
      const response = await own(`${path}/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))}`);
      // Dots and slashes make another address of it; so does its length.
      expect([200, 404, 405, 414, 431]).toContain(response.status);
      if (kept && path === '/bookings' && response.status === 200)
        expect(((await response.json()) as { id: string }).id).toBe(text);
      else await response.text();
    }
    if (kept)
      expect((await made(ask('/bookings?size=500'))).items).toContainEqual(expect.objectContaining({ id: text }));
  });

  it('in every parameter of every list', async () => {
    const lists = {
      '/bookings': ['email', 'external_id', 'product_id', 'status', 'participation_status', 'created_at', 'updated_at'],
      '/certificates': ['email', 'certification_id', 'booking_id', 'created_from'],
      '/products': ['state'],
      '/certifications': ['product_id'],
      '/audit': ['booking_id', 'certificate_id', 'actor', 'from', 'until'],
    };
    for (const [path, names] of Object.entries(lists)) {
      for (const name of [...names, 'size', 'offset', text]) {
        const response = await ask(`${path}?${new URLSearchParams({ [name]: text }).toString()}`);
        expect([200, 404, 422, 431], `${path}?${name}`).toContain(response.status);
        // Node itself answers what is too long for a head, without a body.
        const { items = [] } = JSON.parse((await response.text()) || '{}') as { items?: unknown[] };
        // What was stored with this very text is found by it, and nothing else.
        for (const item of items)
          expect(JSON.stringify(item), `${path}?${name}`).toContain(JSON.stringify(text).slice(1, -1));
      }
    }
  });

  it('in a product and a certification, also read as XML', async () => {
    const id = freshId('product');
    const product = {
      ...PRODUCT,
      name: text,
      description: text,
      runtime: text,
      additional_costs: [
        { id: text, type: 'other', type_other: text, amount_minor: 1, vat: 'exempt', mandatory: false },
      ],
      lti_params: [{ key: text, value: text }],
    };
    const pick = ({ name, description, runtime, additional_costs, lti_params }: Record<string, unknown>) => ({
      ...PRODUCT,
      name,
      description,
      runtime,
      additional_costs,
      lti_params,
    });
    const stored = { ...product, description: sanitizeDescription(text) };
    const kept = await expectKeptOrRefused(ask(`/products/${id}`, json('PUT', product)), pick, stored);
    if (kept) {
      expect(pick(await made(ask(`/products/${id}`)))).toEqual(stored);
      expectWellFormed(await (await ask(`/products/${id}.xml`)).text());
    }
    const certification = { id: freshId('certification'), name: text, description: text, requires_valid_until: false };
    await expectKeptOrRefused(
      ask('/certifications', json('POST', certification)),
      ({ name, description }) => ({ name, description }),
      { name: text, description: text },
    );
  });

  it('as the name of a file, which stays in its header', async () => {
    const { bookingId, certificationId } = records;
    const fields = newCertificate({ booking_id: bookingId, certification_id: certificationId, file_name: text });
    const kept = await expectKeptOrRefused(ask('/certificates', json('POST', fields)), nameOf, text);
    if (!kept) return;
    const file = await ask(`/certificates/${kept.id as string}/file`);
    expect(file.status).toBe(200);
    expect(file.headers.get('set-cookie')).toBeNull();
    const disposition = file.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[^"\\/\r\n]+"; filename\*=UTF-8''[\w.!~*'()%-]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).not.toMatch(/[\\/\u0000-\u001f]/);
    await file.arrayBuffer();
    expectWellFormed(
      await (await ask(`/certificates/${kept.id as string}`, { headers: { Accept: 'application/xml' } })).text(),
    );
  });

  it('as whoever somebody is, and as the key of a request', async () => {
    const { key } = await server.key('provider', records.providerId);
    const asked = json('POST', { subject: text, role: 'participant', email: 'eve@example.nl', booking_ids: [text] });
    const response = await server.with(key)('/tokens', asked);
    const { token = '' } = (await response.json()) as { token?: string };
    expect([201, 422]).toContain(response.status);
    if (token) {
      const answer = await server.with(token)('/bookings');
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ items: [] });
    }
    if (/^[\u0020-\u00ff]*$/.test(text)) {
      const keyed = json('PATCH', { participation_status: 'started' }, { 'Idempotency-Key': text });
      expect([200, 422]).toContain((await ask(`/bookings/${records.bookingId}`, keyed)).status);
    }
  });
});

describe('a null character, which no column holds,', () => {
  const NULL = 'a%00b';

  it('is no fault in a path or in a parameter of anything that is documented', async () => {
    const { paths } = (await (await server.with()('/openapi.json')).json()) as {
      readonly paths: Readonly<
        Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
      >;
    };
    const { key } = await server.key('platform-staff');
    for (const each of [ask, server.with(key)]) {
      for (const [path, operations] of Object.entries(paths)) {
        for (const [method, { parameters = [] }] of Object.entries(operations)) {
          const target = path.replaceAll(/\{\w+\}/g, NULL);
          const queries = method === 'get' ? parameters.flatMap((one) => (one.in === 'query' ? one.name : [])) : [];
          const targets = [...(target === path ? [] : [target]), ...queries.map((name) => `${path}?${name}=${NULL}`)];
          for (const asked of targets) {
            const response = await each(
              asked.replace(/\{\w+\}/, 'x'),
              method === 'get' ? {} : json(method.toUpperCase(), {}),
            );
            expect(response.status, `${method} ${asked}`).toBeLessThan(500);
            await response.body?.cancel();
          }
        }
      }
    }
  });

  it('is no fault in what a learning platform sends', async () => {
    const login = { iss: 'x', login_hint: 'x', target_link_uri: 'x', client_id: 'x', lti_deployment_id: 'x' };
    const launch = { id_token: 'a.b.c', state: 'x'.repeat(43), lti_storage: 'x' };
    const register = { openid_configuration: 'https://x.example.nl/', registration_token: 'x', token: 'x'.repeat(43) };
    for (const [path, fields] of Object.entries({ login, launch, register })) {
      for (const name of Object.keys(fields)) {
        const query = new URLSearchParams({ ...fields, [name]: 'a\u0000b' }).toString();
        const posted = {
          method: 'POST',
          body: query,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        };
        for (const [target, init] of [
          [`/lti/${path}?${query}`, {}],
          [`/lti/${path}`, posted],
        ] as const) {
          const response = await server.with()(target, init);
          expect(response.status, `${path}: ${name}`).toBeLessThan(500);
          await response.body?.cancel();
        }
      }
    }
  });
});

interface Parameter {
  readonly in: string;
  readonly name: string;
}

describe('after all of these', () => {
  it('every table is there, and staff can read every record as XML', async () => {
    const staff = server.as(STAFF);
    for (const path of ['/bookings', '/certificates', '/products', '/certifications']) {
      const response = await staff(`${path}.xml?size=500`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
      expectWellFormed(await response.text());
    }
    const refused = await staff(`/bookings.xml?participation_status=${encodeURIComponent(']]><x>&\u0001')}`);
    expect(refused.status).toBe(422);
    expectWellFormed(await refused.text());
  });
});

function nameOf({ file }: Record<string, unknown>): unknown {
  return (file as { name: unknown }).name;
}

/** A second reader of XML says so, which was not written with this one in mind. */
function expectWellFormed(xml: string): void {
  execFileSync('xmllint', ['--noout', '--nonet', '-'], { input: xml });
}
