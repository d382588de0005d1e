import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackend } from '../../../packages/server/src/parts/open-backend.js';
import { made, PRODUCT } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld, type Provider } from '../support/http-world.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

const EMAIL = 'ada@example.nl';

/** A trainer who has the link of an invitation: it is the only thing that they need. */
async function invited({ actor, providerId }: Provider) {
  await openBackend(world.parts, actor).putTrainer({ email: EMAIL, firstName: 'Ada' });
  const token = Buffer.from(providerId.padEnd(32).slice(-32)).toString('base64url');
  await world.parts.database.tables
    .insertInto('trainer_invitations')
    .values({ provider_id: providerId, email: EMAIL, token, next_at: null, refused_at: null })
    .execute();
  const post = async (path: string, body: object) => world.app.request(path, json('POST', { token, ...body }));
  await made(post('/trainers/confirmations', {}));
  return {
    wish: (product_id: string, wanted: boolean) => post('/trainers/links', { product_id, wanted }),
    read: (body: object = {}) => made(post('/trainers/invitations', body)),
  };
}

const put = ({ call }: Provider, id: string, more: object = {}) =>
  made(call(`/products/${id}`, json('PUT', { ...PRODUCT, name: `Cursus ${id}`, ...more })));

it('lets a trainer ask for a course with nothing but the link, and the provider decide', async () => {
  const provider = world.newProvider();
  const { call, providerId } = provider;
  for (const id of ['itil', 'scrum']) await put(provider, id);
  await put(provider, 'named', { trainer_emails: ['Ada@Example.nl'] });
  await put(provider, 'group', { allowed_sites: ['north'] });
  const trainer = await invited(provider);
  const named = { id: 'named', name: 'Cursus named', asked_by: 'provider', state: 'accepted' };
  const scrum = { id: 'scrum', name: 'Cursus scrum' };
  expect(await trainer.read()).toMatchObject({
    courses: [named],
    offers: [{ id: 'itil', name: 'Cursus itil' }, scrum],
  });
  expect(await trainer.read({ search: 'SCR' })).toMatchObject({ offers: [scrum] });

  const itil = { id: 'itil', name: 'Cursus itil', asked_by: 'trainer', state: 'asked' };
  expect(await made(trainer.wish('itil', true))).toMatchObject({ courses: [itil, named], offers: [scrum] });
  const asking = await made(call('/trainers?has_asked=true'));
  expect(asking).toMatchObject({
    total: 1,
    items: [{ email: EMAIL, links: [{ product_id: 'itil', state: 'asked' }] }],
  });
  const visitor = world.as({ id: 'v', role: 'visitor', providerId });
  const shown = (id: string) => made(visitor(`/products/${id}`));
  expect((await shown('itil')).trainers).toBeUndefined();

  const decide = (decision: string, ask = call) =>
    ask('/trainers/link-decisions', json('POST', { email: EMAIL, product_id: 'itil', decision }));
  await made(decide('accept'));
  expect(await shown('itil')).toMatchObject({ trainers: [{ name: 'Ada' }], linked_trainers: [] });
  expect(await made(call('/trainers?has_asked=true'))).toMatchObject({ total: 0 });
  await put(provider, 'itil', { name: 'Cursus itil, vernieuwd' });
  expect(await shown('itil')).toMatchObject({ trainers: [{ name: 'Ada' }] });
  const read = await made(call('/products/itil'));
  expect(read).toMatchObject({ linked_trainers: [EMAIL] });
  expect(await made(call('/products/itil', json('PUT', read)))).toMatchObject({ linked_trainers: [EMAIL] });

  await made(trainer.wish('named', false));
  expect((await shown('named')).trainers).toBeUndefined();
  await made(decide('decline'));
  expect((await shown('itil')).trainers).toBeUndefined();
  expect(await made(trainer.wish('itil', true))).toMatchObject({
    courses: [
      { id: 'itil', state: 'declined' },
      { id: 'named', state: 'declined' },
    ],
  });
});

it('tells nobody of another provider, of a course for some sites, or whether a link was ever sent', async () => {
  const [ours, theirs] = [world.newProvider(), world.newProvider()];
  await put(theirs, 'theirs');
  await put(ours, 'group', { allowed_sites: ['north'] });
  await put(ours, 'ours');
  const trainer = await invited(ours);
  expect(await trainer.read()).toMatchObject({ courses: [], offers: [{ id: 'ours' }] });
  for (const id of ['theirs', 'group', 'nothing']) expect((await trainer.wish(id, true)).status, id).toBe(404);
  for (const id of ['ours', 'theirs']) expect((await trainer.wish(id, false)).status, id).toBe(404);
  await made(trainer.wish('ours', true));
  const body = { email: EMAIL, product_id: 'ours', decision: 'accept' };
  expect((await theirs.call('/trainers/link-decisions', json('POST', body))).status).toBe(404);
  expect(await made(theirs.call('/trainers?has_asked=true'))).toMatchObject({ total: 0 });
  const stray = { token: 'A'.repeat(43), product_id: 'ours', wanted: true };
  expect((await world.app.request('/trainers/links', json('POST', stray))).status).toBe(404);
});
