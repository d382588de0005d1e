import {
  acceptEnrollment,
  bringUpToDate,
  cancelEnrollment,
  changeStatusByHand,
  checkEnrollmentDates,
  evaluateEnrollment,
  moveDates,
  PARTICIPATION_STATUSES,
  recordCertificate,
  recordInvoice,
  type ParticipationStatus,
} from '@enrollkit/core';
import { describe, expect, test } from 'vitest';
import { byHand, byRule, deepFreeze, makeEnrollment } from '../enrollment-fixture.js';

// Every enrollment here is deeply frozen: an act that changes its input throws.

const started = byRule('start-date-passed', 'enrolled', 'started', '2026-08-24T22:00:00.000Z');
const DURING = '2026-09-01T10:00:00.000Z';
const AFTER = '2026-09-20T10:00:00.000Z';

describe('bringUpToDate', () => {
  test('records what is due', () => {
    const enrollment = makeEnrollment();
    expect(bringUpToDate(enrollment, { now: DURING })).toEqual({
      enrollment: { ...enrollment, status: 'started', history: [started] },
      changes: [started],
      issues: [],
    });
  });

  test('gives back the very same record when nothing is due', () => {
    const enrollment = makeEnrollment();
    expect(bringUpToDate(enrollment, { now: '2026-07-01T00:00:00Z' }).enrollment).toBe(enrollment);
  });

  test('looks at the calendar of the time zone it is given', () => {
    const options = { now: '2026-08-25T03:00:00Z', timeZone: 'America/New_York' };
    expect(bringUpToDate(makeEnrollment(), options).changes).toEqual([]);
  });
});

describe('changeStatusByHand', () => {
  test('first records what was due, then what the person chose', () => {
    const { enrollment, changes } = changeStatusByHand(makeEnrollment(), {
      to: 'no-show',
      by: 'p.devries',
      now: DURING,
    });
    expect(changes).toEqual([started, byHand('no-show', DURING, 'started')]);
    expect(enrollment).toMatchObject({ status: 'no-show', history: changes, version: 1 });
  });

  test('choosing the status that is already there records nothing', () => {
    const enrollment = makeEnrollment();
    const outcome = changeStatusByHand(enrollment, { to: 'enrolled', by: 'p.devries', now: '2026-07-01T00:00:00Z' });
    expect(outcome).toEqual({ enrollment, changes: [], issues: [] });
  });

  test.each(Object.entries(PARTICIPATION_STATUSES) as [ParticipationStatus, { byHand: boolean }][])(
    'to %s is allowed only for the five statuses of the pencil',
    (to, { byHand }) => {
      const { issues } = changeStatusByHand(makeEnrollment(), { to, by: 'p.devries', now: DURING });
      const issue = { code: 'status-not-by-hand', severity: 'error', path: 'status', params: { status: to } };
      expect(issues).toEqual(byHand ? [] : [issue]);
    },
  );

  test('to a word that is no status is refused, not crashed on', () => {
    const to = 'constructor' as ParticipationStatus;
    expect(changeStatusByHand(makeEnrollment(), { to, by: 'p.devries', now: DURING }).issues).toHaveLength(1);
  });

  test('is refused for a cancelled enrollment', () => {
    const enrollment = makeEnrollment({ status: 'cancelled' });
    expect(changeStatusByHand(enrollment, { to: 'completed', by: 'p.devries', now: DURING })).toEqual({
      enrollment,
      changes: [],
      issues: [{ code: 'enrollment-cancelled', severity: 'error', path: 'status', params: {} }],
    });
  });

  test('by a clock that runs behind the last change comes after that change all the same', () => {
    const enrollment = makeEnrollment({ status: 'started', history: [byHand('started', DURING)] });
    const { changes } = changeStatusByHand(enrollment, { to: 'no-show', by: 'p.devries', now: '2026-08-30T00:00:00Z' });
    expect(changes).toEqual([byHand('no-show', DURING, 'started')]);
  });
});

