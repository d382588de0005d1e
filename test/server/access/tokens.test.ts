import { SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSigningKeys, type SigningKeys } from '../../../packages/server/src/access/signing-keys.js';
import { createTokens, type Tokens } from '../../../packages/server/src/access/tokens.js';
import { openAccessWorld, type AccessWorld } from './access-world.js';

const JAN = { id: 'u1', role: 'participant', email: 'jan@example.nl', providerId: 'acme' } as const;
const START = '2026-09-01T10:00:00.000Z';
const NOW = Date.parse(START) / 1000;
const CLAIMS = {
  role: 'participant',
  email: 'jan@example.nl',
  iss: 'enrollkit',
  aud: 'enrollkit-api',
  sub: 'u1',
  jti: 't1',
  iat: NOW,
  exp: NOW + 900,
};

describe('tokens', () => {
  let world: AccessWorld;
  let keys: SigningKeys;
  let tokens: Tokens;
  beforeAll(async () => (world = await openAccessWorld()));
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = START;
    await world.database.tables.deleteFrom('signing_keys').execute();
    ({ keys, tokens } = process());
  });

  /** What one server process has. */
  function process(maxTokenSeconds = 900): { readonly keys: SigningKeys; readonly tokens: Tokens } {
    const { database, clock, ids } = world;
    const signingKeys = createSigningKeys({ database, clock, ids, maxTokenSeconds });
    return { keys: signingKeys, tokens: createTokens({ keys: signingKeys, clock, ids, maxTokenSeconds }) };
  }

  /** A token like ours, but for what a test changes. */
  async function forge(
    claims: Readonly<Record<string, unknown>> = {},
    { header = {}, secret }: { readonly header?: object; readonly secret?: Uint8Array } = {},
  ): Promise<string> {
    const key = await keys.current();
    return new SignJWT({ ...CLAIMS, ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.id, ...header })
      .sign(secret ?? key.secret);
  }

  it('says who asks, at any server process on the database', async () => {
    const everybody = [
      JAN,
      { id: 'u2', role: 'employer-hr', employerId: 'werkgever' },
      { id: 'u3', role: 'provider', enrollmentIds: ['e1', 'e2'] },
      { id: 'u4', role: 'platform-staff' },
      { id: 'u5', role: 'provider', enrollmentIds: [] },
    ] as const;
    for (const actor of everybody) {
      const { token, id, expiresAt } = await tokens.sign(actor, 600);
      expect(await process().tokens.verify(token)).toEqual({ id, actor, expiresAt });
      expect(expiresAt).toBe('2026-09-01T10:10:00.000Z');
    }
  });

  it('is good for its time, a few seconds for another clock, and no longer', async () => {
    const { token } = await tokens.sign(JAN, 60);
    world.now = '2026-09-01T10:01:04.000Z';
    await tokens.verify(token);
    world.now = '2026-09-01T10:01:05.000Z';
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'unauthorized', message: /expired/ });
  });

  it('believes the forged token of the other tests when nothing is wrong with it', async () => {
    expect((await tokens.verify(await forge())).actor).toEqual({
      id: 'u1',
      role: 'participant',
      email: 'jan@example.nl',
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['of another issuer', () => forge({ iss: 'other' })],
    ['for another audience', () => forge({ aud: 'other' })],
    ['without an end', () => forge({ exp: undefined })],
    ['that lives too long', () => forge({ exp: NOW + 901 })],
    ['issued in the future', () => forge({ iat: NOW + 60 })],
    ['without the moment it was issued', () => forge({ iat: undefined })],
    ['that is not good yet', () => forge({ nbf: NOW + 60 })],
    ['without an id', () => forge({ jti: undefined })],
    ['of nobody', () => forge({ sub: undefined })],
    ['that passes for an API key', () => forge({ sub: 'key:k1' })],
    ['with a role that is unknown', () => forge({ role: 'admin' })],
    ['with a participant without an address', () => forge({ email: undefined })],
    ['with HR of no employer', () => forge({ role: 'employer-hr' })],
    ['with bookings that are no list', () => forge({ booking_ids: 'e1' })],
    ['with a key that is unknown', () => forge({}, { header: { kid: 'other' } })],
    ['without the name of its key', () => forge({}, { header: { kid: undefined } })],
    ['of another type', () => forge({}, { header: { typ: 'JWT' } })],
    ['with another secret', () => forge({}, { secret: new Uint8Array(32) })],
    ['with a longer hash', () => forge({}, { header: { alg: 'HS512' }, secret: new Uint8Array(64) })],
    [
      'without a signature',
      async () => new UnsecuredJWT({ role: 'platform-staff', sub: 'u1', iss: 'enrollkit', exp: NOW + 60 }).encode(),
    ],
    ['whose claims were changed', async () => swapClaims(await forge(), await forge({ role: 'platform-staff' }))],
    ['that is cut short', async () => (await forge()).slice(0, -1)],
    ['that is none', async () => 'a.b.c'],
  ])('refuses a token %s', async (_, make) => {
    await expect(tokens.verify(await make())).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('repeats nothing of a token in its refusal', async () => {
    const token = await forge({ role: 'geheim-7' });
    const refusal = await tokens.verify(token).catch((error: unknown) => String(error));
    expect(refusal).toMatch(/role/);
    expect(refusal).not.toContain('geheim-7');
  });

  it('signs with one key, however many processes start at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => process().keys.current()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]!.secret).toHaveLength(32);
  });

  it('goes on believing what the old key signed, also where the new one was made elsewhere', async () => {
    const before = await tokens.sign(JAN, 900);
    await process().keys.rotate();
    const elsewhere = process().tokens;
    const after = await elsewhere.sign(JAN, 900);
    expect(decodeProtectedHeader(after.token).kid).not.toBe(decodeProtectedHeader(before.token).kid);
    for (const verifier of [tokens, elsewhere]) {
      for (const { token } of [before, after]) expect((await verifier.verify(token)).actor).toEqual(JAN);
    }
  });

  it('makes a new key after a month, and forgets the old one when nothing it signed can be good', async () => {
    const old = await keys.current();
    world.now = '2026-10-01T10:00:00.000Z';
    const next = await keys.current();
    expect(next.id).not.toBe(old.id);
    expect(await process().keys.find(old.id)).toBeDefined();
    world.now = '2026-10-01T11:00:00.000Z';
    await keys.rotate();
    expect(await process().keys.find(old.id)).toBeUndefined();
    expect(await process().keys.find(next.id)).toBeDefined();
  });

  it('holds nothing but what says who asks', async () => {
    const { token } = await tokens.sign(JAN, 60);
    const claims = decodeJwt(token);
    expect(Object.keys(claims).sort()).toEqual([
      'aud',
      'email',
      'exp',
      'iat',
      'iss',
      'jti',
      'provider_id',
      'role',
      'sub',
    ]);
  });
});

/** The header and signature of one token around the claims of another. */
function swapClaims(one: string, other: string): string {
  const [header, , signature] = one.split('.');
  return [header, other.split('.')[1], signature].join('.');
}
