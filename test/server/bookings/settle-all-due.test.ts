import {
  bookingStateOf,
  bringUpToDate,
  evaluateEnrollment,
  type Actor,
  type Change,
  type EnrollmentRow,
} from '@enrollkit/core';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { settleAllDue } from '../../../packages/server/src/bookings/settle-all-due.js';
import { anyMoment } from '../../core/enrollment/arbitrary-enrollment.js';
import { makeEnrollment } from '../../core/enrollment/enrollment-fixture.js';
import { emptyTables } from '../../support/empty-tables.js';
import { silent } from '../../support/postgres.js';
import { openTestStores, type TestStores } from '../store/test-stores.js';
import { anyRows } from '../store/arbitrary-rows.js';

const timeZone = 'Europe/Amsterdam';
const STAFF: Actor = { id: 'staff', role: 'platform-staff' };

let test: TestStores;
beforeAll(async () => {
  test = await openTestStores();
});
afterAll(() => test.close());
beforeEach(() => clear());

const clear = () => emptyTables(test.database.pool);
const settle = (now: string, batchSize?: number) =>
  settleAllDue({
    database: test.database,
    clock: () => now,
    timeZone,
    log: silent,
    ...(batchSize !== undefined && { batchSize }),
  });
const INTENT = { useCase: 'createEnrollment', actor: STAFF, at: '2026-08-20T10:00:00.000Z' } as const;
const put = (rows: readonly EnrollmentRow[]) =>
  test.stores.for(STAFF).write(INTENT, async ({ enrollments }) => {
    for (const row of rows) await enrollments.put(row, 'enrollment.create');
  });
const all = async () => (await test.stores.for(STAFF).read(({ enrollments }) => enrollments.list({}))).items;

/** Enrollments that start on 24 August. */
function starting(count: number): EnrollmentRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...makeEnrollment(),
    id: `e${String(index).padStart(4, '0')}`,
    providerId: index % 2 ? 'alfa' : 'beta',
    nextRuleAt: '2026-08-24T22:00:00.000Z',
  }));
}

it('makes of every enrollment what the rules make of it one by one', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows(timeZone), anyMoment(), fc.integer({ min: 1, max: 7 }), async (rows, now, batchSize) => {
      await clear();
      await put(rows);
      await settle(now, batchSize);
      const expected = rows.map((row) => {
        if (row.nextRuleAt === undefined || row.nextRuleAt > now) return row;
        const { enrollment } = bringUpToDate(row, { now, timeZone });
        const { nextRuleAt: _, ...settled } = enrollment as EnrollmentRow;
        const { next } = evaluateEnrollment(enrollment, { now, timeZone });
        return { ...settled, updatedAt: now, ...(next && { nextRuleAt: next.at }) };
      });
      const byId = new Map((await all()).map((row) => [row.id, row]));
      // A row from before doesn't say where its booking stands; the database does.
      for (const row of expected) expect(byId.get(row.id)).toEqual({ ...row, bookingState: bookingStateOf(row) });
    }),
    { numRuns: 40 },
  );
});

it('writes each change once when three servers do it at the same time', async () => {
  await put(starting(300));
  const now = '2026-09-01T10:00:00.000Z';
  const runs = await Promise.all([settle(now, 7), settle(now, 11), settle(now, 13)]);
  await settle(now);
  const rows = await all();
  expect(rows.filter(({ status }) => status === 'started')).toHaveLength(300);
  expect(new Set(rows.map(({ history }) => history.length))).toEqual(new Set([makeEnrollment().history.length + 1]));
  expect(runs.reduce((sum, { changes }) => sum + changes, 0)).toBeLessThanOrEqual(300);
  const { rows: audited } = await test.database.pool.query(
    `select actor_id, actor_role, count(*), count(distinct (provider_id, record_id)) as enrollments
     from audit_entries where actor_role = 'rule' group by 1, 2`,
  );
  expect(audited).toEqual([{ actor_id: 'start-date-passed', actor_role: 'rule', count: 300, enrollments: 300 }]);
});

it('catches up after days off and then finds nothing more to do', async () => {
  await put(starting(20).map((row) => ({ ...row, invoiceUploadedAt: '2026-08-20T10:00:00.000Z' })));
  await settle('2026-10-20T10:00:00.000Z');
  for (const { status, history, nextRuleAt } of await all()) {
    expect(status).toBe('completed');
    // Told as it was, not as it was noticed.
    expect(history.slice(-2).map(({ at }) => at)).toEqual(['2026-08-24T22:00:00.000Z', '2026-09-12T22:00:00.000Z']);
    expect(nextRuleAt).toBeUndefined();
  }
  expect(await settle('2026-10-20T10:00:00.000Z')).toEqual({ enrollments: 0, changes: 0 });
});

it('looks once at what is due and changes nothing', async () => {
  const rows = starting(3).map((row) => ({ ...row, bookingState: 'cancelled', status: 'cancelled' }) as const);
  await put(rows);
  const now = '2026-09-01T10:00:00.000Z';
  expect(await settle(now)).toEqual({ enrollments: 3, changes: 0 });
  expect(await settle(now)).toEqual({ enrollments: 0, changes: 0 });
});

it('tells listeners which enrollments changed', async () => {
  await put(starting(3));
  const heard: Change[] = [];
  const told = new Promise<void>((resolve) => {
    test.stores.changes.subscribe((change) => heard.push(change) === 3 && resolve());
  });
  await settle('2026-09-01T10:00:00.000Z');
  await told;
  expect(heard.map(({ id, providerId }) => `${providerId} ${id}`).sort()).toEqual([
    'alfa e0001',
    'beta e0000',
    'beta e0002',
  ]);
});

it('does not stand in the way of a person who changes a status meanwhile', async () => {
  await put(starting(100));
  const alfa: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
  const now = '2026-09-01T10:00:00.000Z';
  const backend = test.backend(alfa, () => now);
  const ids = starting(100).flatMap(({ id, providerId }) => (providerId === 'alfa' ? [id] : []));
  await Promise.all([settle(now, 5), ...ids.map((id) => backend.changeStatus(id, 'no-show'))]);
  const rows = (await all()).filter(({ providerId }) => providerId === 'alfa');
  for (const { history } of rows) expect(history.map(({ to }) => to).slice(-2)).toEqual(['started', 'no-show']);
});
