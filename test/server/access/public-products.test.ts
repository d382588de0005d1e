import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRestBackend } from '@enrollkit/adapters/rest';
import { listen } from '../../../packages/server/src/http/listen.js';
import { made, makeCourse, PRODUCT } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld } from '../support/http-world.js';

/** What every start says. */
const DAYS = { start_date_is_month_only: false, end_date_is_month_only: false, schedule: [] };

describe('products that visitors may read', () => {
  let world: HttpWorld;
  beforeAll(async () => {
    world = await openHttpWorld({ basePath: '/api', publicProducts: ['acme', 'beta'] });
  });
  afterAll(() => world.close());

  const visit = async (path: string, init: RequestInit = {}) => world.app.request(`/api${path}`, init);

  it('are read without a token, of the provider that is named, and nothing else is', async () => {
    const call = world.as({ id: 'p.devries', role: 'provider', providerId: 'acme' });
    const { productId } = await makeCourse(call);
    const one = await visit(`/products/${productId}?provider_id=acme`);
    expect(one.status).toBe(200);
    expect(await one.json()).toMatchObject({ id: productId, trainer_emails: [], lti_params: [] });
    expect(await (await visit('/products?provider_id=acme')).json()).toMatchObject({ total: 1 });
    expect((await visit('/products.xml?provider_id=acme')).headers.get('Content-Type')).toContain('xml');
    expect((await visit(`/products/${productId}?provider_id=beta`)).status).toBe(404);
    for (const path of [
      '/products',
      '/products?provider_id=other',
      '/products?provider_id=',
      `/products/${productId}/certifications?provider_id=acme`,
      '/bookings?provider_id=acme',
      '/bookings/b-1?provider_id=acme',
      '/certificates?provider_id=acme',
      '/events?provider_id=other',
    ]) {
      expect((await visit(path)).status, path).toBe(401);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
      expect((await visit(`/products/${productId}?provider_id=acme`, { method })).status, method).toBe(401);
    }
  });

  it('tell who looks at them that a seat was taken, and nobody of what isn’t public', async () => {
    const call = world.as({ id: 'p.devries', role: 'provider', providerId: 'beta' });
    const start = {
      id: 'S1',
      start_date: '2026-12-08',
      end_date: '2026-12-08',
      place: 'Utrecht',
      max_seats: 3,
      ...DAYS,
    };
    const put = (id: string, more: object) =>
      made(call(`/products/${id}`, json('PUT', { ...PRODUCT, id, name: id, ...more })));
    await put('shown', { starting_dates: [start] });
    await put('hidden', { allowed_sites: ['acme'] });
    const { settings } = world.parts;
    const server = await listen((request, env) => world.app.fetch(request, env), {
      ...settings,
      host: '127.0.0.1',
      port: 0,
    });
    // As a page of a provider of its own: it says whose products it shows with every question.
    const ofBeta: typeof fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      url.searchParams.set('provider_id', 'beta');
      return fetch(url, init);
    };
    const visitor = openRestBackend({ baseUrl: `${server.url}/api`, fetch: ofBeta, retryDelayMs: 1 });
    const heard: string[] = [];
    visitor.subscribe(({ kind, id }) => heard.push(`${kind} ${id}`));
    const left = async () => (await visitor.getProduct('shown')).startStates[0]?.seatsLeft;
    expect(await left()).toBe(3);
    // Until it listens: what changes before that is nobody's to tell.
    const isHeard = async () => {
      await put('hidden', { allowed_sites: ['acme'], name: `hidden ${world.parts.ids()}` });
      await put('shown', { starting_dates: [start], name: `shown ${world.parts.ids()}` });
      return heard.length > 0;
    };
    await expect.poll(isHeard, { interval: 500 }).toBe(true);
    heard.length = 0;
    const participant = { name: 'Jan Jansen', email: 'jan@example.nl' };
    await made(call('/bookings', json('POST', { product_id: 'shown', starting_date_id: 'S1', participant })));
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    await expect.poll(left).toBe(2);
    expect(new Set(heard)).toEqual(new Set(['product shown']));
    visitor.close();
    await server.close();
  });

  it('are not read by whoever shows a credential that is not good', async () => {
    const headers = { Authorization: 'Bearer nonsense' };
    expect((await visit('/products?provider_id=acme', { headers })).status).toBe(401);
  });
});

it('no visitor reads anything where the settings don’t say so', async () => {
  const world = await openHttpWorld({ basePath: '/api' });
  const response = await world.app.request('/api/products?provider_id=acme');
  expect(response.status).toBe(401);
  await world.close();
});
