import { evaluateEnrollment, hasErrorCode, type Enrollment } from '@enrollkit/core';
import { describe, expect, test } from 'vitest';
import { byHand, byRule, makeEnrollment } from './enrollment-fixture.js';

test('an enrolled person becomes started the day after the start date, and hears what comes next', () => {
  const started = byRule('start-date-passed', 'enrolled', 'started', '2026-08-24T22:00:00.000Z');
  expect(evaluateEnrollment(makeEnrollment(), { now: '2026-09-01T10:00:00Z' })).toEqual({
    status: 'started',
    changes: [started],
    next: { rule: 'end-date-passed', to: 'completed', at: '2026-09-12T22:00:00.000Z', requires: 'invoice' },
    explanation: [
      { term: 'why-start-date-passed', params: { status: 'started', at: '2026-08-24T22:00:00.000Z' } },
      { term: 'next-at-moment-with-invoice', params: { status: 'completed', at: '2026-09-12T22:00:00.000Z' } },
    ],
  });
});

describe('a date has passed strictly after its day in the provider’s time zone', () => {
  test.each<[string, Partial<Enrollment>, string | undefined, string]>([
    ['an ordinary day', { startDate: '2026-08-24' }, undefined, '2026-08-24T22:00:00.000Z'],
    ['the day the clock goes forward', { startDate: '2026-03-29' }, undefined, '2026-03-29T22:00:00.000Z'],
    ['the day before it', { startDate: '2026-03-28' }, undefined, '2026-03-28T23:00:00.000Z'],
    ['the day the clock goes back', { startDate: '2026-10-25' }, undefined, '2026-10-25T23:00:00.000Z'],
    ['the day before that', { startDate: '2026-10-24' }, undefined, '2026-10-24T22:00:00.000Z'],
    ['29 February', { startDate: '2028-02-29' }, undefined, '2028-02-29T23:00:00.000Z'],
    ['New Year’s Eve', { startDate: '2026-12-31' }, undefined, '2026-12-31T23:00:00.000Z'],
    ['a month', { startDate: '2026-08-01', startDateIsMonthOnly: true }, undefined, '2026-08-31T22:00:00.000Z'],
    [
      'a month named by its last day',
      { startDate: '2026-08-31', startDateIsMonthOnly: true },
      undefined,
      '2026-08-31T22:00:00.000Z',
    ],
    [
      'February of a leap year',
      { startDate: '2028-02-01', startDateIsMonthOnly: true },
      undefined,
      '2028-02-29T23:00:00.000Z',
    ],
    ['December', { startDate: '2026-12-01', startDateIsMonthOnly: true }, undefined, '2026-12-31T23:00:00.000Z'],
    [
      'the month the clock goes back',
      { startDate: '2026-10-01', startDateIsMonthOnly: true },
      undefined,
      '2026-10-31T23:00:00.000Z',
    ],
    ['a day in New York', { startDate: '2026-08-24' }, 'America/New_York', '2026-08-25T04:00:00.000Z'],
    [
      'the day before one without midnight',
      { startDate: '2018-11-03' },
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z',
    ],
    ['a day in Auckland', { startDate: '2026-08-24' }, 'Pacific/Auckland', '2026-08-24T12:00:00.000Z'],
  ])('%s', (_, dates, timeZone, moment) => {
    const enrollment = makeEnrollment({ acceptedAt: '2018-01-01T00:00:00Z', endDate: '2029-01-01', ...dates });
    const at = (now: number) =>
      evaluateEnrollment(enrollment, { now: new Date(now).toISOString(), ...(timeZone && { timeZone }) });
    expect(at(Date.parse(moment) - 1)).toMatchObject({ status: 'enrolled', changes: [], next: { at: moment } });
    expect(at(Date.parse(moment))).toMatchObject({ status: 'started', changes: [{ at: moment }] });
  });
});

