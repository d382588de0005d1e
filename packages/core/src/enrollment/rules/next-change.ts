import type { Instant } from '../../calendar/time.js';
import type { ParticipationStatus } from '../participation-status.js';
import type { RuleId } from './status-rules.js';

/** A change that the calendar will bring. */
export interface NextChange {
  readonly rule: RuleId;
  readonly to: ParticipationStatus;
  /** The moment it happens: the first of the day after the date, in the provider's time zone. */
  readonly at: Instant;
  /** It happens only if the invoice is uploaded by then. */
  readonly requires?: 'invoice';
}
