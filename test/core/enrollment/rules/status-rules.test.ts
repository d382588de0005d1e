import {
  applyChanges,
  evaluateEnrollment,
  STATUSES,
  type Enrollment,
  type ParticipationStatus,
  type RuleId,
} from '@enrollkit/core';
import { describe, expect, test } from 'vitest';
import { makeEnrollment } from '../enrollment-fixture.js';

const MOMENT = '2026-09-12T22:00:00.000Z';
const BEFORE = '2026-09-12T21:59:59.999Z';

const EVERYTHING_CANCELLED = {
  enrolled: 'cancelled',
  started: 'cancelled',
  completed: 'cancelled',
  'did-not-pass': 'cancelled',
  'no-show': 'cancelled',
  unknown: 'cancelled',
} as const;

// The whole of the help page's table, written out a second time. A status that isn't named stays as it is.
const TABLE: Record<RuleId, { facts: Partial<Enrollment>; becomes: Partial<Record<ParticipationStatus, string>> }> = {
  'enrollment-accepted': { facts: { acceptedAt: MOMENT }, becomes: { unknown: 'enrolled' } },
  'start-date-passed': { facts: { startDate: '2026-09-12' }, becomes: { enrolled: 'started' } },
  'invoice-uploaded': {
    facts: { endDate: '2026-09-01', invoiceUploadedAt: MOMENT },
    becomes: { enrolled: 'completed', started: 'completed' },
  },
  'end-date-passed': {
    facts: { endDate: '2026-09-12', invoiceUploadedAt: '2026-09-01T10:00:00.000Z' },
    becomes: { enrolled: 'completed', started: 'completed' },
  },
  'certificate-uploaded': {
    facts: { certificateUploadedAt: MOMENT },
    becomes: {
      enrolled: 'completed',
      started: 'completed',
      'did-not-pass': 'completed',
      'no-show': 'completed',
      unknown: 'completed',
    },
  },
  'enrollment-withdrawn': { facts: { withdrawnAt: MOMENT }, becomes: EVERYTHING_CANCELLED },
  'enrollment-cancelled': {
    facts: { cancelledAt: MOMENT },
    becomes: EVERYTHING_CANCELLED,
  },
  // Only whoever cancels the start does this.
  'minimum-not-reached': { facts: {}, becomes: {} },
};

describe.each(Object.entries(TABLE) as [RuleId, (typeof TABLE)[RuleId]][])('%s', (rule, { facts, becomes }) => {
  test.each(STATUSES.map((status) => [status, becomes[status] ?? status]))('%s becomes %s', (status, expected) => {
    const { startDate: _start, endDate: _end, acceptedAt: _accepted, ...bare } = makeEnrollment();
    const enrollment = { ...bare, status, ...facts };

    expect(evaluateEnrollment(enrollment, { now: BEFORE })).toMatchObject({ status, changes: [] });

    const { status: after, changes } = evaluateEnrollment(enrollment, { now: MOMENT });
    expect(after).toBe(expected);
    const change = { from: status, to: expected, at: MOMENT, cause: { kind: 'rule', rule } };
    expect(changes).toEqual(expected === status ? [] : [change]);

    const recorded = applyChanges(enrollment, changes);
    expect(evaluateEnrollment(recorded, { now: MOMENT })).toMatchObject({ status: expected, changes: [] });
  });
});