describe('completed takes an end date that passed and an invoice', () => {
  const started = { status: 'started' } as const;
  const endPassed = '2026-09-12T22:00:00.000Z';

  test('an invoice before the end: completed when the end date has passed', () => {
    const enrollment = makeEnrollment({ ...started, invoiceUploadedAt: '2026-09-01T10:00:00Z' });
    expect(evaluateEnrollment(enrollment, { now: '2026-09-12T21:59:59Z' })).toMatchObject({
      status: 'started',
      next: { rule: 'end-date-passed', to: 'completed', at: endPassed },
    });
    expect(evaluateEnrollment(enrollment, { now: '2026-10-01T00:00:00Z' }).changes).toEqual([
      byRule('end-date-passed', 'started', 'completed', endPassed),
    ]);
  });

  test('an invoice after the end: completed at the invoice', () => {
    const enrollment = makeEnrollment({ ...started, invoiceUploadedAt: '2026-09-20T10:00:00.000Z' });
    expect(evaluateEnrollment(enrollment, { now: '2026-10-01T00:00:00Z' }).changes).toEqual([
      byRule('invoice-uploaded', 'started', 'completed', '2026-09-20T10:00:00.000Z'),
    ]);
  });

  test('an invoice at the very moment the end passes is an invoice after the end', () => {
    const enrollment = makeEnrollment({ ...started, invoiceUploadedAt: endPassed });
    expect(evaluateEnrollment(enrollment, { now: endPassed }).changes).toEqual([
      byRule('invoice-uploaded', 'started', 'completed', endPassed),
    ]);
  });

  test('no invoice: stays started and nothing comes by the calendar', () => {
    const evaluation = evaluateEnrollment(makeEnrollment(started), { now: '2027-01-01T00:00:00Z' });
    expect(evaluation.status).toBe('started');
    expect(evaluation.changes).toEqual([]);
    expect(evaluation).not.toHaveProperty('next');
  });

  test('no end date: never, with or without an invoice', () => {
    const { endDate: _none, ...endless } = makeEnrollment({ ...started, invoiceUploadedAt: '2026-06-03T00:00:00Z' });
    const evaluation = evaluateEnrollment(endless, { now: '2099-01-01T00:00:00Z' });
    expect(evaluation).toMatchObject({ status: 'started', changes: [] });
    expect(evaluation).not.toHaveProperty('next');
  });

  test('9999-12-31 for no end date is just very late', () => {
    const enrollment = makeEnrollment({ endDate: '9999-12-31', invoiceUploadedAt: '2026-06-03T00:00:00Z' });
    expect(evaluateEnrollment(enrollment, { now: '2026-10-01T00:00:00Z' })).toMatchObject({
      status: 'started',
      next: { rule: 'end-date-passed', at: '9999-12-31T23:00:00.000Z' },
    });
    expect(evaluateEnrollment(enrollment, { now: '2026-10-01T00:00:00Z', timeZone: 'America/New_York' })).toMatchObject(
      {
        status: 'started',
        next: { at: '+010000-01-01T05:00:00.000Z' },
      },
    );
  });

  test('a course of one day starts and then completes, at the same moment', () => {
    const enrollment = makeEnrollment({
      startDate: '2026-09-12',
      endDate: '2026-09-12',
      invoiceUploadedAt: '2026-09-01T10:00:00Z',
    });
    expect(evaluateEnrollment(enrollment, { now: '2026-10-01T00:00:00Z' }).changes).toEqual([
      byRule('start-date-passed', 'enrolled', 'started', endPassed),
      byRule('end-date-passed', 'started', 'completed', endPassed),
    ]);
  });
});

describe('a new enrollment', () => {
  const fresh = { status: 'unknown', history: [] } as const;

  test('becomes enrolled when it is accepted', () => {
    expect(evaluateEnrollment(makeEnrollment(fresh), { now: '2026-06-02T09:30:00.000Z' }).changes).toEqual([
      byRule('enrollment-accepted', 'unknown', 'enrolled', '2026-06-02T09:30:00.000Z'),
    ]);
  });

  test('that is accepted while the course is under way becomes enrolled and started at that moment', () => {
    const acceptedAt = '2026-09-01T10:00:00.000Z';
    expect(evaluateEnrollment(makeEnrollment({ ...fresh, acceptedAt }), { now: acceptedAt }).changes).toEqual([
      byRule('enrollment-accepted', 'unknown', 'enrolled', acceptedAt),
      byRule('start-date-passed', 'enrolled', 'started', acceptedAt),
    ]);
  });

  test('from a system with another status keeps that until someone decides', () => {
    const enrollment = makeEnrollment({ ...fresh, originalStatus: 'wachtlijst' });
    expect(evaluateEnrollment(enrollment, { now: '2027-01-01T00:00:00Z' })).toMatchObject({
      status: 'unknown',
      changes: [],
    });
  });
});

