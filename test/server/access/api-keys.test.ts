import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, listApiKeys, revokeApiKey } from '../../../packages/server/src/access/api-keys.js';
import { bearer, openAccessWorld, type AccessWorld } from './access-world.js';

describe('API keys', () => {
  let world: AccessWorld;
  beforeAll(async () => (world = await openAccessWorld()));
  afterAll(() => world.close());

  it('is a provider to whoever shows its key', async () => {
    const { id, key } = await world.key('provider', 'acme');
    const answer = await world.app().request('/whoami', bearer(key));
    expect(await answer.json()).toEqual({
      actor: { id: `key:${id}`, role: 'provider', providerId: 'acme' },
      credential: { kind: 'api-key', id },
    });
  });

  it('has no provider for platform staff, and for a host with one provider', async () => {
    const app = world.app();
    const staff = await world.key('platform-staff');
    const only = await world.key('provider');
    for (const [{ id, key }, role] of [
      [staff, 'platform-staff'],
      [only, 'provider'],
    ] as const) {
      const answer = await app.request('/whoami', bearer(key));
      expect(await answer.json()).toMatchObject({ actor: { id: `key:${id}`, role } });
    }
  });

  it('shows a key once: nothing that is stored or listed opens a door', async () => {
    const { id, key } = await world.key('provider', 'once');
    const secret = key.slice(-43);
    const row = await world.database.tables.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(await listApiKeys(world.database))).not.toContain(secret);
    expect(row!.secret_hash).not.toBe('');
    expect((await world.app().request('/whoami', bearer(`ek_${id}_${row!.secret_hash.slice(0, 43)}`))).status).toBe(
      401,
    );
  });

  it('lists the keys of one provider, oldest first', async () => {
    const first = await world.key('provider', 'listed');
    const second = await world.key('provider', 'listed');
    const keys = await listApiKeys(world.database, { providerId: 'listed' });
    expect(keys.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(keys[0]).toEqual({
      id: first.id,
      role: 'provider',
      providerId: 'listed',
      name: 'of a test',
      createdAt: world.now,
    });
  });

  it('refuses a key from the moment it is revoked', async () => {
    const app = world.app();
    const { id, key } = await world.key('provider', 'acme');
    expect((await app.request('/whoami', bearer(key))).status).toBe(200);
    expect(await revokeApiKey(world.database, { id, clock: world.clock })).toBe(true);
    expect((await app.request('/whoami', bearer(key))).status).toBe(401);
    expect(await revokeApiKey(world.database, { id, clock: world.clock })).toBe(false);
  });

  it('refuses the secret of one key under the id of another, and what only looks like a key', async () => {
    const app = world.app();
    const one = await world.key('provider', 'acme');
    const other = await world.key('provider', 'other');
    const secret = one.key.slice(-43);
    for (const key of [
      `ek_${other.id}_${secret}`,
      `ek_nobody_${secret}`,
      `ek_${one.id}_${secret.slice(1)}`,
      `ek_${one.id}`,
      'ek_',
      `${one.key}A`,
      one.key.replace('ek_', 'EK_'),
    ]) {
      expect((await app.request('/whoami', bearer(key))).status, key).toBe(401);
    }
  });

  it('takes any id that a host makes', async () => {
    const odd = { role: 'provider', name: '', clock: world.clock, ids: () => 'a_b-c_' } as const;
    const { key } = await createApiKey(world.database, odd);
    expect((await world.app().request('/whoami', bearer(key))).status).toBe(200);
  });

  it('keeps nobody out while the database drops its connections', async () => {
    const app = world.app();
    const { key } = await world.key('provider', 'acme');
    const drop =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    for (let i = 0; i < 5; i += 1) {
      const asked = Array.from({ length: 4 }, async () => app.request('/whoami', bearer(key)));
      await world.database.pool.query(drop);
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  });

  it('notes to the minute when a key was last used', async () => {
    const app = world.app();
    const { id, key } = await world.key('provider', 'noted');
    const lastUse = async () => (await listApiKeys(world.database, { providerId: 'noted' }))[0]?.lastUsedAt;
    expect(await lastUse()).toBeUndefined();
    const uses = [];
    for (const now of ['2026-09-02T10:00:00.000Z', '2026-09-02T10:00:59.000Z', '2026-09-02T10:01:00.000Z']) {
      world.now = now;
      await app.request('/whoami', bearer(key));
      uses.push(await lastUse());
    }
    expect(uses).toEqual(['2026-09-02T10:00:00.000Z', '2026-09-02T10:00:00.000Z', '2026-09-02T10:01:00.000Z']);
    expect(id).not.toBe('');
  });
});
