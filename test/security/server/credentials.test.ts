// Keys and tokens that open nothing, and good ones that open no more than they say.
import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { revokeApiKey } from '../../../packages/server/src/access/api-keys.js';
import { freshId, json, startAttackedServer, type AttackedServer } from './support/attacked-server.js';
import { made, makeRecords, providerOf, STAFF, type Records } from './support/records.js';

const ALLOWED = 'https://portal.example.nl';

let server: AttackedServer;
let other: AttackedServer;
let records: Records;
beforeAll(async () => {
  server = await startAttackedServer({ allowedOrigins: [ALLOWED] });
  other = await startAttackedServer();
  records = await makeRecords(server);
});
afterAll(async () => {
  await server.close();
  await other.close();
  expect(server.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

async function goodToken(): Promise<{ readonly token: string; readonly payload: JWTPayload; readonly kid: string }> {
  const { token } = await server.tokens.sign(providerOf(records), 600);
  return { token, payload: decodeJwt(token), kid: decodeProtectedHeader(token).kid ?? '' };
}

async function secret(): Promise<Uint8Array> {
  const { rows } = await server.parts.database.pool.query<{ jwk: { k: string } }>('select jwk from signing_keys');
  return Buffer.from(rows[0]?.jwk.k ?? '', 'base64url');
}

/** Signs these claims as the server does, but for what is said here. */
async function forge(
  claims: JWTPayload,
  {
    alg = 'HS256',
    typ = 'at+jwt',
    kid,
    key,
  }: { alg?: string; typ?: string; kid?: string; key?: Parameters<SignJWT['sign']>[0] } = {},
): Promise<string> {
  const good = await goodToken();
  const signed = new SignJWT({ ...good.payload, ...claims }).setProtectedHeader({ alg, typ, kid: kid ?? good.kid });
  return signed.sign(key ?? (await secret()));
}

const now = (): number => Math.floor(Date.now() / 1000);

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Every credential that is not good, made anew. */
const FORGED: Readonly<Record<string, () => Promise<string> | string>> = {
  'of another server': async () => (await other.tokens.sign(providerOf(records), 600)).token,
  'that has expired': () => forge({ iat: now() - 700, exp: now() - 100 }),
  'from the future': () => forge({ iat: now() + 600, exp: now() + 1200 }),
  'that is not valid yet': () => forge({ nbf: now() + 600 }),
  'that lives longer than one may': () => forge({ iat: now() - 10_000, exp: now() + 10_000 }),
  'without an end': () => forge({ exp: undefined as unknown as number }),
  'without a beginning': () => forge({ iat: undefined as unknown as number }),
  'of no algorithm': async () => new UnsecuredJWT((await goodToken()).payload).encode(),
  'of no algorithm, with another spelling': async () => {
    const [, payload] = (await goodToken()).token.split('.');
    return `${Buffer.from('{"alg":"nOnE","typ":"at+jwt"}').toString('base64url')}.${payload}.`;
  },
  'of another algorithm of the same family': async () =>
    forge({}, { alg: 'HS512', key: Buffer.concat([await secret(), await secret()]) }),
  'that says RS256 and is signed so': () => forge({}, { alg: 'RS256', key: rsa.privateKey }),
  'signed with a public key as if it were a secret': () =>
    forge({}, { key: Buffer.from(createPublicKey(rsa.privateKey).export({ type: 'spki', format: 'pem' })) }),
  'signed with nothing': async () => `${(await goodToken()).token.split('.').slice(0, 2).join('.')}.`,
  'signed with another secret': () => forge({}, { key: randomBytes(32) }),
  'of a key that isn’t there': () => forge({}, { kid: freshId('kid') }),
  'of a key with a strange name': () => forge({}, { kid: "' or 1=1 --" }),
  'of a key that is a path': () => forge({}, { kid: '../../../../dev/null', key: Buffer.alloc(32) }),
  'of another type': () => forge({}, { typ: 'JWT' }),
  'for another audience': () => forge({ aud: 'somebody-else' }),
  'of another issuer': () => forge({ iss: 'https://evil.example' }),
  'with a role that isn’t there': () => forge({ role: 'root' }),
  'with a list as role': () => forge({ role: ['provider', 'platform-staff'] }),
  'of a participant without an address': () => forge({ role: 'participant', email: '' }),
  'of a participant with a list of addresses': () => forge({ role: 'participant', email: ['a@b.nl'] }),
  'with a provider that is no text': () => forge({ provider_id: { $ne: '' } }),
  'with bookings that are no list': () => forge({ booking_ids: '*' }),
  'that passes for a key': () => forge({ sub: 'key:1' }),
  'with altered claims': async () => {
    const [first, , last] = (await goodToken()).token.split('.');
    const payload = { ...(await goodToken()).payload, role: 'platform-staff', provider_id: undefined };
    return `${first}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${last}`;
  },
  'that brings its own key': async () => {
    const jwk = { kty: 'oct', k: Buffer.alloc(32).toString('base64url') };
    const { payload, kid } = await goodToken();
    return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid, jwk }).sign(Buffer.alloc(32));
  },
  'that is far too long': () => forge({ more: 'x'.repeat(10_000) }),
  'that is nothing like one': () => 'a.b.c',
  'that is half a key': async () => (await server.key('provider', records.providerId)).key.slice(0, -1),
  'of a key that was revoked': async () => {
    const { id, key } = await server.key('provider', records.providerId);
    expect((await server.with(key)('/bookings')).status).toBe(200);
    await revokeApiKey(server.parts.database, { id, clock: server.parts.clock });
    return key;
  },
  'of a key with another’s secret': async () => {
    const [mine, yours] = [await server.key('provider', 'rival'), await server.key('provider', records.providerId)];
    return `ek_${yours.id}_${mine.key.slice(-43)}`;
  },
};

describe('a credential', () => {
  it.each(Object.keys(FORGED))('%s is refused, and doesn’t say more than that', async (name) => {
    const credential = (await FORGED[name]?.()) ?? '';
    for (const path of ['/bookings', `/bookings/${records.bookingId}`, '/certificates', '/healthz']) {
      const response = await server.with(credential)(path);
      expect(response.status, path).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await response.text()).not.toContain(credential);
    }
  });

  it('is good as it was made, and not in a URL, a cookie or another scheme', async () => {
    const { token } = await goodToken();
    expect((await server.with(token)('/bookings')).status).toBe(200);
    for (const name of ['access_token', 'token', 'authorization', 'api_key', 'jwt']) {
      const response = await server.with()(`/bookings?${name}=${token}`);
      expect(response.status, name).toBe(401);
    }
    const elsewhere: Record<string, string>[] = [
      { Cookie: `token=${token}; access_token=${token}` },
      { 'X-Api-Key': token },
      { Authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}` },
      { Authorization: token },
      { Authorization: `Bearer ${token}, Bearer x` },
      { 'Proxy-Authorization': `Bearer ${token}` },
    ];
    for (const headers of elsewhere) expect((await server.with()('/bookings', { headers })).status).toBe(401);
  });
});

describe('making tokens', () => {
  it('is only for keys: no token makes another', async () => {
    const asked = json('POST', { subject: 'x', role: 'provider' });
    for (const actor of [providerOf(records), STAFF, { ...providerOf(records), enrollmentIds: [records.bookingId] }]) {
      expect((await server.as(actor)('/tokens', asked)).status).toBe(403);
    }
  });

  it('gives nobody more than the key has', async () => {
    const { key } = await server.key('provider', records.providerId);
    const ask = server.with(key);
    const refused: Record<string, unknown>[] = [
      { role: 'platform-staff' },
      { role: 'platform-staff', provider_id: records.providerId },
      { role: 'provider', provider_id: 'rival' },
      { role: 'participant', email: 'a@b.nl', provider_id: 'rival' },
      { role: 'employer-hr', employer_id: 'acme', provider_id: '' },
    ];
    for (const body of refused) {
      const response = await ask('/tokens', json('POST', { subject: 'x', ...body }));
      expect(response.status, JSON.stringify(body)).toBe(403);
    }
    const wrong: Record<string, unknown>[] = [
      { role: 'root' },
      { role: 'participant' },
      { role: 'employer-hr' },
      { role: 'provider', booking_ids: '*' },
      { role: 'provider', booking_ids: [1] },
      { role: 'provider', subject: 'key:1' },
      { role: 'provider', scope: 'all' },
      { role: 'provider', enrollment_ids: [] },
      { role: 'provider', expires_in: 10_000_000 },
      { role: 'provider', booking_ids: Array.from({ length: 501 }, () => 'b') },
      { role: 'provider', booking_ids: Array.from({ length: 500 }, () => freshId('booking')) },
    ];
    for (const body of wrong) {
      const response = await ask('/tokens', json('POST', { subject: 'x', ...body }));
      expect(response.status, JSON.stringify(body).slice(0, 100)).toBe(422);
    }
    expect((await ask('/tokens?provider_id=rival', json('POST', { subject: 'x', role: 'provider' }))).status).toBe(403);
  });

  it('for bookings of others opens none of them', async () => {
    const { key } = await server.key('provider', freshId('rival'));
    const asked = { subject: 'x', role: 'provider', booking_ids: [records.bookingId] };
    const { token } = await made(server.with(key)('/tokens', json('POST', asked)));
    const ask = server.with(token as string);
    expect((await ask(`/bookings/${records.bookingId}`)).status).toBe(404);
    expect(await made(ask('/bookings'))).toMatchObject({ items: [], total: 0 });
    expect(await made(ask('/certificates'))).toMatchObject({ items: [], total: 0 });
  });

  it('for no bookings at all opens none', async () => {
    const { key } = await server.key('provider', records.providerId);
    const asked = { subject: 'x', role: 'provider', booking_ids: [] };
    const { token } = await made(server.with(key)('/tokens', json('POST', asked)));
    expect(await made(server.with(token as string)('/bookings'))).toMatchObject({ items: [], total: 0 });
  });
});

describe('?provider_id=', () => {
  it('takes away and never adds', async () => {
    const ask = server.as(providerOf(records));
    for (const path of ['/bookings', `/bookings/${records.bookingId}`, '/certificates', '/products', '/audit']) {
      expect((await ask(`${path}?provider_id=rival`)).status, path).toBe(403);
      expect((await ask(`${path}?provider_id=`)).status, path).toBe(403);
      expect((await ask(`${path}?provider_id=${records.providerId}`)).status, path).toBe(200);
      expect([403, 422]).toContain((await ask(`${path}?provider_id=${records.providerId}&provider_id=rival`)).status);
    }
    const staff = server.as(STAFF);
    expect((await staff(`/bookings/${records.bookingId}?provider_id=rival`)).status).toBe(404);
    expect(await made(staff('/bookings?provider_id=rival'))).toMatchObject({ items: [], total: 0 });
    const participant = server.as({ id: 'jan', role: 'participant', email: records.email });
    expect((await participant(`/bookings/${records.bookingId}?provider_id=${records.providerId}`)).status).toBe(200);
    expect((await participant(`/bookings/${records.bookingId}?provider_id=rival`)).status).toBe(404);
  });
});

describe('a page of another origin', () => {
  it('hears nothing unless it is on the list, whatever it asks', async () => {
    const strangers = [
      'https://evil.example',
      'null',
      `${ALLOWED}.evil.example`,
      ALLOWED.replace('https', 'http'),
      `${ALLOWED}:8443`,
      '*',
    ];
    for (const origin of strangers) {
      for (const path of ['/bookings', '/nothing', `/certificates/${records.certificateId}/file`]) {
        const response = await server.as(providerOf(records))(path, { headers: { Origin: origin } });
        expect(response.headers.get('access-control-allow-origin'), `${origin} ${path}`).toBeNull();
        const preflight = await preflightOf(path, origin);
        expect(preflight.headers.get('access-control-allow-origin'), `${origin} ${path}`).toBeNull();
      }
    }
  });

  it('that is on the list may ask, without cookies', async () => {
    const preflight = await preflightOf('/bookings', ALLOWED);
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ALLOWED);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization/i);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const refused = await server.with('nonsense')('/bookings', { headers: { Origin: ALLOWED } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe(ALLOWED);
    expect(refused.headers.get('vary')).toMatch(/Origin/);
  });
});

function preflightOf(path: string, origin: string): Promise<Response> {
  const headers = {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization',
  };
  return server.with()(path, { method: 'OPTIONS', headers });
}

describe('what is said when something goes wrong', () => {
  it('holds nothing of the inside, and no secret', async () => {
    const staff = server.as(STAFF);
    const answers: Response[] = [
      await staff(`/bookings/${freshId('x')}`),
      await server.with('x.y.z')('/bookings'),
      await server.as(providerOf(records))('/bookings', {
        method: 'POST',
        body: '{',
        headers: { 'Content-Type': 'application/json' },
      }),
      await server.as(providerOf(records))('/bookings?size=x'),
      await staff(
        '/bookings',
        json('POST', { product_id: 'p', participant: { name: 'Geheim', email: 'geheim@example.nl' } }),
      ),
      await server.with()('/nothing', { method: 'DELETE' }),
    ];
    for (const answer of answers) {
      const text = await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('server')).toBeNull();
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(text).not.toMatch(/node_modules|at \w+ \(|\.ts:|\.js:|select |insert |enrollments|postgres|geheim/i);
    }
  });

  it('and what is logged holds no person, no credential, no file name and no query', async () => {
    const ask = server.as(providerOf(records));
    const { token } = await goodToken();
    await (await server.with(token)(`/bookings?email=${encodeURIComponent(records.email)}`)).text();
    await (await ask('/bookings?email=geheim@example.nl&size=abc')).text();
    // A fault of the database, while somebody's data is on its way to it.
    await server.parts.database.pool.query(
      "alter table enrollments add constraint broken check (participant_name <> 'Geheim')",
    );
    const person = { name: 'Geheim', email: 'geheim@example.nl', external_id: 'geheim-17' };
    const broken = await ask('/bookings', json('POST', { product_id: 'p', participant: person }));
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toMatch(/geheim|broken|constraint/i);
    await server.parts.database.pool.query('alter table enrollments drop constraint broken');

    const log = server.logged.splice(0).join('');
    expect(log).toContain('request failed');
    expect(log).not.toMatch(/geheim/i);
    expect(log).not.toMatch(/Jan Jansen|@example\.nl|diploma/);
    expect(log).not.toContain(records.email);
    expect(log).not.toContain(token);
    expect(log).not.toMatch(/ek_[\w-]{20}|Bearer|eyJ/);
    expect(log).not.toContain('size=abc');
  });
});
