import { addDays } from '../calendar/calendar-day.js';
import { dayOf, startOfDay } from '../calendar/time-zone.js';
import { DEFAULT_TIME_ZONE, type CalendarDay, type Instant } from '../calendar/time.js';
import { bookingStateOf, type BookingFacts } from './booking-state.js';

/** From the day after the contract. Source: Directive 2011/83 article 9, domain.md section 6. */
const WITHDRAWAL_DAYS = 14;

/** What of an enrollment says whether and until when it can be withdrawn. */
export interface ContractFacts {
  readonly consumer?: boolean;
  readonly acceptedAt?: Instant;
}

export interface WithdrawalPeriod {
  /** The last day on which a consumer may withdraw. */
  readonly lastDay: CalendarDay;
  /** The moment at which that day ends. */
  readonly endsAt: Instant;
}

/**
 * How long a consumer may withdraw from a booking: 14 days after the day of the contract, where a last day on a Saturday or
 * Sunday moves to Monday (Regulation 1182/71, article 3). Public holidays differ by country and are the provider's to add.
 * Nothing for whoever booked for a company, and for a booking that was never accepted.
 *
 * @example
 * withdrawalPeriod({ ...enrollment, consumer: true, acceptedAt: '2026-09-01T10:00:00Z' }, 'Europe/Amsterdam');
 * // { lastDay: '2026-09-15', endsAt: '2026-09-15T22:00:00.000Z' }
 * @throws EnrollkitError `invalid` when a moment can't be read or the time zone is unknown.
 */
export function withdrawalPeriod(
  { consumer, acceptedAt }: ContractFacts,
  timeZone: string = DEFAULT_TIME_ZONE,
): WithdrawalPeriod | undefined {
  if (consumer !== true || acceptedAt === undefined) return undefined;
  const lastDay = nextWeekday(addDays(dayOf(acceptedAt, timeZone), WITHDRAWAL_DAYS));
  return { lastDay, endsAt: startOfDay(addDays(lastDay, 1), timeZone) };
}

export type WithdrawalObstacle = 'no-consumer' | 'already-ended' | 'period-over';

/** Why a booking can't be withdrawn now. Nothing: it can. A request that nobody accepted can be taken back at any time. */
export function withdrawalObstacle(
  enrollment: BookingFacts & ContractFacts,
  { now, timeZone = DEFAULT_TIME_ZONE }: { readonly now: Instant; readonly timeZone?: string },
): WithdrawalObstacle | undefined {
  const state = bookingStateOf(enrollment);
  if (state === 'requested') return undefined;
  if (state !== 'accepted') return 'already-ended';
  const period = withdrawalPeriod(enrollment, timeZone);
  if (!period) return 'no-consumer';
  return dayOf(now, timeZone) > period.lastDay ? 'period-over' : undefined;
}

function nextWeekday(day: CalendarDay): CalendarDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
