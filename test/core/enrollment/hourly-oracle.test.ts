import {
  acceptEnrollment,
  bringUpToDate,
  cancelEnrollment,
  changeStatusByHand,
  moveDates,
  recordCertificate,
  recordInvoice,
  STATUSES_BY_HAND,
  type Enrollment,
} from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepFreeze, makeEnrollment } from './enrollment-fixture.js';
import { liveThrough, type HourlyAct, type Plan } from './hourly-oracle.js';

const HOURS = 24 * 14;

test('whoever looks now and then writes the same history as whoever looks every hour', () => {
  fc.assert(
    fc.property(anyPlan(), fc.uniqueArray(fc.nat(HOURS), { maxLength: 6 }), (plan, looks) => {
      const { status, history } = run(plan, looks);
      expect({ status, history }).toEqual(liveThrough(plan));
    }),
    { numRuns: 200 },
  );
});

/** Drives the real use cases: every act in its hour, and a look at the record in some others. */
function run({ first, hours, timeZone, enrollment, acts }: Plan, looks: readonly number[]): Enrollment {
  let record = enrollment;
  for (let hour = 0; hour <= hours; hour++) {
    const options = { now: new Date(Date.parse(first) + hour * 3_600_000).toISOString(), timeZone };
    if (looks.includes(hour) || hour === hours) record = bringUpToDate(record, options).enrollment;
    for (const [, act] of acts.filter(([when]) => when === hour)) record = deepFreeze(perform(record, act, options));
  }
  return record;
}

function perform(record: Enrollment, act: HourlyAct, options: { now: string; timeZone: string }): Enrollment {
  switch (act.kind) {
    case 'accept':
      return acceptEnrollment(record, options).enrollment;
    case 'manual':
      return changeStatusByHand(record, { to: act.to, by: 'someone', ...options }).enrollment;
    case 'invoice':
      return recordInvoice(record, options).enrollment;
    case 'certificate':
      return recordCertificate(record, options).enrollment;
    case 'cancel':
      return cancelEnrollment(record, options).enrollment;
    case 'move': {
      const today = new Intl.DateTimeFormat('sv', { timeZone: options.timeZone }).format(Date.parse(options.now));
      const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
      const dates = { startDate: inDays(act.startInDays), endDate: inDays(act.endInDays) };
      return moveDates(record, { ...flags(record), ...dates }, options).enrollment;
    }
  }
}

/** Moving keeps a month a month, as the oracle does. */
function flags({ startDateIsMonthOnly = false, endDateIsMonthOnly = false }: Enrollment) {
  return { startDateIsMonthOnly, endDateIsMonthOnly };
}

function anyPlan(): fc.Arbitrary<Plan> {
  const act: fc.Arbitrary<HourlyAct> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('manual' as const), to: fc.constantFrom(...STATUSES_BY_HAND) }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'invoice', 'certificate') }) },
    { weight: 1, arbitrary: fc.constant<HourlyAct>({ kind: 'cancel' }) },
    {
      weight: 1,
      arbitrary: fc
        .record({ startInDays: fc.nat(4), days: fc.nat(4) })
        .map(({ startInDays, days }) => ({ kind: 'move' as const, startInDays, endInDays: startInDays + days })),
    },
  );
  return fc
    .record({
      // Two weeks around each clock change, one around the turn of a month, one around 29 February.
      first: fc.constantFrom(
        '2026-03-22T22:00:00Z',
        '2026-10-18T22:00:00Z',
        '2026-08-24T00:00:00Z',
        '2028-02-22T00:00:00Z',
      ),
      timeZone: fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Beirut', 'UTC'),
      start: fc.option(fc.nat(12), { nil: undefined }),
      days: fc.option(fc.nat(6), { nil: undefined }),
      isMonthOnly: fc.boolean(),
      status: fc.constantFrom('unknown', 'enrolled', 'started'),
      acts: fc.array(fc.tuple(fc.nat(HOURS), act), { maxLength: 6 }),
    })
    .map(({ first, timeZone, start, days, isMonthOnly, status, acts }) => {
      const day = (n: number) => new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10);
      const { startDate: _start, endDate: _end, acceptedAt: _accepted, ...bare } = makeEnrollment({ status });
      const enrollment = {
        ...bare,
        // From the day after the first: the oracle sees only what becomes true while it looks.
        ...(start !== undefined && { startDate: day(start + 1), startDateIsMonthOnly: isMonthOnly }),
        ...(days !== undefined && { endDate: day((start ?? 0) + 1 + days), endDateIsMonthOnly: isMonthOnly }),
      };
      const sorted = acts.sort(([a], [b]) => a - b);
      return { first, hours: HOURS, timeZone, enrollment: deepFreeze(enrollment), acts: sorted };
    });
}
