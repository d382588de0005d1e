import { scopeOf, type Actor } from '@enrollkit/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientAddress } from '../../../packages/server/src/access/client-address.js';
import { bearer, openAccessWorld, type AccessWorld } from './access-world.js';

const REQUEST = { subject: 'u1', role: 'participant', email: 'Jan@Example.nl' };

describe('what stands before every route', () => {
  let world: AccessWorld;
  beforeAll(async () => (world = await openAccessWorld()));
  afterAll(() => world.close());

  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });

  async function mint(key: string, body: object, app = world.app()): Promise<Response> {
    const headers = { ...bearer(key).headers, 'Content-Type': 'application/json' };
    return app.request('/tokens', { method: 'POST', body: JSON.stringify(body), headers });
  }

  it('lets nobody in without a credential, but to what is public', async () => {
    const app = world.app();
    const refused = await app.request('/whoami');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer realm="enrollkit"');
    expect(await refused.json()).toMatchObject({ code: 'unauthorized' });
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/healthzz')).status).toBe(401);
  });

  it('reads a credential from nowhere but its header', async () => {
    const app = world.app();
    const { key } = await world.key('provider', 'acme');
    for (const path of [`/whoami?access_token=${key}`, `/whoami?token=${key}`]) {
      expect((await app.request(path)).status).toBe(401);
    }
    for (const header of [`Basic ${key}`, key, 'Bearer', `Bearer ${key} ${key}`, `Bearer ${'a'.repeat(9000)}`]) {
      const answer = await app.request('/whoami', { headers: { Authorization: header } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/error="invalid_token"/);
    }
    expect((await app.request('/whoami', { headers: { Authorization: `bearer ${key}` } })).status).toBe(200);
  });

  it('makes a token for a widget, which is then who it says', async () => {
    const app = world.app();
    const { key } = await world.key('provider', 'acme');
    const answer = await mint(key, { ...REQUEST, booking_ids: ['b1'], expires_in: 60 }, app);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const { token, expires_at } = (await answer.json()) as { token: string; expires_at: string };
    expect(expires_at).toBe(new Date(Date.parse(world.now) + 60_000).toISOString());
    expect(await (await app.request('/whoami', bearer(token))).json()).toMatchObject({
      actor: { id: 'u1', role: 'participant', email: 'jan@example.nl', providerId: 'acme', enrollmentIds: ['b1'] },
      credential: { kind: 'token', expiresAt: expires_at },
    });
    const again = await mint(token, REQUEST, app);
    expect(again.status).toBe(403);
  });

  it('makes a token that says what people call its owner, and by which key of the host’s they are found', async () => {
    const app = world.app();
    const { key } = await world.key('provider', 'acme');
    const asked = { subject: 'wp:5', role: 'participant', external_id: 'emp-17', name: '  Kim de Vries ' };
    const { token } = (await (await mint(key, asked, app)).json()) as { token: string };
    const { actor } = (await (await app.request('/whoami', bearer(token))).json()) as { actor: Actor };
    expect(actor).toEqual({
      id: 'wp:5',
      name: 'Kim de Vries',
      role: 'participant',
      externalId: 'emp-17',
      providerId: 'acme',
    });
    for (const nobody of [
      { ...asked, external_id: ' ' },
      { ...asked, name: '' },
      { subject: 'x', role: 'participant' },
    ]) {
      expect((await mint(key, nobody, app)).status).toBe(422);
    }
  });

  it('makes tokens of a host with one provider that are for no other', async () => {
    const app = world.app();
    const { key } = await world.key('provider');
    for (const asked of [REQUEST, { subject: 'hr', role: 'employer-hr', employer_id: 'acme' }]) {
      const { token } = (await (await mint(key, asked)).json()) as { token: string };
      const { actor } = (await (await app.request('/whoami', bearer(token))).json()) as { actor: Actor };
      expect(scopeOf(actor)).toMatchObject({ providerId: null });
      expect((await app.request('/whoami?provider_id=acme', bearer(token))).status).toBe(403);
    }
    const { token } = (await (await mint(key, { subject: 'p', role: 'provider' })).json()) as { token: string };
    const { actor } = (await (await app.request('/whoami', bearer(token))).json()) as { actor: Actor };
    expect(actor).toEqual({ id: 'p', role: 'provider' });
  });

  it('lets a key give away no more than it has', async () => {
    const provider = (await world.key('provider', 'acme')).key;
    const staff = (await world.key('platform-staff')).key;
    const statusOf = async (key: string, body: object) => (await mint(key, body)).status;
    expect(await statusOf(provider, { ...REQUEST, provider_id: 'other' })).toBe(403);
    expect(await statusOf(provider, { subject: 'u1', role: 'platform-staff' })).toBe(403);
    expect(await statusOf(provider, { ...REQUEST, provider_id: 'acme' })).toBe(201);
    expect(await statusOf(staff, { subject: 'u1', role: 'platform-staff' })).toBe(201);
    expect(await statusOf(staff, REQUEST)).toBe(422);
    expect(await statusOf(staff, { ...REQUEST, provider_id: 'acme' })).toBe(201);
  });

  it.each([
    [{ role: 'participant', email: 'a@b.nl' }, 'subject'],
    [{ subject: ' ', role: 'provider' }, 'subject'],
    [{ subject: 'key:k1', role: 'provider' }, 'subject'],
    [{ subject: 'import-worker', role: 'provider' }, 'subject'],
    [{ subject: ' trainer', role: 'provider' }, 'subject'],
    [{ subject: 'u1', role: 'admin' }, 'role'],
    [{ subject: 'u1', role: 'participant' }, 'email'],
    [{ subject: 'u1', role: 'employer-hr' }, 'employer_id'],
    [{ ...REQUEST, expires_in: 0 }, 'expires_in'],
    [{ ...REQUEST, expires_in: 3601 }, 'expires_in'],
    [{ ...REQUEST, admin: true }, 'admin'],
  ])('says what is wrong with %j', async (body, path) => {
    const { key } = await world.key('provider', 'acme');
    const answer = await mint(key, body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it('lets platform staff ask for one provider at a time, and a provider for no other', async () => {
    const app = world.app();
    const staff = await world.key('platform-staff');
    const provider = await world.key('provider', 'acme');
    const asStaff = await app.request('/whoami?provider_id=acme', bearer(staff.key));
    expect(await asStaff.json()).toMatchObject({ actor: { role: 'platform-staff', providerId: 'acme' } });
    expect((await app.request('/whoami?provider_id=acme', bearer(provider.key))).status).toBe(200);
    expect((await app.request('/whoami?provider_id=other', bearer(provider.key))).status).toBe(403);
    const alone = await world.key('provider');
    expect((await app.request('/whoami?provider_id=acme', bearer(alone.key))).status).toBe(403);
  });

  it('lets pages call that are on the list, and others not', async () => {
    const app = world.app({ allowedOrigins: ['https://portal.example'] });
    const preflight = (origin: string) =>
      app.request('/whoami', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'PATCH' },
      });
    const allowed = await preflight('https://portal.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://portal.example');
    expect(allowed.headers.get('Access-Control-Allow-Methods')).toContain('PATCH');
    expect(allowed.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key');
    expect(allowed.headers.get('Access-Control-Max-Age')).toBe('7200');
    expect(allowed.headers.get('Vary')).toContain('Origin');
    for (const origin of ['https://evil.example', 'https://portal.example.evil.example', 'null']) {
      expect((await preflight(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
    const refused = await app.request('/whoami', { headers: { Origin: 'https://portal.example' } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('https://portal.example');
    expect(refused.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect(refused.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it('keeps browsers careful with every answer', async () => {
    const app = world.app();
    for (const path of ['/healthz', '/whoami']) {
      const { headers } = await app.request(path);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    }
  });

  it('says how much one may ask, and refuses what is more', async () => {
    const app = world.app({ rateLimitPerMinute: 2 });
    const { key } = await world.key('provider', 'acme');
    const other = await world.key('provider', 'acme');
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await app.request('/whoami', bearer(key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('RateLimit-Remaining'))).toEqual(['1', '0', '0']);
    expect(answers[2]!.headers.get('RateLimit-Limit')).toBe('2');
    expect(Number(answers[2]!.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await answers[2]!.json()).toMatchObject({ code: 'rate-limited' });
    expect((await app.request('/whoami', bearer(other.key))).status).toBe(200);
  });

  it('counts a widget’s tokens together, however often it gets a new one', async () => {
    const app = world.app({ rateLimitPerMinute: 3 });
    const { key } = await world.key('provider', 'acme');
    const statuses = [];
    const tokens = [];
    for (let i = 0; i < 3; i += 1) {
      tokens.push(((await (await mint(key, REQUEST)).json()) as { token: string }).token);
    }
    for (const token of [...tokens, tokens[0]!]) statuses.push((await app.request('/whoami', bearer(token))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('tells an address that guesses to wait, and lets everybody with a right credential in beside it', async () => {
    const app = world.app();
    const { key } = await world.key('provider', 'acme');
    const { token } = (await (await mint(key, REQUEST)).json()) as { token: string };
    const guess = (address: string, wrong: string) => app.request('/whoami', bearer(wrong), from(address));
    const statuses = [];
    for (let i = 0; i < 70; i += 1) {
      const wrong = i % 2 === 0 ? `ek_a_${String(i).padStart(43, 'x')}` : `${token.slice(0, -4)}${1000 + i}`;
      statuses.push((await guess('192.0.2.1', wrong)).status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await guess('192.0.2.1', key)).status).toBe(200);
    expect((await guess('192.0.2.1', token)).status).toBe(200);
    expect((await guess('192.0.2.2', 'ek_a_b')).status).toBe(401);
  });

  it('does not look again and again at one credential that is wrong', async () => {
    const app = world.app();
    const statuses = [];
    for (let i = 0; i < 7; i += 1) {
      statuses.push((await app.request('/whoami', bearer('ek_a_b'), from('192.0.2.7'))).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('counts a provider’s tokens together, whoever they are for', async () => {
    const app = world.app({ providerRateLimitPerMinute: 5 });
    const statusOf = async (credential: string) => (await app.request('/whoami', bearer(credential))).status;
    const { key } = await world.key('provider', 'many-tokens');
    const statuses = [];
    for (let i = 0; i < 7; i += 1) {
      const answer = await mint(key, { ...REQUEST, subject: `u${i}` });
      statuses.push(await statusOf(((await answer.json()) as { token: string }).token));
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const other = await world.key('provider', 'another');
    expect(await statusOf(other.key), 'of another provider').toBe(200);
  });

  it('takes an expired token for no guess', async () => {
    const app = world.app({ rateLimitPerMinute: 20 });
    const { key } = await world.key('provider', 'acme');
    const { token } = (await (await mint(key, { ...REQUEST, expires_in: 1 })).json()) as { token: string };
    const before = world.now;
    world.now = new Date(Date.parse(before) + 60_000).toISOString();
    for (let i = 0; i < 10; i += 1) {
      expect((await app.request('/whoami', bearer(token), from('192.0.2.1'))).status).toBe(401);
    }
    expect((await app.request('/whoami', bearer(key), from('192.0.2.1'))).status).toBe(200);
    world.now = before;
  });

  it('never refuses to say that it is alive', async () => {
    const app = world.app({ rateLimitPerMinute: 1 });
    for (const path of ['/healthz', '/healthz/live']) {
      for (let i = 0; i < 5; i += 1) expect((await app.request(path)).status).toBe(200);
    }
  });

  it.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['10.0.0.5', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.5', '1.1.1.1, 198.51.100.7, 10.0.0.9', '198.51.100.7'],
    ['10.0.0.5', 'nonsense', '10.0.0.5'],
    ['10.0.0.5', undefined, '10.0.0.5'],
    ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    ['2001:db8::1', undefined, '2001:db8:0:0::/64'],
    ['::1', undefined, '0:0:0:0::/64'],
  ])('believes that %s, forwarded for %s, is %s', (remote, forwarded, address) => {
    const addressOf = createClientAddress(['10.0.0.0/8']);
    const c = { env: from(remote), req: { header: () => forwarded } };
    expect(addressOf(c as never)).toBe(address);
  });
});
