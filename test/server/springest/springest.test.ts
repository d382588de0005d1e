import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../packages/server/src/create-app.js';
import type { Settings } from '../../../packages/server/src/settings/settings.js';
import {
  BASE_PATH,
  freshId,
  json,
  startAttackedServer,
  type Ask,
  type AttackedServer,
} from '../../security/server/support/attacked-server.js';
import { made, pdf, PRODUCT } from '../../security/server/support/records.js';
import { readXml } from '../support/read-xml.js';

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer({ maxFileBytes: 200_000, maxBodyBytes: 400_000, maxBundleItems: 5 });
});
afterAll(() => server.close());

const CERTIFICATION = 'PRINCE2 Foundation';

interface School {
  readonly providerId: string;
  readonly key: string;
  readonly own: Ask;
  /** Asks as existing clients do, with the key in the address. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Numbers of the bookings of these addresses, in the order of the addresses. */
  readonly numbers: (...emails: readonly string[]) => Promise<readonly number[]>;
}

/** A provider with a key, a verified certification and a booking for each of these people. */
async function school(...emails: readonly string[]): Promise<School> {
  const providerId = freshId('school');
  const own = server.as({ id: 'p.devries', role: 'provider', providerId });
  const staff = server.as({ id: 'staff', role: 'platform-staff', providerId });
  const { key } = await server.key('provider', providerId);
  const certification = { id: 'foundation', name: CERTIFICATION, requires_valid_until: false };
  await made(own('/certifications', json('POST', certification)));
  await made(staff('/certifications/foundation/verify', { method: 'POST' }));
  await made(own('/products/prince2', json('PUT', PRODUCT)));
  await made(own('/products/prince2/certifications', json('PUT', { certification_ids: ['foundation'] })));
  for (const email of emails) await book(own, email);
  const ask: School['ask'] = (path, init) =>
    server.with()(`/springest${path}${path.includes('?') ? '&' : '?'}api_key=${key}`, init);
  // Numbers are given to what is shown.
  await made(ask('/certifications.json'));
  return {
    providerId,
    key,
    own,
    ask,
    async numbers(...wanted) {
      const { bookings } = (await made(ask('/bookings.json?size=500'))) as unknown as {
        readonly bookings: readonly { readonly id: number; readonly user: { readonly email: string } }[];
      };
      return wanted.map((email) => bookings.find(({ user }) => user.email === email)?.id ?? 0);
    },
  };
}

/** The same server, set up in another way. */
function withSettings(settings: Partial<Settings>): Ask {
  const app = createApp({ ...server.parts, settings: { ...server.parts.settings, ...settings } });
  return async (path, init) => app.request(BASE_PATH + path, init);
}

const book = (own: Ask, email: string) =>
  made(own('/bookings', json('POST', { product_id: 'prince2', participant: { name: 'Jan', email } })));

const base64 = (content: string) => pdf(content).toString('base64');

const certificate = (email: string, more: Record<string, unknown> = {}) => ({
  certification_id: 1,
  email,
  valid_from: '2026-09-12',
  file: base64(email),
  ...more,
});

const xml = (body: string): RequestInit => ({ method: 'POST', body, headers: { 'Content-Type': 'application/xml' } });

const asXml = (fields: Record<string, unknown>) =>
  `<certificate>${Object.entries(fields)
    .map(([name, value]) => `<${name.replaceAll('_', '-')}>${String(value)}</${name.replaceAll('_', '-')}>`)
    .join('')}</certificate>`;

async function refused(answer: Promise<Response>, status = 400): Promise<string> {
  const response = await answer;
  const body = await response.text();
  expect(response.status, body).toBe(status);
  expect(body).toContain('errors');
  return body;
}

/** Everything that a provider's bookings say. */
const stored = async (own: Ask) => {
  const { items } = (await made(own('/certificates'))) as {
    readonly items: readonly { readonly user: { email: string } }[];
  };
  return items.map(({ user }) => user.email).sort();
};