describe('a change by hand', () => {
  const reset = (at: string) =>
    makeEnrollment({
      status: 'enrolled',
      history: [
        byRule('start-date-passed', 'enrolled', 'started', '2026-08-24T22:00:00.000Z'),
        byHand('enrolled', at, 'started'),
      ],
    });

  test('is not undone by a date that had passed before it', () => {
    expect(evaluateEnrollment(reset('2026-08-25T09:00:00Z'), { now: '2026-09-01T00:00:00Z' }).changes).toEqual([]);
  });

  test('wins when it comes at the very moment of the rule', () => {
    expect(evaluateEnrollment(reset('2026-08-24T22:00:00.000Z'), { now: '2026-09-01T00:00:00Z' }).changes).toEqual([]);
  });

  test('gives way to a start date that was moved to after it', () => {
    const moved = { ...reset('2026-08-25T09:00:00Z'), startDate: '2026-08-31' };
    expect(evaluateEnrollment(moved, { now: '2026-09-01T00:00:00Z' }).changes).toEqual([
      byRule('start-date-passed', 'enrolled', 'started', '2026-08-31T22:00:00.000Z'),
    ]);
  });

  test('to no-show is not overwritten by the calendar', () => {
    const enrollment = makeEnrollment({
      status: 'no-show',
      invoiceUploadedAt: '2026-08-01T00:00:00Z',
      history: [byHand('no-show', '2026-08-30T09:00:00Z', 'started')],
    });
    expect(evaluateEnrollment(enrollment, { now: '2027-01-01T00:00:00Z' }).changes).toEqual([]);
  });

  test.each(['no-show', 'did-not-pass'] as const)('to %s gives way to the certificate of a retake', (status) => {
    const enrollment = makeEnrollment({
      status,
      certificateUploadedAt: '2026-11-02T10:00:00.000Z',
      history: [byHand(status, '2026-09-14T09:00:00Z', 'started')],
    });
    expect(evaluateEnrollment(enrollment, { now: '2026-12-01T00:00:00Z' }).changes).toEqual([
      byRule('certificate-uploaded', status, 'completed', '2026-11-02T10:00:00.000Z'),
    ]);
  });

  test('stays when the certificate was there before it', () => {
    const enrollment = makeEnrollment({
      status: 'did-not-pass',
      certificateUploadedAt: '2026-09-13T10:00:00.000Z',
      history: [byHand('did-not-pass', '2026-09-14T09:00:00Z', 'completed')],
    });
    expect(evaluateEnrollment(enrollment, { now: '2026-12-01T00:00:00Z' }).changes).toEqual([]);
  });
});

test('a date that was moved to before the last change makes a change at that one, so history stays in order', () => {
  const accepted = byRule('enrollment-accepted', 'unknown', 'enrolled', '2026-06-02T09:30:00.000Z');
  const enrollment = makeEnrollment({ startDate: '2026-05-01', history: [accepted] });
  expect(evaluateEnrollment(enrollment, { now: '2026-07-01T00:00:00Z' }).changes).toEqual([
    byRule('start-date-passed', 'enrolled', 'started', accepted.at),
  ]);
});

test('cancelled is final: no rule and no certificate changes it', () => {
  const enrollment = makeEnrollment({
    status: 'cancelled',
    cancelledAt: '2026-07-01T00:00:00Z',
    invoiceUploadedAt: '2026-07-02T00:00:00Z',
    certificateUploadedAt: '2026-09-20T00:00:00Z',
  });
  const evaluation = evaluateEnrollment(enrollment, { now: '2027-01-01T00:00:00Z' });
  expect(evaluation).toMatchObject({ status: 'cancelled', changes: [] });
  expect(evaluation).not.toHaveProperty('next');
});

describe('mistakes of the caller are thrown', () => {
  test.each([
    ['a moment without an offset', { now: '2026-09-01T10:00:00' }],
    ['a time zone that does not exist', { now: '2026-09-01T10:00:00Z', timeZone: 'Europe/Atlantis' }],
  ])('%s', (_, options) => {
    const { startDate: _start, endDate: _end, ...dateless } = makeEnrollment();
    expect(() => evaluateEnrollment(dateless, options)).toThrow(
      expect.toSatisfy((error: unknown) => hasErrorCode(error, 'invalid')),
    );
  });
});

test('a host that knows better keeps its status, and nothing is said of what the rules would make of it', () => {
  const enrollment = makeEnrollment({ startDate: '2026-08-24', endDate: '2026-08-25', status: 'enrolled' });
  expect(evaluateEnrollment(enrollment, { now: '2026-09-01T10:00:00Z', rules: 'host' })).toEqual({
    status: 'enrolled',
    changes: [],
    explanation: [expect.objectContaining({ term: expect.stringMatching(/^why-/) as string })],
  });
});

test('what a host saw holds against a rule whose moment lies before it, and is told by the host’s name', () => {
  const cause = { kind: 'host', name: 'Moodle', detail: 'Cursus voltooid.' } as const;
  const at = '2026-09-10T10:00:00.000Z';
  const reported = { from: 'enrolled', to: 'did-not-pass', at, cause } as const;
  const enrollment = makeEnrollment({ status: 'did-not-pass', history: [reported], startDate: '2026-08-24' });
  const { status, changes, explanation } = evaluateEnrollment(enrollment, { now: '2026-09-11T10:00:00Z' });
  expect([status, changes]).toEqual(['did-not-pass', []]);
  // The sentence that it ends has a full stop.
  expect(explanation[0]).toEqual({
    term: 'why-reported-by-host',
    params: { status: 'did-not-pass', by: 'Moodle', detail: 'Cursus voltooid', at },
  });
});
