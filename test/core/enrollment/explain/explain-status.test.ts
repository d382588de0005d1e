import { evaluateEnrollment, type Enrollment, type EnrollmentTerm } from '@enrollkit/core';
import { expect, test } from 'vitest';
import { byHand, byRule, makeEnrollment } from '../enrollment-fixture.js';

const accepted = byRule('enrollment-accepted', 'unknown', 'enrolled', '2026-06-02T09:30:00.000Z');
const started = byRule('start-date-passed', 'enrolled', 'started', '2026-08-24T22:00:00.000Z');
const endPassed = '2026-09-12T22:00:00.000Z';
const { endDate: _endDate, ...endless } = makeEnrollment();
const { startDate: _startDate, ...startless } = makeEnrollment();

test.each<[string, Enrollment, string, EnrollmentTerm[]]>([
  [
    'enrolled, before the course: accepted, and started is next',
    makeEnrollment({ history: [accepted] }),
    '2026-07-01T00:00:00Z',
    [
      { term: 'why-enrollment-accepted', params: { status: 'enrolled', at: accepted.at } },
      { term: 'next-at-moment', params: { status: 'started', at: started.at } },
    ],
  ],
  [
    'started, invoice there: completed is next, without a condition',
    makeEnrollment({ invoiceUploadedAt: '2026-08-01T00:00:00Z', history: [accepted] }),
    '2026-09-01T00:00:00Z',
    [
      { term: 'why-start-date-passed', params: { status: 'started', at: started.at } },
      { term: 'next-at-moment', params: { status: 'completed', at: endPassed } },
    ],
  ],
  [
    'started, the end has passed, no invoice: it waits for the invoice',
    makeEnrollment({ status: 'started', history: [accepted, started] }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-start-date-passed', params: { status: 'started', at: started.at } },
      { term: 'next-when-invoice-uploaded', params: { status: 'completed' } },
      { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
    ],
  ],
  [
    'started, no end date: it never completes by itself',
    { ...endless, status: 'started', history: [accepted, started] },
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-start-date-passed', params: { status: 'started', at: started.at } },
      { term: 'no-end-date', params: { status: 'completed' } },
      { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
    ],
  ],
  [
    'enrolled, no start date: it never starts by itself',
    startless,
    '2026-07-01T00:00:00Z',
    [
      { term: 'why-imported', params: { status: 'enrolled' } },
      { term: 'next-at-moment-with-invoice', params: { status: 'completed', at: endPassed } },
      { term: 'no-start-date', params: { status: 'started' } },
    ],
  ],
  [
    'put back by hand after the start: by whom, and which rule will not undo it',
    makeEnrollment({ history: [accepted, started, byHand('enrolled', '2026-08-26T09:00:00.000Z', 'started')] }),
    '2026-09-01T00:00:00Z',
    [
      { term: 'why-changed-by-hand', params: { status: 'enrolled', by: 'p.devries', at: '2026-08-26T09:00:00.000Z' } },
      { term: 'next-at-moment-with-invoice', params: { status: 'completed', at: endPassed } },
      {
        term: 'no-undoing-by-rule',
        params: { rule: 'start-date-passed', status: 'started', by: 'p.devries', at: '2026-08-26T09:00:00.000Z' },
      },
    ],
  ],
  [
    'no-show by hand: only a certificate changes it',
    makeEnrollment({ status: 'no-show', history: [byHand('no-show', '2026-08-26T09:00:00.000Z')] }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-changed-by-hand', params: { status: 'no-show', by: 'p.devries', at: '2026-08-26T09:00:00.000Z' } },
      { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
    ],
  ],
  [
    'completed by the end date',
    makeEnrollment({ status: 'started', invoiceUploadedAt: '2026-08-01T00:00:00Z' }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-end-date-passed', params: { status: 'completed', at: endPassed } },
      { term: 'no-further-change', params: { status: 'completed' } },
    ],
  ],
  [
    'completed by the invoice',
    makeEnrollment({ status: 'started', invoiceUploadedAt: '2026-09-20T00:00:00.000Z' }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-invoice-uploaded', params: { status: 'completed', at: '2026-09-20T00:00:00.000Z' } },
      { term: 'no-further-change', params: { status: 'completed' } },
    ],
  ],
  [
    'completed by a certificate',
    makeEnrollment({ status: 'no-show', certificateUploadedAt: '2026-09-20T00:00:00.000Z' }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-certificate-uploaded', params: { status: 'completed', at: '2026-09-20T00:00:00.000Z' } },
      { term: 'no-further-change', params: { status: 'completed' } },
    ],
  ],
  [
    'cancelled is final',
    makeEnrollment({ cancelledAt: '2026-07-01T00:00:00.000Z' }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-enrollment-cancelled', params: { status: 'cancelled', at: '2026-07-01T00:00:00.000Z' } },
      { term: 'no-change-after-cancelling', params: {} },
    ],
  ],
  [
    'a status that another system made up',
    makeEnrollment({ status: 'unknown', originalStatus: 'wachtlijst' }),
    '2026-07-01T00:00:00Z',
    [
      { term: 'why-status-not-recognized', params: { originalStatus: 'wachtlijst' } },
      { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
    ],
  ],
  [
    'a status that nobody gave',
    startlessUnknown(),
    '2026-07-01T00:00:00Z',
    [
      { term: 'why-status-unknown', params: {} },
      { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
    ],
  ],
  [
    'dates that cannot be read: their rules do nothing, and each is named',
    makeEnrollment({ startDate: '2026-02-30', endDate: '12-09-2026', invoiceUploadedAt: 'yesterday' }),
    '2026-10-01T00:00:00Z',
    [
      { term: 'why-imported', params: { status: 'enrolled' } },
      { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
      { term: 'no-readable-date', params: { field: 'startDate', value: '2026-02-30' } },
      { term: 'no-readable-date', params: { field: 'endDate', value: '12-09-2026' } },
      { term: 'no-readable-date', params: { field: 'invoiceUploadedAt', value: 'yesterday' } },
    ],
  ],
])('%s', (_, enrollment, now, expected) => {
  expect(evaluateEnrollment(enrollment, { now }).explanation).toEqual(expected);
});

test('dates that another system wrote as null or an empty text are simply absent', () => {
  const enrollment = { ...makeEnrollment(), startDate: null, endDate: '', invoiceUploadedAt: null } as unknown;
  expect(evaluateEnrollment(enrollment as Enrollment, { now: '2026-10-01T00:00:00Z' }).explanation).toEqual([
    { term: 'why-imported', params: { status: 'enrolled' } },
    { term: 'no-start-date', params: { status: 'started' } },
    { term: 'no-end-date', params: { status: 'completed' } },
    { term: 'next-when-certificate-uploaded', params: { status: 'completed' } },
  ]);
});

function startlessUnknown(): Enrollment {
  const { acceptedAt: _acceptedAt, ...rest } = startless;
  return { ...rest, status: 'unknown' };
}
