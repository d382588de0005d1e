import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../packages/server/src/create-app.js';
import { askPlatform } from '../../../packages/server/src/lti/platforms/ask-platform.js';
import { json } from '../support/http-world.js';
import { openLtiWorld, pageData, refusalOf, type LtiWorld } from './support/lti-world.js';
import { LEARNER, moodleClaims, type TestPlatform } from './support/test-platform.js';

let world: LtiWorld;
let other: TestPlatform;
beforeAll(async () => {
  world = await openLtiWorld();
  other = await world.newPlatform('rival-client');
  await world.register(world.newProvider(), other);
});
afterAll(() => world.close());

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A launch that would be let in, to be spoiled in one way each. */
async function good(): Promise<{
  state: string;
  nonce: string;
  claims: Record<string, unknown>;
  token: string;
  origin: string;
}> {
  const { state, nonce } = await world.login();
  const claims = moodleClaims(world.platform, nonce, LEARNER);
  return { state, nonce, claims, token: await world.platform.sign(claims), origin: world.platform.url };
}
type Attempt = Awaited<ReturnType<typeof good>>;

const forged = (header: object, claims: object, signature: (input: string) => string): string => {
  const seconds = Math.floor(Date.parse(world.now) / 1000);
  const body = { iss: world.platform.url, aud: world.platform.clientId, iat: seconds, exp: seconds + 60, ...claims };
  const input = `${encode(header)}.${encode(body)}`;
  return `${input}.${signature(input)}`;
};

/** Each is one way of the security guide to get in without right, and what it is refused for. */
const ATTACKS: Record<string, readonly [(launch: Attempt) => Promise<Partial<Attempt>>, string]> = {
  'the same launch a second time': [
    async (launch) => {
      expect((await world.post({ id_token: launch.token, state: launch.state })).status).toBe(200);
      return {};
    },
    'state-unknown',
  ],
  'a state that nobody gave': [async () => ({ state: 'A'.repeat(43) }), 'state-unknown'],
  'the state of another login': [async () => ({ state: (await world.login()).state }), 'nonce-wrong'],
  'the nonce of a launch before': [
    async ({ claims }) => {
      const before = await good();
      await world.post({ id_token: before.token, state: before.state });
      return { token: await world.platform.sign({ ...claims, nonce: before.nonce }) };
    },
    'nonce-wrong',
  ],
  'no nonce': [
    async ({ claims }) => ({ token: await world.platform.sign({ ...claims, nonce: undefined }) }),
    'token-invalid',
  ],
  'another audience': [
    async ({ claims }) => ({ token: await world.platform.sign({ ...claims, aud: 'another' }) }),
    'audience-wrong',
  ],
  'several audiences and another party': [
    async ({ claims }) => ({
      token: await world.platform.sign({ ...claims, aud: [world.platform.clientId, 'x'], azp: 'x' }),
    }),
    'audience-wrong',
  ],
  'another issuer': [
    async ({ claims }) => ({ token: await world.platform.sign({ ...claims, iss: 'https://lms.test' }) }),
    'issuer-wrong',
  ],
  'expired an hour ago': [
    async ({ claims }) => {
      const at = Date.parse(world.now) / 1000 - 3600;
      return { token: await world.platform.sign({ ...claims, iat: at - 60, exp: at }) };
    },
    'token-expired',
  ],
  'made long ago, valid for a year': [
    async ({ claims }) => {
      const at = Date.parse(world.now) / 1000;
      return { token: await world.platform.sign({ ...claims, iat: at - 90_000, exp: at + 31_536_000 }) };
    },
    'token-expired',
  ],
  'without an end': [
    async ({ claims }) => ({ token: await world.platform.sign({ ...claims, exp: undefined }) }),
    'token-invalid',
  ],
  'unsigned (none)': [async ({ claims }) => ({ token: forged({ alg: 'none' }, claims, () => '') }), 'token-unsigned'],
  'HS256 with the public key as its secret': [
    async ({ claims }) => {
      const pem = world.platform.publicPem;
      const header = { alg: 'HS256', typ: 'JWT', kid: world.platform.kid };
      return { token: forged(header, claims, (input) => createHmac('sha256', pem).update(input).digest('base64url')) };
    },
    'token-unsigned',
  ],
  'a signature with a bit changed': [
    async ({ token }) => {
      const at = token.length - 20;
      return { token: token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1) };
    },
    'token-invalid',
  ],
  'the key of another platform under this one’s name': [
    async ({ claims }) => ({
      token: await other.sign(
        { ...claims, iss: world.platform.url, aud: world.platform.clientId },
        { kid: world.platform.kid },
      ),
    }),
    'token-invalid',
  ],
  'a key that the platform doesn’t have': [
    async ({ claims }) => ({ token: await world.platform.sign(claims, { kid: 'made-up' }) }),
    'key-unknown',
  ],
  'another deployment': [
    async ({ claims }) => ({
      token: await world.platform.sign({ ...claims, 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': '4' }),
    }),
    'deployment-unknown',
  ],
  'a launch of one tenant’s platform with the state of another tenant’s login': [
    async ({ token }) => ({ token, state: (await world.login(other)).state, origin: other.url }),
    'key-unknown',
  ],
  'another tenant’s platform, in its own name, with this login’s state': [
    async ({ claims }) => ({ token: await other.sign(claims) }),
    'key-unknown',
  ],
  'sent by a page of somebody else': [async () => ({ origin: 'https://evil.example' }), 'origin-wrong'],
  'sent by a page that hides where it comes from': [async () => ({ origin: 'null' }), 'origin-wrong'],
  'a message that is none': [
    async ({ claims }) => ({
      token: await world.platform.sign({
        ...claims,
        'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiEulaRequest',
      }),
    }),
    'message-unsupported',
  ],
  'nobody in particular': [
    async ({ claims }) => ({ token: await world.platform.sign({ ...claims, sub: undefined }) }),
    'person-missing',
  ],
  'no token at all': [async () => ({ token: '' }), 'request-incomplete'],
  'something else than a token': [async () => ({ token: 'a.b.c' }), 'token-invalid'],
};

test('a launch as it should be is let in, and each way to get in without right is refused for what it is', async () => {
  const launch = await good();
  const answer = await world.post({ id_token: launch.token, state: launch.state }, { Origin: launch.origin });
  expect(answer.status).toBe(200);
  expect((await pageData(answer)).session).toBeTruthy();

  const found: Record<string, unknown> = {};
  for (const [name, [spoil]] of Object.entries(ATTACKS)) {
    const attempt = await good();
    const { token, state, origin } = { ...attempt, ...(await spoil(attempt)) };
    const refused = await world.post({ id_token: token, state }, { Origin: origin });
    found[name] = refused.status === 200 ? 'let in' : await refusalOf(refused);
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(ATTACKS).map(([name, [, refusal]]) => [name, refusal])));
});

