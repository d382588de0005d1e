import { evaluateEnrollment } from '@enrollkit/core';
import { expect, test } from 'vitest';
import { byRule, makeEnrollment } from './enrollment-fixture.js';

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
