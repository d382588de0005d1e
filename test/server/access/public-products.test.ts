import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCourse } from '../support/course.js';
import { openHttpWorld, type HttpWorld } from '../support/http-world.js';

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
      '/events?provider_id=acme',
    ]) {
      expect((await visit(path)).status, path).toBe(401);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
      expect((await visit(`/products/${productId}?provider_id=acme`, { method })).status, method).toBe(401);
    }
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
