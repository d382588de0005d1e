import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JAN, makeBooking, makeCourse, made } from '../support/course.js';
import { issuesOf } from '../support/forms.js';
import { json, openHttpWorld, type HttpWorld } from '../support/http-world.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ basePath: '/api' });
});
afterAll(() => world.close());

describe('bookings', () => {
  it('accepts a booking, which becomes enrolled, and tells where it is', async () => {
    const { call } = world.newProvider();
    const response = await call(
      '/bookings',
      json('POST', { id: 'b 1/2', product_id: 'prince2', participant: JAN, start_date: '2026-08-24' }),
    );
    expect(response.status).toBe(201);
    expect(response.headers.get('Location')).toBe('/api/bookings/b%201%2F2');
    expect(await response.json()).toMatchObject({
      id: 'b 1/2',
      status: 'accepted',
      participation_status: 'enrolled',
      start_date: '2026-08-24',
      participant: JAN,
      version: 1,
    });
    const again = await call('/bookings/b%201%2F2');
    expect(again.status).toBe(200);
  });

  it('refuses a field that it does not know, by its name, in a body and in a query', async () => {
    const { call } = world.newProvider();
    const body = { product_id: 'prince2', participant: { ...JAN, e_mail: 'x' }, startDate: '2026-08-24' };
    const response = await call('/bookings', json('POST', body));
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = (await response.json()) as { errors: { code: string; path: string }[] };
    expect(problem.errors.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-field', 'participant.e_mail'],
      ['unknown-field', 'startDate'],
    ]);

    const filter = await call('/bookings?participationstatus=enrolled');
    expect(filter.status).toBe(422);
    expect(await filter.json()).toMatchObject({ errors: [{ code: 'unknown-field', path: 'participationstatus' }] });
  });

  it('answers the same booking again when its idempotency key comes again', async () => {
    const { call } = world.newProvider();
    const send = () =>
      call('/bookings', json('POST', { product_id: 'x', participant: JAN }, { 'Idempotency-Key': 'k-1' }));
    const [first, second] = [await made(send()), await made(send())];
    expect(second).toEqual(first);
    expect(await made(call('/bookings'))).toMatchObject({ total: 1 });
  });

  it('says that a plus sign in an address was read as a space, in place of finding nobody', async () => {
    const { call } = world.newProvider();
    await made(call('/bookings', json('POST', { product_id: 'x', participant: { ...JAN, email: 'p+1@example.nl' } })));
    for (const path of ['/bookings', '/certificates']) {
      const bare = await call(`${path}?email=p+1@example.nl`);
      expect(bare.status).toBe(422);
      const { errors } = (await bare.json()) as { errors: { code: string; help: string }[] };
      expect(errors).toMatchObject([{ code: 'email-has-space', help: expect.stringContaining('%2B') as string }]);
    }
    expect(await made(call('/bookings?email=p%2B1@example.nl'))).toMatchObject({ total: 1 });
  });

  it('answers for each of many changes, with 207 when one of them was not made', async () => {
    const { call } = world.newProvider();
    const change = async (...changes: readonly object[]) => {
      const response = await call('/bookings', json('PATCH', changes));
      return { status: response.status, body: (await response.json()) as { items: Record<string, unknown>[] } };
    };
    for (const id of ['a', 'b', 'c,d']) await makeBooking(call, { id });
    const all = await change(
      { id: 'a', participation_status: 'no-show', expected_version: 1 },
      { id: 'b', participation_status: 'did not pass', cause: { kind: 'host', name: 'Moodle' } },
    );
    expect(all.status).toBe(200);
    expect(all.body.items).toMatchObject([
      { index: 0, id: 'a', booking: { participation_status: 'no-show' } },
      { index: 1, id: 'b', booking: { participation_status: 'did not pass' } },
    ]);
    const some = await change(
      { id: 'a', participation_status: 'completed', expected_version: 1 },
      { id: 'b', participation_status: 'completed' },
      { id: 'nobody', participation_status: 'completed' },
      { id: 'b', participation_status: 'finished' },
    );
    expect(some.status).toBe(207);
    expect(some.body.items).toMatchObject([
      { problem: { code: 'conflict', current: { version: 2, participation_status: 'no-show' } } },
      { booking: { version: 3 } },
      { problem: { code: 'not-found' } },
      { problem: { code: 'invalid', errors: [{ code: 'not-allowed' }] } },
    ]);
    const many = Array.from({ length: 501 }, () => ({ id: 'a', participation_status: 'completed' }));
    expect((await change(...many)).status).toBe(422);
    const listed = await made(call('/bookings?ids=c%252Cd,nobody,a'));
    expect(listed).toMatchObject({ total: 2, size: 3 });
    expect((listed.items as { id: string }[]).map(({ id }) => id)).toEqual(['a', 'c,d']);
  });

  it('changes the participation status by hand, and refuses a stale version with the current record', async () => {
    const { call } = world.newProvider();
    const { bookingId } = await makeCourse(call);
    const path = `/bookings/${bookingId}`;
    const etag = (await call(path)).headers.get('ETag') ?? '';
    const changed = await call(path, json('PATCH', { participation_status: 'did not pass' }, { 'If-Match': etag }));
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ participation_status: 'did not pass', version: 2 });

    const stale = await call(path, json('PATCH', { participation_status: 'completed' }, { 'If-Match': '"1"' }));
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({
      code: 'conflict',
      current: { id: bookingId, participation_status: 'did not pass', version: 2 },
    });
  });

  it('refuses an If-Match that names no version', async () => {
    const { call } = world.newProvider();
    const { bookingId } = await makeCourse(call);
    const change = json('PATCH', { participation_status: 'completed' }, { 'If-Match': '"abc"' });
    const response = await call(`/bookings/${bookingId}`, change);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ code: 'if-match-invalid', path: 'If-Match' }] });
  });

  it('moves the dates, and refuses to do both at once or nothing', async () => {
    const { call } = world.newProvider();
    const { bookingId } = await makeCourse(call);
    const path = `/bookings/${bookingId}`;
    expect(await made(call(path, json('PATCH', { end_date: '2026-10-03' })))).toMatchObject({ end_date: '2026-10-03' });
    for (const body of [{}, { end_date: '2026-10-03', participation_status: 'completed' }]) {
      const response = await call(path, json('PATCH', body));
      expect(await response.json()).toMatchObject({ status: 422, errors: [{ code: 'one-change-at-a-time' }] });
    }
    const before = await call(path, json('PATCH', { end_date: '2026-01-01' }));
    expect(await before.json()).toMatchObject({ errors: [{ code: 'end-date-before-start-date', path: 'end_date' }] });
  });

  it('cancels without a body, for ever, and then refuses a status', async () => {
    const { call } = world.newProvider();
    const { bookingId } = await makeCourse(call);
    const path = `/bookings/${bookingId}`;
    expect(await made(call(`${path}/cancel`, { method: 'POST' }))).toMatchObject({
      status: 'cancelled',
      participation_status: 'cancelled',
    });
    const response = await call(path, json('PATCH', { participation_status: 'started' }));
    expect(response.status).toBe(422);
    expect(await issuesOf(response)).toEqual([['enrollment-cancelled', 'participation_status']]);
    const accepted = await call(`${path}/accept`, json('POST', {}));
    expect(await issuesOf(accepted)).toEqual([['booking-already-decided', 'status']]);
  });

  it('shows the status that the calendar makes before any job has run, and lets nobody keep the old answer', async () => {
    const { call } = world.newProvider();
    const { bookingId } = await makeCourse(call);
    const path = `/bookings/${bookingId}`;
    const etag = (await call(path)).headers.get('ETag') ?? '';
    expect((await call(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    const before = world.now;
    world.now = '2026-08-25T10:00:00.000Z';
    try {
      const later = await call(path, { headers: { 'If-None-Match': etag } });
      expect(later.status).toBe(200);
      expect(await later.json()).toMatchObject({ participation_status: 'started', version: 1 });
      // The version that was seen is still the version that is there.
      const change = json('PATCH', { participation_status: 'completed' }, { 'If-Match': etag });
      expect((await call(path, change)).status).toBe(200);
      expect(await made(call(`${path}/history`))).toMatchObject({
        total: 3,
        items: [
          { from: 'unknown', to: 'enrolled' },
          { from: 'enrolled', to: 'started', cause: { kind: 'rule', rule: 'start-date-passed' } },
          { from: 'started', to: 'completed', cause: { kind: 'manual', by: 'p.devries' } },
        ],
      });
    } finally {
      world.now = before;
    }
  });

  it('filters by each field, by one status or several', async () => {
    const { call } = world.newProvider();
    await makeCourse(call, { booking: 'b-1' });
    await makeBooking(call, { id: 'b-2', participant: { name: 'Ada', email: 'Ada@Example.nl', external_id: 'emp-2' } });
    await makeBooking(call, { id: 'b-3', product_id: 'other' });
    await made(call('/bookings/b-2', json('PATCH', { participation_status: 'no-show' })));
    await made(call('/bookings/b-3/cancel', { method: 'POST' }));

    const idsOf = async (query: string) => {
      const { items } = (await made(call(`/bookings?${query}`))) as { items: { id: string }[] };
      return items.map(({ id }) => id);
    };
    expect(await idsOf('email=ADA@example.NL')).toEqual(['b-2']);
    expect(await idsOf('external_id=emp-17')).toEqual(['b-1', 'b-3']);
    expect(await idsOf('product_id=other')).toEqual(['b-3']);
    expect(await idsOf('status=cancelled')).toEqual(['b-3']);
    expect(await idsOf('status=accepted')).toEqual(['b-1', 'b-2']);
    expect(await idsOf('participation_status=no-show')).toEqual(['b-2']);
    expect(await idsOf('participation_status=no-show&participation_status=enrolled')).toEqual(['b-1', 'b-2']);
    expect(await idsOf('participation_status=no-show,cancelled')).toEqual(['b-2', 'b-3']);
    expect(await idsOf('participation_status=enrolled&status=cancelled')).toEqual([]);
    expect(await idsOf('created_at=2026-08-20')).toEqual(['b-1', 'b-2', 'b-3']);
    expect(await idsOf('created_at=2026-08-21')).toEqual([]);
    // Midnight in Amsterdam is two hours earlier than in Greenwich.
    expect(await idsOf('updated_at=2026-08-20T12:00:00%2B02:00')).toEqual(['b-1', 'b-2', 'b-3']);
    expect(await idsOf('updated_at=2026-08-20T12:00:01%2B02:00')).toEqual([]);
  });

  it.each([
    ['participation_status=passed', 'not-allowed', 'participation_status'],
    ['status=open', 'not-allowed', 'status'],
    ['created_at=yesterday', 'moment-or-day-invalid', 'created_at'],
    ['created_at=2026-02-30', 'moment-or-day-invalid', 'created_at'],
    ['size=0', 'out-of-range', 'size'],
    ['size=501', 'out-of-range', 'size'],
    ['size=1e2', 'number-invalid', 'size'],
    ['offset=-1', 'number-invalid', 'offset'],
    ['email=a@b.nl&email=c@d.nl', 'wrong-type', 'email'],
  ])('refuses ?%s', async (query, code, path) => {
    const { call } = world.newProvider();
    const response = await call(`/bookings?${query}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ code, path }] });
  });

  it('pages through a list without overlap', async () => {
    const { call } = world.newProvider();
    for (const id of ['b-1', 'b-2', 'b-3']) await makeBooking(call, { id });
    const page = await made(call('/bookings?size=2&offset=2'));
    expect(page).toMatchObject({ items: [{ id: 'b-3' }], total: 3, size: 2, offset: 2 });
  });
});

it('answers a page that would be too large with how much of it is possible, and each record of it', async () => {
  const { call, actor } = world.newProvider();
  await makeCourse(call);
  for (const id of ['b-2', 'b-3', 'b-4']) await makeBooking(call, { id });
  // As they could be stored before texts had limits.
  const { pool } = world.parts.database;
  const large = "update enrollments set participant_name = repeat('x', 12000000) where provider_id = $1";
  await pool.query(large, [actor.providerId]);
  expect(await issuesOf(await call('/bookings'))).toEqual([['page-too-large', 'size']]);
  expect((await call('/bookings?size=2')).status).toBe(200);
  expect((await call('/bookings/b-1')).status).toBe(200);
});
