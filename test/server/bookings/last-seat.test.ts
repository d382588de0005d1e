import { afterAll, beforeAll, expect, it } from 'vitest';
import { made } from '../support/course.js';
import { issuesOf } from '../support/forms.js';
import { json, openHttpWorld, type HttpWorld } from '../support/http-world.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ basePath: '/api' });
});
afterAll(() => world.close());

const product = {
  name: 'BHV basis',
  description: '<p>A course</p>',
  language: 'nl',
  product_type: 'open',
  course_type: 'training',
  price: { amount_minor: 39900, vat: 'exempt', period: 'all', complete: true },
  starting_dates: [
    {
      id: 'S1',
      start_date: '2026-12-08',
      start_date_is_month_only: false,
      end_date_is_month_only: false,
      place: 'Rotterdam',
      max_seats: 4,
      schedule: [],
    },
  ],
};

it('gives the last seat to one of a hundred who book at once, and tells the others why', async () => {
  const { call } = world.newProvider();
  await made(call('/products/bhv', json('PUT', product)));
  const book = (id: string) =>
    call(
      '/bookings',
      json('POST', {
        id,
        product_id: 'bhv',
        starting_date_id: 'S1',
        participant: { name: `Deelnemer ${id}`, email: `${id}@example.nl` },
      }),
    );
  for (const id of ['a', 'b', 'c']) await made(book(id));

  const answers = await Promise.all(Array.from({ length: 100 }, (_, number) => book(`n${number}`)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(answer.status).toBe(422);
    expect(await issuesOf(answer)).toEqual([['start-full', 'starting_date_id']]);
  }
  const { start_states } = await made(call('/products/bhv'));
  expect(start_states).toEqual([{ starting_date_id: 'S1', seats_left: 0 }]);
  const { total } = await made(call('/bookings?product_id=bhv&status=accepted'));
  expect(total).toBe(4);
});