describe('acceptEnrollment', () => {
  const request = () => {
    const { acceptedAt: _acceptedAt, ...rest } = makeEnrollment({ status: 'unknown' });
    return deepFreeze(rest);
  };

  test('makes it enrolled', () => {
    const now = '2026-06-02T09:30:00.000Z';
    expect(acceptEnrollment(request(), { now })).toMatchObject({
      enrollment: { status: 'enrolled', acceptedAt: now },
      changes: [byRule('enrollment-accepted', 'unknown', 'enrolled', now)],
    });
  });

  test('makes it started as well when the course is under way', () => {
    expect(acceptEnrollment(request(), { now: DURING }).changes.map(({ to }) => to)).toEqual(['enrolled', 'started']);
  });

  test('again changes nothing, not even the moment', () => {
    const { enrollment } = acceptEnrollment(request(), { now: '2026-06-02T09:30:00.000Z' });
    expect(acceptEnrollment(enrollment, { now: '2026-06-05T00:00:00Z' }).enrollment).toEqual(enrollment);
  });
});

describe('cancelEnrollment', () => {
  test('is final and keeps the history', () => {
    const { enrollment, changes } = cancelEnrollment(makeEnrollment(), { now: DURING });
    expect(changes).toEqual([started, byRule('enrollment-cancelled', 'started', 'cancelled', DURING)]);
    expect(enrollment).toMatchObject({ status: 'cancelled', cancelledAt: DURING });
    expect(bringUpToDate(enrollment, { now: '2027-01-01T00:00:00Z' }).changes).toEqual([]);
  });

  test('again changes nothing, not even the moment', () => {
    const { enrollment } = cancelEnrollment(makeEnrollment(), { now: DURING });
    expect(cancelEnrollment(enrollment, { now: AFTER })).toEqual({ enrollment, changes: [], issues: [] });
  });
});

describe('recordInvoice', () => {
  test('after the end completes at once', () => {
    const { enrollment, changes } = recordInvoice(makeEnrollment(), { now: AFTER });
    expect(enrollment).toMatchObject({ status: 'completed', invoiceUploadedAt: AFTER });
    expect(changes).toEqual([started, byRule('invoice-uploaded', 'started', 'completed', AFTER)]);
  });

  test('during the course completes it when the end date has passed', () => {
    const { enrollment } = recordInvoice(makeEnrollment(), { now: DURING });
    expect(enrollment).toMatchObject({ status: 'started', invoiceUploadedAt: DURING });
    expect(bringUpToDate(enrollment, { now: AFTER }).changes).toEqual([
      byRule('end-date-passed', 'started', 'completed', '2026-09-12T22:00:00.000Z'),
    ]);
  });

  test('leaves a no-show alone', () => {
    const enrollment = makeEnrollment({ status: 'no-show', history: [byHand('no-show', DURING)] });
    expect(recordInvoice(enrollment, { now: AFTER })).toMatchObject({ enrollment: { status: 'no-show' }, changes: [] });
  });

  test('for a cancelled enrollment is kept and changes no status', () => {
    const enrollment = makeEnrollment({ status: 'cancelled' });
    expect(recordInvoice(enrollment, { now: AFTER })).toMatchObject({
      enrollment: { status: 'cancelled', invoiceUploadedAt: AFTER },
      changes: [],
      issues: [],
    });
  });
});

describe('recordCertificate', () => {
  test.each(['no-show', 'did-not-pass'] as const)('of a retake completes a %s', (status) => {
    const enrollment = makeEnrollment({ status, history: [byHand(status, DURING)] });
    const { changes } = recordCertificate(enrollment, { now: AFTER });
    expect(changes).toEqual([byRule('certificate-uploaded', status, 'completed', AFTER)]);
  });

  test('completes also when the clock has not moved since the change by hand, and stays so', () => {
    const enrollment = makeEnrollment({ status: 'no-show', history: [byHand('no-show', DURING)] });
    const completed = recordCertificate(enrollment, { now: DURING }).enrollment;
    expect(completed.status).toBe('completed');
    const corrected = changeStatusByHand(completed, { to: 'did-not-pass', by: 'p.devries', now: DURING }).enrollment;
    expect(evaluateEnrollment(corrected, { now: AFTER })).toMatchObject({ status: 'did-not-pass', changes: [] });
  });

  test('a second one, after a correction by hand, completes again', () => {
    const first = recordCertificate(makeEnrollment(), { now: DURING }).enrollment;
    const corrected = changeStatusByHand(first, { to: 'did-not-pass', by: 'p.devries', now: '2026-09-02T00:00:00Z' });
    const second = recordCertificate(corrected.enrollment, { now: AFTER });
    expect(second.changes).toEqual([byRule('certificate-uploaded', 'did-not-pass', 'completed', AFTER)]);
  });

  test('is refused for a cancelled enrollment', () => {
    const enrollment = makeEnrollment({ status: 'cancelled' });
    expect(recordCertificate(enrollment, { now: AFTER })).toEqual({
      enrollment,
      changes: [],
      issues: [{ code: 'enrollment-cancelled', severity: 'error', path: 'status', params: {} }],
    });
  });
});

