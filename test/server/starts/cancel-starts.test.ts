import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EnrollkitError } from '@enrollkit/core';
import { cancelStarts } from '../../../packages/server/src/starts/cancel-starts.js';
import { made, PRODUCT } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = '2026-08-01T10:00:00.000Z';
});

const run = (parts = world.parts) => cancelStarts(parts, { deadlineDays: 14, signal: new AbortController().signal });

/** The server’s parts, where this happens between a plan to do something and doing it. */
function interruptedBefore(method: string, happen: () => Promise<unknown>): HttpWorld['parts'] {
  const { stores } = world.parts;
  const interrupted = (store: ReturnType<typeof stores.for>): typeof store => ({
    ...store,
    async write(intent, work) {
      if (intent.useCase === method) await happen();
      return store.write(intent, work);
    },
  });
  return { ...world.parts, stores: { ...stores, for: (actor, request) => interrupted(stores.for(actor, request)) } };
}
const on = (day: string) => {
  world.now = `2026-08-${day}T10:00:00.000Z`;
};

/** A course that starts on 31 August, when at least two people book it. */
async function makeCourse(call: Call): Promise<void> {
  const start = { start_date: '2026-08-31', start_date_is_month_only: false, end_date_is_month_only: false };
  const starting = { ...start, id: 'S1', place: 'Utrecht', min_seats: 2, schedule: [] };
  await made(call('/products/course', json('PUT', { ...PRODUCT, starting_dates: [starting] })));
}
const book = (call: Call, id: string) =>
  made(
    call(
      '/bookings',
      json('POST', {
        id,
        product_id: 'course',
        starting_date_id: 'S1',
        participant: { name: id, email: `${id}@x.nl` },
      }),
    ),
  );
const plan = (call: Call) => made(call('/start-cancellations?deadline_days=14'));

it('announces that a start will be cancelled, and then cancels it with its bookings', async () => {
  const { call } = world.newProvider();
  await makeCourse(call);
  await book(call, 'b1');
  expect(await run()).toEqual({ announced: 0, withdrawn: 0, cancelled: 0 });
  expect(await plan(call)).toMatchObject({ total: 0 });

  on('11');
  expect(await plan(call)).toMatchObject({
    items: [
      {
        product_id: 'course',
        starting_date_id: 'S1',
        action: 'announce',
        booked: 1,
        min_seats: 2,
        deadline: '2026-08-17',
      },
    ],
  });
  expect(await run()).toMatchObject({ announced: 1 });
  expect(await run()).toEqual({ announced: 0, withdrawn: 0, cancelled: 0 });
  const { start_states: states } = await made(call('/products/course'));
  expect(states).toEqual([{ starting_date_id: 'S1', cancellation_announced_at: world.now }]);

  on('17');
  expect(await plan(call)).toMatchObject({ items: [{ action: 'cancel', announced_at: '2026-08-11T10:00:00.000Z' }] });
  expect(await run()).toMatchObject({ cancelled: 1 });
  expect(await made(call('/bookings/b1'))).toMatchObject({ status: 'cancelled' });
  const late = await call(
    '/bookings',
    json('POST', { product_id: 'course', starting_date_id: 'S1', participant: { name: 'x', email: 'x@y.nl' } }),
  );
  expect(late.status).toBe(422);
  expect(await late.json()).toMatchObject({ errors: [{ code: 'start-cancelled' }] });
});

it('leaves alone what enough people booked in time, and other providers’ starts', async () => {
  const [one, other] = [world.newProvider(), world.newProvider()];
  await makeCourse(one.call);
  await makeCourse(other.call);
  on('11');
  expect(await run()).toMatchObject({ announced: 2 });
  await book(one.call, 'b1');
  await book(one.call, 'b2');
  on('18');
  expect(await plan(one.call)).toMatchObject({ total: 0 });
  expect(await run()).toMatchObject({ cancelled: 1, withdrawn: 0 });
  expect(await made(one.call('/products/course'))).toMatchObject({ start_states: [] });
});

it('lets a start be that somebody books, or that is published no more, while it is about to be cancelled', async () => {
  const [booked, gone, other] = [world.newProvider(), world.newProvider(), world.newProvider()];
  for (const { call } of [booked, gone, other]) {
    await makeCourse(call);
    await book(call, 'b1');
  }
  on('11');
  const removing = interruptedBefore('announceCancellation', async () => {
    await made(gone.call('/products/course', json('PUT', { ...PRODUCT, starting_dates: [] })));
  });
  expect(await run(removing)).toMatchObject({ announced: 2 });

  on('17');
  const booking = interruptedBefore('cancelStart', async () => {
    if ((await made(booked.call('/bookings'))).total === 1) await book(booked.call, 'b2');
  });
  expect(await run(booking)).toMatchObject({ cancelled: 1 });
  for (const id of ['b1', 'b2'])
    expect(await made(booked.call(`/bookings/${id}`))).not.toMatchObject({ status: 'cancelled' });
  expect(await made(booked.call('/products/course'))).toMatchObject({ start_states: [] });
  expect(await made(other.call('/bookings/b1'))).toMatchObject({ status: 'cancelled' });
});

it('tells of what goes wrong otherwise, and does not take it for a start that changed', async () => {
  const { call } = world.newProvider();
  await makeCourse(call);
  await book(call, 'b1');
  on('11');
  const failing = interruptedBefore('announceCancellation', async () => {
    throw new EnrollkitError('unavailable', 'The database is away');
  });
  await expect(run(failing)).rejects.toMatchObject({ code: 'unavailable' });
});
