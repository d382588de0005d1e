import {
  RULE_IDS,
  STATUSES_BY_HAND,
  STATUS_RULES,
  type Enrollment,
  type ParticipationStatus,
  type StatusChange,
} from '@enrollkit/core';
import fc from 'fast-check';
import { deepFreeze, makeEnrollment } from './enrollment-fixture.js';

const FIRST_HOUR = Date.parse('2026-10-15T00:00:00Z');

/** Whole hours in three weeks around a clock change: coarse, so that moments often coincide. */
export function anyMoment(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 21 * 24 }).map((hours) => new Date(FIRST_HOUR + hours * 3_600_000).toISOString());
}

function anyDay(): fc.Arbitrary<string> {
  return anyMoment().map((at) => at.slice(0, 10));
}

/** Any record that a database could hold: with or without each date, some unreadable, and any history up to its status. */
export function anyEnrollment(): fc.Arbitrary<Enrollment> {
  const day = fc.oneof({ weight: 9, arbitrary: anyDay() }, { weight: 1, arbitrary: fc.constant('2026-02-30') });
  const moment = fc.oneof({ weight: 9, arbitrary: anyMoment() }, { weight: 1, arbitrary: fc.constant('soon') });
  const dates = fc.record(
    {
      startDate: day,
      startDateIsMonthOnly: fc.boolean(),
      endDate: day,
      endDateIsMonthOnly: fc.boolean(),
      acceptedAt: moment,
      invoiceUploadedAt: moment,
      certificateUploadedAt: moment,
      cancelledAt: moment,
      originalStatus: fc.constant('wachtlijst'),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({ dates, history: anyHistory(), status: anyStatus() })
    .map(({ dates, history, status }) =>
      deepFreeze({ ...bare(), ...dates, history, status: history.at(-1)?.to ?? status }),
    );
}

function bare(): Enrollment {
  const { startDate: _start, endDate: _end, acceptedAt: _accepted, ...rest } = makeEnrollment();
  return rest;
}

function anyStatus(): fc.Arbitrary<ParticipationStatus> {
  return fc.constantFrom(...STATUSES_BY_HAND, 'cancelled', 'unknown');
}

function anyHistory(): fc.Arbitrary<readonly StatusChange[]> {
  const manual = fc
    .constantFrom(...STATUSES_BY_HAND)
    .map((to) => ({ to, cause: { kind: 'manual', by: 'someone' } as const }));
  const automatic = fc
    .constantFrom(...RULE_IDS)
    .map((rule) => ({ to: STATUS_RULES[rule].to, cause: { kind: 'rule', rule } as const }));
  return fc.array(fc.tuple(anyMoment(), fc.oneof(manual, automatic)), { maxLength: 3 }).map((steps) => {
    let from: ParticipationStatus = 'unknown';
    return steps
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([at, { to, cause }]) => {
        const change = { from, to, at, cause };
        from = to;
        return change;
      });
  });
}
