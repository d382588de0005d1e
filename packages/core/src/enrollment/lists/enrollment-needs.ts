import type { BookingState } from '../../booking/booking-state.js';
import type { ParticipationStatus } from '../participation-status.js';

/** What an enrollment with a place in a course can lack. */
export type MissingFact = 'certificate' | 'invoice';

/** What must be true of an enrollment for something to be done about it. Every condition that is given must hold. */
interface NeedConditions {
  readonly bookingState?: BookingState;
  readonly status?: readonly ParticipationStatus[];
  readonly missing?: MissingFact;
  /** Its last day has passed. */
  readonly isOver?: true;
  /** Its product leads to a certification. Of others nobody waits for a certificate. */
  readonly leadsToCertificate?: true;
  /** It has a certificate that nobody else sees yet: what it is for wasn't verified. */
  readonly hasUnverifiedCertificate?: true;
}

/** What must be done, and for whom: one table, which every store reads. */
export const ENROLLMENT_NEEDS = {
  /** Somebody accepts or declines the request. */
  decision: { bookingState: 'requested' },
  /** It is over and is completed by its invoice. Source: domain.md section 1, rules 3 and 4. */
  invoice: { status: ['enrolled', 'started'], missing: 'invoice', isOver: true },
  certificate: {
    status: ['enrolled', 'started', 'completed'],
    missing: 'certificate',
    isOver: true,
    leadsToCertificate: true,
  },
  verification: { hasUnverifiedCertificate: true },
} as const satisfies Readonly<Record<string, NeedConditions>>;

export type EnrollmentNeed = keyof typeof ENROLLMENT_NEEDS;

export function conditionsOfNeed(need: EnrollmentNeed): NeedConditions {
  return ENROLLMENT_NEEDS[need];
}