describe('a script that was written for the existing API', () => {
  it('finds numbers, uploads one by one and as a bundle, pages, reads both representations and hears refusals', async () => {
    const people = ['jan@example.nl', 'ada@example.nl', 'bo@example.nl', 'cas@example.nl', 'dee@example.nl'];
    const [jan = '', ada = '', ...others] = people;
    const { key, own } = await school(...people);
    const input = {
      certification: CERTIFICATION,
      withConversion: { email: jan, valid_from: '2026-09-12', file: base64('jan') },
      withoutConversion: { email: ada.toUpperCase(), valid_from: '2026-09-12', file: base64('ada') },
      bundle: others.map((email) => ({
        email,
        valid_from: '2026-09-12',
        valid_until: '2029-09-12',
        file: base64(email),
      })),
    };
    const script = fileURLToPath(new URL('existing-client.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, `${server.url}/springest`, key]);
    child.stdin.end(JSON.stringify(input));
    const [output, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    expect(errors).toBe('');
    const said = JSON.parse(output) as Record<string, never>;

    expect(said).toMatchObject({
      certification_id: 1,
      booking: { id: said.conversion_id, participation_status: 'completed', user: { email: jan } },
      sentAsForm: { status: 201 },
      sentWithoutConversion: { status: 201, body: { user: { email: ada }, certification_id: 1, valid_until: null } },
      sentAsBundle: {
        status: 201,
        body: { certificates: others.map((email) => ({ user: { email }, valid_until: '2029-09-12' })) },
      },
      refusals: {
        noDate: { status: 400, text: expect.stringContaining('valid_from') as string },
        otherCertification: { status: 400, text: expect.stringContaining('certification_id') as string },
        wrongKey: 401,
        noKey: 401,
        noBooking: 404,
        nowhere: 404,
      },
      since: [],
    });
    const { sentAsForm, sentAsBundle, sentAgain, read, ofOne, readAsXml } = said as unknown as {
      readonly sentAsForm: { readonly text: string };
      readonly sentAsBundle: unknown;
      readonly sentAgain: unknown;
      readonly read: readonly { readonly id: number; readonly user: { readonly email: string } }[];
      readonly ofOne: unknown;
      readonly readAsXml: readonly number[];
    };
    expect(readXml(sentAsForm.text).certificate).toMatchObject({
      id: { '#text': '1', '@type': 'integer' },
      'certification-id': { '#text': '1' },
      'valid-until': { '@nil': 'true' },
    });
    // Sent again: nothing new, and the same answer.
    expect(sentAgain).toEqual(sentAsBundle);
    expect(await stored(own)).toEqual([...people].sort());
    expect(read.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(readAsXml).toEqual([1, 2, 3, 4, 5]);
    expect(ofOne).toEqual([read.find(({ user }) => user.email === jan)]);
  });
});

describe('each address', () => {
  it('answers in JSON and in XML as it ends, and else as the caller accepts, also what is refused', async () => {
    const { ask, numbers } = await school('a@x.nl');
    const [number = 0] = await numbers('a@x.nl');
    await made(ask('/certificates', json('POST', certificate('a@x.nl'))));
    const paths = { certifications: 200, bookings: 200, [`bookings/${number}`]: 200, 'users/certificates': 200 };
    for (const [path, status] of Object.entries({ ...paths, 'bookings/4711': 404, nowhere: 404 })) {
      const typeOf = async (end: string, accept = '*/*') => {
        const answer = await ask(`/${path}${end}`, { headers: { Accept: accept } });
        expect(answer.status, `${path}${end}`).toBe(status);
        const body = await answer.text();
        if (body.startsWith('<')) readXml(body);
        else JSON.parse(body);
        return [answer.headers.get('Content-Type')?.split(';')[0], body.startsWith('<')];
      };
      const [asJson, asXmlText] = [
        ['application/json', false],
        ['application/xml', true],
      ];
      expect(await typeOf('.json', 'application/xml'), path).toEqual(asJson);
      expect(await typeOf('.xml', 'application/json'), path).toEqual(asXmlText);
      expect(await typeOf(''), path).toEqual(asJson);
      expect(await typeOf('', 'application/xml'), path).toEqual(asXmlText);
    }
  });
});

describe('uploads', () => {
  it('answer each of a bundle, in JSON and in XML, keep what is right, and are 201 only when all is', async () => {
    const { ask, own } = await school('a@x.nl', 'b@x.nl', 'c@x.nl');
    const bundle = [
      certificate('a@x.nl'),
      certificate('nobody@x.nl'),
      'nonsense',
      certificate('b@x.nl', { valid_from: '31-12-2026' }),
    ];
    const response = await ask('/users/certificates.json', json('POST', bundle));
    expect(response.status).toBe(400);
    const { certificates } = (await response.json()) as { readonly certificates: readonly Record<string, unknown>[] };
    expect(certificates).toMatchObject([
      { id: 1, user: { email: 'a@x.nl' } },
      { errors: [expect.stringContaining('email: No booking matches') as string] },
      { errors: [expect.any(String) as string] },
      { errors: [expect.stringContaining('valid_from') as string] },
    ]);
    const inXml = [
      certificate('b@x.nl'),
      certificate('c@x.nl', {
        file: base64('c')
          .match(/.{1,20}/g)
          ?.join('\n'),
      }),
    ];
    const sent = await ask(
      '/certificates.xml',
      xml(`<certificates type="array">${inXml.map(asXml).join('')}</certificates>`),
    );
    const text = await sent.text();
    expect(sent.status, text).toBe(201);
    expect(text).toContain('<certificates type="array">');
    expect(await stored(own)).toEqual(['a@x.nl', 'b@x.nl', 'c@x.nl']);
    // The same file for other dates is no repetition.
    expect(
      await refused(ask('/certificates', json('POST', certificate('a@x.nl', { valid_from: '2026-10-01' })))),
    ).toContain('other dates');
  });

  it('never guess whose a certificate is: refused are several bookings, another address, and what is no number', async () => {
    const { ask, own, numbers } = await school('two@x.nl', 'two@x.nl', 'one@x.nl');
    await book(own, 'TWO@x.nl');
    const [one = 0] = await numbers('one@x.nl');
    const cases: readonly (readonly [Record<string, unknown>, string])[] = [
      [certificate('two@x.nl'), 'More than one booking'],
      [certificate('Two@X.nl'), 'More than one booking'],
      [certificate('two@x.nl', { conversion_id: one }), 'not the email address of the booking'],
      [certificate('one@x.nl', { email: null, conversion_id: one }), 'email: This field is missing'],
      [certificate('one@x.nl', { email: '', conversion_id: one }), 'email: This field is missing'],
      [certificate('one@x.nl', { conversion_id: one, booking_id: one + 1 }), 'conversion_id'],
      [certificate('one@x.nl', { conversion_id: 999_999_999 }), 'No record has this number'],
      ...[`${one}.0`, `0${one}`, '-1', '1e0', ' 1', '99999999999999999999', [one], { id: one }, true, one + 0.5].map(
        (conversion_id) => [certificate('one@x.nl', { conversion_id }), 'not a valid number'] as const,
      ),
      [certificate('one@x.nl', { certification_id: 'foundation' }), 'not a valid number'],
      [certificate('one@x.nl', { certification_id: undefined }), 'certification_id'],
      [certificate('one@x.nl', { file: `data:application/pdf;base64,${base64('x')}` }), 'file'],
      [certificate('one@x.nl', { file: undefined }), 'file'],
      [certificate('one@x.nl', { file: Buffer.from('<script>').toString('base64') }), 'file'],
    ];
    for (const [body, why] of cases)
      expect(await refused(ask('/certificates.json', json('POST', body)))).toContain(why);
    expect(await stored(own)).toEqual([]);
    const inOtherCase = ask('/certificates.json', json('POST', certificate('ONE@x.nl', { booking_id: String(one) })));
    expect(await made(inOtherCase)).toMatchObject({ user: { email: 'one@x.nl' } });
  });

  it('read XML within limits: nothing is expanded, nothing is deep, nothing is too much', async () => {
    const { ask, own } = await school('a@x.nl');
    const one = asXml(certificate('a@x.nl'));
    const cases: readonly (readonly [string, string])[] = [
      [`<!DOCTYPE c [<!ENTITY x "y">]>${one}`, 'DOCTYPE'],
      [`<!DOCTYPE c SYSTEM "file:///etc/passwd">${one}`, 'DOCTYPE'],
      [one.replace('a@x.nl', '&x;'), 'not well-formed'],
      ['<certificate>'.repeat(15_000), 'not a certificate'],
      [`<certificates>${'<certificates>'.repeat(15_000)}`, 'not a certificate'],
      [`<certificates>${one.repeat(6)}</certificates>`, '5'],
      [`<certificate>${'<email>a@x.nl</email>'.repeat(2)}</certificate>`, 'email'],
      [
        `<certificate>${Array.from({ length: 100 }, (_, at) => `<f${at}>1</f${at}>`).join('')}</certificate>`,
        'not a certificate',
      ],
      ['<review/>', 'not a certificate'],
      ['<certificates></certificates>', 'missing'],
      ['', 'not well-formed'],
      ['<certificate>', 'not well-formed'],
      [`<certificate>${'x'.repeat(400_001)}</certificate>`, 'large'],
    ];
    for (const [body, why] of cases) {
      const answer = await refused(ask('/certificates.xml', xml(body)));
      expect(answer).toContain(why);
      expect(readXml(answer).errors).toBeDefined();
    }
    const latin = { ...xml(''), body: Buffer.from(one.replace('a@x.nl', 'é@x.nl'), 'latin1') };
    expect(await refused(ask('/certificates.xml', latin))).toMatch(/UTF-8\.</);
    // Read piece by piece: what lies across two of them is read as one.
    const astral = `<certificate><x>${'x'.repeat(262_144 - 17)}😀\r\n</x><email>&#x1F600;</certificate>`;
    expect(await refused(ask('/certificates.xml', xml(astral)))).toContain('line 2');
    expect(await refused(ask('/certificates.json', json('POST', Array(6).fill(certificate('a@x.nl')))))).toContain('5');
    const large = new FormData();
    for (const [name, value] of Object.entries({ certification_id: '1', email: 'a@x.nl', valid_from: '2026-09-12' }))
      large.set(name, value);
    large.set('file', new File([Buffer.concat([pdf(), Buffer.alloc(200_000)])], 'd.pdf'));
    expect(await refused(ask('/certificates.json', { method: 'POST', body: large }))).toContain('file');
    large.set('file', base64('as text'));
    expect(await refused(ask('/certificates.json', { method: 'POST', body: large }))).toContain('file');
    expect(await stored(own)).toEqual([]);
  });
});

describe('numbers', () => {
  it('are a provider’s own: those of another one lead nowhere, to read and to write', async () => {
    const rich = await school('a@x.nl', 'b@x.nl', 'c@x.nl');
    const poor = await school('d@x.nl');
    const [, , third = 0] = await rich.numbers('a@x.nl', 'b@x.nl', 'c@x.nl');
    expect([...(await rich.numbers('a@x.nl', 'b@x.nl', 'c@x.nl'))].sort()).toEqual([1, 2, 3]);
    expect(await poor.numbers('d@x.nl')).toEqual([1]);
    await made(rich.ask('/certificates', json('POST', certificate('c@x.nl', { conversion_id: third }))));

    expect(await made(poor.ask('/bookings/1.json'))).toMatchObject({ user: { email: 'd@x.nl' } });
    // As if it weren't there, and in the same words.
    const others = await refused(poor.ask(`/bookings/${third}.json`), 404);
    expect(others).toBe(await refused(poor.ask('/bookings/4711.json'), 404));
    for (const id of ['0', '-1', '1e0', '99999999999999999999', 'foundation', '1%00', '%2e%2e'])
      await refused(poor.ask(`/bookings/${id}`), 404);
    const stolen = certificate('c@x.nl', { conversion_id: third, file: base64('stolen') });
    expect(await refused(poor.ask('/certificates', json('POST', stolen)))).toContain('No record has this number');
    expect(await refused(poor.ask(`/users/certificates.json?provider_id=${rich.providerId}`), 403)).not.toContain(
      'c@x.nl',
    );
    expect(await made(poor.ask('/users/certificates.json?email=c@x.nl'))).toMatchObject({
      meta: { results: 0 },
      certificates: [],
    });
    expect(await made(poor.ask('/users/certificates.json?certification_id=4711'))).toMatchObject({
      meta: { results: 0 },
    });
    expect(await stored(rich.own)).toEqual(['c@x.nl']);
  });

  it('are given once, however many ask at the same time, and stay', async () => {
    const emails = Array.from({ length: 12 }, (_, at) => `p${at}@x.nl`);
    const { numbers, own, ask } = await school(...emails);
    const all = await Promise.all(Array.from({ length: 8 }, () => numbers(...emails)));
    expect(new Set(all.map(String)).size).toBe(1);
    expect(new Set(all[0]).size).toBe(12);
    await book(own, 'new@x.nl');
    expect(await numbers(...emails)).toEqual(all[0]);
    expect(await refused(ask('/bookings.json?size=501'))).toContain('size');
    expect(await refused(ask('/users/certificates.json?created_from=yesterday'))).toContain('created_from');
    // As there: what isn't a parameter is ignored.
    expect(await made(ask('/bookings.json?fields=id&size=1'))).toMatchObject({ meta: { results: 13, offset: 0 } });
  });
});

describe('the key in the address', () => {
  it('opens only this API, only as a provider’s API key, and ends in no log, no answer and no trail', async () => {
    const { key, ask, own, providerId } = await school('a@x.nl');
    const bare = server.with();
    expect((await bare(`/certificates?api_key=${key}`)).status).toBe(401);
    expect((await bare(`/springest/../certificates?api_key=${key}`)).status).toBe(401);
    expect((await bare(`/springestx/bookings?api_key=${key}`)).status).toBe(401);
    const { token } = await server.tokens.sign({ id: 'page', role: 'provider', providerId }, 600);
    expect(await refused(bare(`/springest/bookings.json?api_key=${token}`), 401)).not.toContain(token);
    expect((await server.with(token)('/springest/bookings.json')).status).toBe(200);
    const staff = await server.key('platform-staff');
    await refused(bare(`/springest/bookings.json?api_key=${staff.key}`), 403);

    const answers = [
      await ask('/certificates.json', json('POST', certificate('a@x.nl'))),
      await ask('/certificates.json', json('POST', certificate('b@x.nl'))),
      await ask('/certificates.json', { method: 'POST', body: '{' }),
      await ask('/nowhere.xml'),
      await ask('/bookings/1', { method: 'DELETE' }),
      await bare(`/springest/bookings?api_key=${key.slice(0, -1)}x`),
      await bare(`/springest/bookings?api_key=${key}&api_key=${key}&size=${key}`),
    ];
    for (const answer of answers) {
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain(key.slice(-30, -1));
    }
    expect(server.logged.length).toBeGreaterThan(5);
    expect(server.logged.join('')).not.toContain(key.slice(-30, -1));
    const trail = JSON.stringify(await made(own('/audit?size=500')));
    expect(trail).toContain('certificate.upload');
    expect(trail).not.toContain(key.slice(-30, -1));
  });

  it('is counted like any other: by credential, and by address when it is wrong', async () => {
    const strict = withSettings({ rateLimitPerMinute: 5 });
    const { key } = await server.key('provider', freshId('school'));
    const statuses = async (shown: string) => {
      const answers: number[] = [];
      while (answers.length < 7) answers.push((await strict(`/springest/bookings.json?api_key=${shown}`)).status);
      return answers;
    };
    expect(await statuses(key)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const wrong = await statuses(`${key.slice(0, -3)}AAA`);
    expect(wrong.slice(0, 4)).toEqual([401, 401, 401, 401]);
    expect(wrong.at(-1)).toBe(429);
  });

  it('means nothing where the settings don’t say so', async () => {
    const off = withSettings({ springestApi: false });
    const { key } = await server.key('provider', freshId('school'));
    expect((await off(`/springest/bookings.json?api_key=${key}`)).status).toBe(401);
    const headers = { Authorization: `Bearer ${key}` };
    expect((await off('/springest/bookings.json', { headers })).status).toBe(404);
    expect(await (await off('/openapi.json')).text()).not.toContain('springest');
  });
});
