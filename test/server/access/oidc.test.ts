import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOidcVerifier, type OidcVerifier } from '../../../packages/server/src/access/oidc.js';

const NOW = '2026-09-01T10:00:00.000Z';
const SECONDS = Date.parse(NOW) / 1000;
const CLAIMS = {
  role: 'https://example.nl/role',
  providerId: 'provider_id',
  employerId: 'employer_id',
  email: 'email',
  enrollmentIds: 'booking_ids',
} as const;

interface Key {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

describe("a host's own tokens", () => {
  let server: Server;
  let issuer: string;
  let published: readonly JWK[];
  let status: number;
  let rsa: Key;
  let ec: Key;
  let verify: OidcVerifier;

  // Once: finding large primes takes longer than all tests together.
  beforeAll(async () => {
    [rsa, ec] = await Promise.all([makeKey('RS256', 'rsa-1'), makeKey('ES256', 'ec-1')]);
  });
  beforeEach(async () => {
    published = [rsa.jwk, ec.jwk];
    status = 200;
    server = createServer((request, response) => {
      const discovery = { issuer, jwks_uri: `${issuer}/keys` };
      response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
      response.end(JSON.stringify(request.url === '/keys' ? { keys: published } : discovery));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    verify = verifier();
  });
  afterEach(() => new Promise((done) => (server.listening ? server.close(done) : done(undefined))));

  function verifier(more: { readonly issuer?: string; readonly jwksUrl?: string } = {}): OidcVerifier {
    return createOidcVerifier({
      issuer,
      audience: 'enrollkit',
      claims: CLAIMS,
      clock: () => NOW,
      cooldownMs: 0,
      ...more,
    });
  }

  async function token(
    claims: Readonly<Record<string, unknown>> = {},
    { privateKey, jwk }: Key = rsa,
  ): Promise<string> {
    const all = {
      iss: issuer,
      aud: 'enrollkit',
      sub: 'u1',
      exp: SECONDS + 60,
      [CLAIMS.role]: 'participant',
      ...claims,
    };
    return new SignJWT({ email: 'jan@example.nl', email_verified: true, ...all })
      .setProtectedHeader({ alg: jwk.alg!, ...(jwk.kid !== undefined && { kid: jwk.kid }) })
      .sign(privateKey);
  }

  it('says who asks, with an RSA or an elliptic key that is found through the issuer', async () => {
    for (const key of [rsa, ec]) {
      expect(await verify(await token({ booking_ids: ['e1'] }, key))).toEqual({
        actor: { id: 'u1', role: 'participant', email: 'jan@example.nl', enrollmentIds: ['e1'] },
        expiresAt: '2026-09-01T10:01:00.000Z',
      });
    }
  });

  it('knows every role', async () => {
    const actorOf = async (claims: JWTPayload) => (await verify(await token(claims))).actor;
    expect(await actorOf({ [CLAIMS.role]: 'provider', provider_id: 'acme' })).toEqual({
      id: 'u1',
      role: 'provider',
      providerId: 'acme',
    });
    expect(await actorOf({ [CLAIMS.role]: 'employer-hr', employer_id: 'w' })).toEqual({
      id: 'u1',
      role: 'employer-hr',
      employerId: 'w',
    });
    expect(await actorOf({ [CLAIMS.role]: 'platform-staff' })).toEqual({ id: 'u1', role: 'platform-staff' });
  });

  it('believes a new key as soon as the issuer has one', async () => {
    await verify(await token());
    const next = await makeKey('RS256', 'rsa-2');
    published = [next.jwk];
    expect((await verify(await token({}, next))).actor.id).toBe('u1');
    await expect(verify(await token())).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it.each<[string, () => Promise<string>]>([
    ['of another issuer', () => token({ iss: 'https://other.example' })],
    ['for another audience', () => token({ aud: 'other' })],
    ['that has expired', () => token({ exp: SECONDS - 6 })],
    ['without an end', () => token({ exp: undefined })],
    ['that is not good yet', () => token({ nbf: SECONDS + 60 })],
    ['of nobody', () => token({ sub: undefined })],
    ['with a role that is unknown', () => token({ [CLAIMS.role]: 'admin' })],
    ['without a role', () => token({ [CLAIMS.role]: undefined })],
    ['of a participant without an address', () => token({ email: undefined })],
    ['of a participant whose address nobody checked', () => token({ email_verified: false })],
    ['of a participant whose address is checked in a word', () => token({ email_verified: 'false' })],
    ['of a participant whose address is checked in a number', () => token({ email_verified: 1 })],
    ['that does not say whether the address was checked', () => token({ email_verified: undefined })],
    ['that has the name of a job of the server', () => token({ sub: 'import-worker' })],
    ['of HR without an employer', () => token({ [CLAIMS.role]: 'employer-hr' })],
    ['with bookings that are no list', () => token({ booking_ids: 'e1' })],
    ['with the key of somebody else', async () => token({}, await makeKey('RS256', 'rsa-1'))],
    ['with a key that is not published', async () => token({}, await makeKey('RS256', 'rsa-9'))],
    ['signed with the public key as a secret', () => confused()],
  ])('refuses a token %s', async (_, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ code: 'unauthorized' });
  });

  /** What a verifier that takes any algorithm would believe: anybody has the public key. */
  async function confused(): Promise<string> {
    const secret = new TextEncoder().encode(JSON.stringify(rsa.jwk));
    const claims = { iss: issuer, aud: 'enrollkit', sub: 'u1', exp: SECONDS + 60, [CLAIMS.role]: 'platform-staff' };
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'rsa-1' }).sign(secret);
  }

  it('says which claim is missing, and repeats nothing', async () => {
    const refusal = await verify(await token({ email: undefined, sub: 'geheim-7' })).catch(String);
    expect(refusal).toMatch(/email address/);
    expect(refusal).not.toContain('geheim-7');
  });

  it('answers that the issuer is away, not that the token is bad, and goes on when it is back', async () => {
    const good = await token();
    for (const down of [500, 404]) {
      status = down;
      await expect(verify(good)).rejects.toMatchObject({ code: 'offline' });
    }
    status = 200;
    expect((await verify(good)).actor.id).toBe('u1');
    await new Promise((done) => server.close(done));
    expect((await verify(good)).actor.id).toBe('u1');
    await expect(verifier()(good)).rejects.toMatchObject({ code: 'offline' });
    await expect(verifier({ jwksUrl: `${issuer}/keys` })(good)).rejects.toMatchObject({ code: 'offline' });
  });

  it('takes no keys from a document of another issuer', async () => {
    const other = issuer.replace('127.0.0.1', 'localhost');
    await expect(verifier({ issuer: other })(await token({ iss: other }))).rejects.toMatchObject({ code: 'offline' });
  });
});

async function makeKey(alg: string, kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' } };
}