describe('moveDates', () => {
  test('to later, before the course: it starts on the new date', () => {
    const { enrollment, changes } = moveDates(
      makeEnrollment(),
      { startDate: '2026-09-28', endDate: '2026-10-17' },
      { now: '2026-08-20T10:00:00Z' },
    );
    expect(changes).toEqual([]);
    expect(evaluateEnrollment(enrollment, { now: AFTER })).toMatchObject({
      status: 'enrolled',
      next: { at: '2026-09-28T22:00:00.000Z' },
    });
  });

  test('to later, after the start: what was recorded stays, and a person who sets it back sees it start again', () => {
    const moved = moveDates(
      makeEnrollment(),
      { startDate: '2026-09-28', endDate: '2026-10-17' },
      { now: '2026-08-26T10:00:00Z' },
    );
    expect(moved.changes).toEqual([started]);
    const reset = changeStatusByHand(moved.enrollment, {
      to: 'enrolled',
      by: 'p.devries',
      now: '2026-08-26T10:05:00Z',
    });
    expect(bringUpToDate(reset.enrollment, { now: '2026-10-01T00:00:00Z' }).changes).toEqual([
      byRule('start-date-passed', 'enrolled', 'started', '2026-09-28T22:00:00.000Z'),
    ]);
  });

  test('to earlier than today: it starts at once', () => {
    const { changes } = moveDates(makeEnrollment(), { startDate: '2026-07-01' }, { now: '2026-08-20T10:00:00Z' });
    expect(changes).toEqual([byRule('start-date-passed', 'enrolled', 'started', '2026-07-01T22:00:00.000Z')]);
  });

  test('to earlier than a change by hand does not undo that change', () => {
    const enrollment = makeEnrollment({ history: [byHand('enrolled', '2026-08-01T09:00:00Z', 'started')] });
    const { changes } = moveDates(enrollment, { startDate: '2026-07-01' }, { now: '2026-08-20T10:00:00Z' });
    expect(changes).toEqual([]);
  });

  test('a date that is not named stays, and a new date is a whole day unless it says otherwise', () => {
    const enrollment = makeEnrollment({ startDateIsMonthOnly: true, endDateIsMonthOnly: true });
    const now = '2026-07-01T00:00:00Z';
    expect(moveDates(enrollment, { startDate: '2026-09-07' }, { now }).enrollment).toMatchObject({
      startDate: '2026-09-07',
      startDateIsMonthOnly: false,
      endDate: '2026-09-12',
      endDateIsMonthOnly: true,
    });
  });

  test('to an end before the start is refused', () => {
    const enrollment = makeEnrollment();
    expect(moveDates(enrollment, { endDate: '2026-08-23' }, { now: DURING })).toEqual({
      enrollment,
      changes: [],
      issues: [
        {
          code: 'end-date-before-start-date',
          severity: 'error',
          path: 'endDate',
          params: { startDate: '2026-08-24', endDate: '2026-08-23' },
        },
      ],
    });
  });
});

describe('checkEnrollmentDates', () => {
  test.each([
    ['no dates', {}],
    ['one day', { startDate: '2026-08-24', endDate: '2026-08-24' }],
    ['an end in the month of the start', { startDate: '2026-08-24', endDate: '2026-08-01', endDateIsMonthOnly: true }],
    ['a start in the month of the end', { startDate: '2026-08-31', startDateIsMonthOnly: true, endDate: '2026-08-12' }],
    ['an end without a start', { endDate: '2026-08-24' }],
  ])('%s is fine', (_, dates) => {
    expect(checkEnrollmentDates(dates)).toEqual([]);
  });

  test('names each day that does not exist', () => {
    expect(checkEnrollmentDates({ startDate: '2026-02-30', endDate: 'later' })).toEqual([
      { code: 'date-invalid', severity: 'error', path: 'startDate', params: { value: '2026-02-30' } },
      { code: 'date-invalid', severity: 'error', path: 'endDate', params: { value: 'later' } },
    ]);
  });
});
