import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBackend } from '@enrollkit/core';
import { createApiKey } from '../../../packages/server/src/access/api-keys.js';
import { applying, newStep } from '../../contract/import-records.js';
import { newStart } from '../../contract/booking-cases.js';
import { newProduct } from '../../contract/records.js';
import { made, makeBooking, makeCourse, pdf } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { watchStatements, type Watched } from '../support/watch-statements.js';

/**
 * What each request may ask of the database. A request that asks more takes longer for everybody, on every machine; what is
 * measured in time is in `test/bench/server-load.mjs`. With an API key, which is looked up each time.
 */
const MOST: readonly {
  readonly request: string;
  readonly statements: number;
  readonly roundTrips: number;
  readonly ask: (call: Call, id: string) => Promise<Response>;
}[] = [
  { request: 'a list of bookings', statements: 2, roundTrips: 2, ask: (call) => call('/bookings?size=2') },
  { request: 'a booking', statements: 2, roundTrips: 2, ask: (call, id) => call(`/bookings/${id}`) },
  {
    request: 'a change of a status',
    statements: 5,
    roundTrips: 3,
    ask: (call, id) => call(`/bookings/${id}`, json('PATCH', { participation_status: 'no-show' })),
  },
  {
    request: 'a certificate',
    statements: 9,
    roundTrips: 5,
    ask: (call, id) => call('/certificates', json('POST', certificateOf(id))),
  },
];

const certificateOf = (bookingId: string) => ({
  booking_id: bookingId,
  certification_id: 'foundation',
  valid_from: '2026-09-12',
  file: pdf(bookingId).toString('base64'),
});

let world: HttpWorld;
let call: Call;
let watch: (work: () => Promise<unknown>) => Promise<Watched>;

beforeAll(async () => {
  world = await openHttpWorld();
  const { key } = await createApiKey(world.parts.database, {
    role: 'provider',
    providerId: 'school',
    name: 'counted',
    clock: world.parts.clock,
    ids: world.parts.ids,
  });
  call = (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${key}`);
    return Promise.resolve(world.app.request(path, { ...init, headers }));
  };
  await makeCourse(call);
  for (const id of ['b-2', 'b-3', 'b-4']) await makeBooking(call, { id });
  watch = watchStatements(world.parts.database.pool);
});
afterAll(() => world.close());

it.each(MOST)('$request asks at most $statements statements in $roundTrips round trips', async (row) => {
  // Once for what is only done at first.
  await made(row.ask(call, 'b-2'));
  const { statements, roundTrips } = await watch(() => made(row.ask(call, 'b-3')));
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(row.statements);
  expect(roundTrips, statements.join('\n')).toBeLessThanOrEqual(row.roundTrips);
});

it('what is asked often keeps its plan: none is made anew for each request', async () => {
  const { pool } = world.parts.database;
  for (let count = 0; count < 12; count += 1) {
    const id = `plan-${count}`;
    await makeBooking(call, { id });
    await made(call('/bookings'));
    await made(call(`/bookings/${id}`, json('PATCH', { participation_status: 'no-show' })));
    await made(call('/certificates', json('POST', certificateOf(id))));
  }
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  const answers = await Promise.all(
    clients.map((client) =>
      client.query<{ statement: string; kept: number; anew: number }>(
        `select statement, generic_plans::int as kept, custom_plans::int as anew from pg_prepared_statements`,
      ),
    ),
  );
  for (const client of clients) client.release();
  const often = answers.flatMap(({ rows }) => rows).filter(({ kept, anew }) => kept + anew > 6);
  expect(often.length).toBeGreaterThan(6);
  // PostgreSQL tries five, and then keeps one that isn't worse.
  expect(often.filter(({ kept }) => kept === 0)).toEqual([]);
});

it('a bundle of certificates asks fourteen statements, however many there are', async () => {
  const ids = Array.from({ length: 24 }, (_, index) => `bundle-${index}`);
  for (const id of ids) await makeBooking(call, { id });
  const send = (part: readonly string[]) =>
    call(
      '/certificates',
      json(
        'POST',
        part.map((id) => ({ ...certificateOf(id), idempotency_key: id })),
      ),
    );
  await made(send(ids.slice(0, 4)));
  const { statements, roundTrips } = await watch(() => made(send(ids.slice(4))));
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(14);
  // Six, and one more wherever an answer comes before what need not wait for it is asked: never one for each certificate.
  expect(roundTrips, statements.join('\n')).toBeLessThanOrEqual(9);
});

it('a batch of an import asks eleven statements, however many products with starts that brings', async () => {
  const { parts } = world;
  const actor = { id: 'importer', role: 'provider', providerId: 'school' } as const;
  const backend = createBackend({ ...parts, store: parts.stores.for(actor), actor });
  const ids = Array.from({ length: 40 }, (_, index) => `p-${index}`);
  const { id } = await applying(backend, ...ids.map((stepId, index) => newStep(index + 1, stepId)));
  const startingDates = [newStart('s-1'), newStart('s-2')];
  const stepsOf = (part: readonly string[]) =>
    part.map((stepId) => ({ stepId, record: { ...newProduct(stepId), startingDates } }));
  await backend.applyImportSteps(id, stepsOf(ids.slice(0, 10)));
  const { statements } = await watch(() => backend.applyImportSteps(id, stepsOf(ids.slice(10))));
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(11);
});
