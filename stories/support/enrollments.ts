import type { Enrollment, Instant, ParticipationStatus, RuleId, StatusChange } from '@enrollkit/core';

const ACCEPTED_AT: Instant = '2026-06-02T09:12:00.000Z';
const STARTED_AT: Instant = '2026-08-24T22:00:00.000Z';
const ENDED_AT: Instant = '2026-08-28T22:00:00.000Z';

const byRule = (from: ParticipationStatus, to: ParticipationStatus, at: Instant, rule: RuleId): StatusChange => ({
  from,
  to,
  at,
  cause: { kind: 'rule', rule },
});
const byHand = (from: ParticipationStatus, to: ParticipationStatus, at: Instant): StatusChange => ({
  from,
  to,
  at,
  cause: { kind: 'manual', by: 'Marije Postma' },
});

const accepted = byRule('unknown', 'enrolled', ACCEPTED_AT, 'enrollment-accepted');
const started = byRule('enrolled', 'started', STARTED_AT, 'start-date-passed');

const running = { startDate: '2026-08-24', endDate: '2026-09-12' };
const over = { startDate: '2026-08-24', endDate: '2026-08-28' };

const base: Enrollment = {
  id: 'enrollment',
  productId: 'course',
  participant: { name: 'Noor el Khatib', email: 'noor@voorbeeld.nl' },
  status: 'enrolled',
  acceptedAt: ACCEPTED_AT,
  history: [accepted],
  version: 1,
};

/** One believable enrollment per status, as it stands at the stories' moment. */
export const ENROLLMENTS: Readonly<Record<ParticipationStatus, Enrollment>> = {
  enrolled: { ...base, startDate: '2026-09-14', endDate: '2026-09-18' },
  started: { ...base, ...running, status: 'started', history: [accepted, started], version: 2 },
  completed: {
    ...base,
    ...over,
    status: 'completed',
    invoiceUploadedAt: '2026-08-26T07:30:00.000Z',
    history: [accepted, started, byRule('started', 'completed', ENDED_AT, 'end-date-passed')],
    version: 3,
  },
  'did-not-pass': {
    ...base,
    ...over,
    status: 'did-not-pass',
    history: [accepted, started, byHand('started', 'did-not-pass', '2026-08-31T12:40:00.000Z')],
    version: 3,
  },
  'no-show': {
    ...base,
    ...over,
    status: 'no-show',
    history: [accepted, started, byHand('started', 'no-show', '2026-08-25T07:05:00.000Z')],
    version: 3,
  },
  cancelled: {
    ...base,
    ...running,
    status: 'cancelled',
    cancelledAt: '2026-08-10T13:00:00.000Z',
    history: [accepted, byRule('enrolled', 'cancelled', '2026-08-10T13:00:00.000Z', 'enrollment-cancelled')],
    version: 2,
  },
  unknown: { ...withoutAcceptance(base), status: 'unknown', originalStatus: 'waitlisted', history: [], version: 1 },
};

function withoutAcceptance(enrollment: Enrollment): Enrollment {
  const { acceptedAt: _, ...rest } = enrollment;
  return rest;
}