test('a login too long ago, unknown platforms and clients, and a state twice at the same moment are refused', async () => {
  const launch = await good();
  const both = await Promise.all([1, 2].map(() => world.post({ id_token: launch.token, state: launch.state })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);

  const late = await good();
  const before = world.now;
  world.now = '2026-08-20T10:11:00.000Z';
  expect(await refusalOf(await world.post({ id_token: late.token, state: late.state }))).toBe('state-expired');
  world.now = before;

  const login = (query: Record<string, string>) => world.app.request(`/lti/login?${new URLSearchParams(query)}`);
  const hints = { login_hint: '7', target_link_uri: 'http://tool.test/lti/launch' };
  expect(await refusalOf(await login({ iss: 'https://lms.test', ...hints }))).toBe('platform-unknown');
  expect(await refusalOf(await login({ iss: world.platform.url, client_id: 'another', ...hints }))).toBe(
    'platform-unknown',
  );
  expect(await refusalOf(await login({ iss: world.platform.url }))).toBe('request-incomplete');
});

test('keys that are too many, too large or none at all are not read, and unknown names of keys ask no platform to death', async () => {
  const { platform } = world;
  const tooLarge = await world.newPlatform('large-keys');
  await world.register(world.provider, tooLarge);
  for (const body of [`{"keys":[],"x":"${'x'.repeat(300_000)}"}`, '<html>', '{"keys":{}}']) {
    tooLarge.overrides.set('/jwks', (answer) => void Object.assign(answer, { body }));
    const { state, nonce } = await world.login(tooLarge);
    const id_token = await tooLarge.sign(moodleClaims(tooLarge, nonce, LEARNER));
    expect(await refusalOf(await world.post({ id_token, state }))).toBe('keys-unavailable');
  }
  const before = platform.asked.filter((path) => path === '/jwks').length;
  for (let n = 0; n < 10; n += 1) {
    const { state, claims } = await good();
    await world.post({ id_token: await platform.sign(claims, { kid: `made-up-${n}` }), state });
  }
  expect(platform.asked.filter((path) => path === '/jwks').length - before).toBeLessThanOrEqual(1);
});

test('the page of a launch may be framed by its platform only, keeps nothing, and its secret opens nothing else', async () => {
  const launch = await good();
  const answer = await world.post({ id_token: launch.token, state: launch.state }, { Origin: launch.origin });
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain(`frame-ancestors ${world.platform.url};`);
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('X-Frame-Options')).toBeNull();
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('Set-Cookie')).toBeNull();
  const { session } = (await pageData(answer)) as { session: string };
  const asBearer = await world.app.request('/bookings', { headers: { Authorization: `Bearer ${session}` } });
  expect(asBearer.status).toBe(401);
  expect(await world.ask('open', 'A'.repeat(43))).toMatchObject({ status: 403, refusal: 'session-over' });
  const html = '</script><script>alert(1)</script>';
  const named = await world.launch({
    ...LEARNER,
    name: html,
    'https://purl.imsglobal.org/spec/lti/claim/context': { id: '5', title: html },
  });
  expect(await named.text()).not.toContain('<script>alert');
});

test('platforms inside the network are neither registered nor asked, whatever their name leads to', async () => {
  const { parts, provider } = world;
  const app = createApp({ ...parts, settings: { ...parts.settings, privatePlatforms: false } });
  const token = await world.token(provider.actor);
  const good = 'https://lms.example.nl';
  const bad = [
    'http://lms.example.nl',
    'https://127.0.0.1',
    'https://[::1]',
    'https://10.0.0.8/x',
    'https://u:p@lms.example.nl',
    'ftp://x',
    'x',
  ];
  for (const [at, address] of bad.flatMap((one) =>
    ['auth_url', 'token_url', 'jwks_url'].map((field) => [field, one] as const),
  )) {
    const input = {
      name: 'LMS',
      issuer: good,
      client_id: 'c',
      auth_url: good,
      token_url: good,
      jwks_url: good,
      [at]: address,
    };
    const answer = await app.request('/lti/platforms', json('POST', input, { Authorization: `Bearer ${token}` }));
    const { errors } = (await answer.json()) as { errors?: readonly { code: string; path: string }[] };
    expect([answer.status, errors?.map(({ code, path }) => [code, path])], address).toEqual([
      422,
      [['platform-address-invalid', at]],
    ]);
  }
  await expect(askPlatform('https://localhost:1/jwks', {}, { privatePlatforms: false })).rejects.toMatchObject({
    refusal: 'platform-unreachable',
    cause: { code: 'ERR_PRIVATE_ADDRESS' },
  });
});
