import { addDays } from '../calendar/calendar-day.js';
import { dayOf } from '../calendar/time-zone.js';
import { DEFAULT_TIME_ZONE, type CalendarDay } from '../calendar/time.js';
import type { StartingDate, StoredProduct } from './product.js';

/** How many days before the deadline a cancellation is announced, unless the provider says otherwise. */
export const DEFAULT_NOTICE_DAYS = 7;

export interface StartPlanOptions {
  /** By starting date: how many people are enrolled and not cancelled. */
  readonly bookedByStart: Readonly<Record<string, number>>;
  readonly today: CalendarDay;
  /** The provider's own: how many days before the start its minimum must be reached. */
  readonly deadlineDays: number;
  /** How long before that deadline a cancellation is announced. Default {@link DEFAULT_NOTICE_DAYS}. */
  readonly noticeDays?: number;
  /** Where `today` is. Default {@link DEFAULT_TIME_ZONE}. */
  readonly timeZone?: string;
}

/** What is to happen to a start that has a minimum. */
export interface StartPlan {
  readonly startingDateId: string;
  /** `withdraw`: it was announced, and there is no reason any more. */
  readonly action: 'announce' | 'withdraw' | 'cancel';
  readonly minSeats?: number;
  readonly booked: number;
  /** The day on which the minimum must be reached. */
  readonly deadline: CalendarDay;
}

/**
 * What is to happen today to the starts that too few people enrolled for: announced some days before the provider's
 * deadline, cancelled from the deadline on and never on the day of the announcement. A start that is guaranteed, that has
 * begun or that reaches its minimum is not cancelled, and loses its announcement.
 * Source: domain.md section 4, MinNumberOfSeats.
 *
 * @example
 * planStartCancellations(product, { bookedByStart: { S1: 2 }, today: '2026-08-10', deadlineDays: 14 });
 * // [{ startingDateId: 'S1', action: 'announce', minSeats: 4, booked: 2, deadline: '2026-08-10' }]
 */
export function planStartCancellations(product: StoredProduct, options: StartPlanOptions): readonly StartPlan[] {
  const {
    bookedByStart,
    today,
    deadlineDays,
    noticeDays = DEFAULT_NOTICE_DAYS,
    timeZone = DEFAULT_TIME_ZONE,
  } = options;
  // What is no longer offered gets no bookings: whether its starts go on, a person says.
  if (product.state === 'deleted') return [];

  return product.startingDates.flatMap((start): StartPlan[] => {
    const { id } = start;
    const state = product.startStates.find(({ startingDateId }) => startingDateId === id);
    if (id === undefined || state?.cancelledAt !== undefined) return [];
    const booked = (Object.hasOwn(bookedByStart, id) && bookedByStart[id]) || 0;
    const firstDay = start.startDateIsMonthOnly ? `${start.startDate.slice(0, 8)}01` : start.startDate;
    const deadline = addDays(firstDay, -deadlineDays);
    const isInDanger =
      isShortOf(start, booked) && today < firstDay && today >= addDays(deadline, -Math.max(0, noticeDays));
    const announced = state?.cancellationAnnouncedAt;
    const isNoticed = announced !== undefined && dayOf(announced, timeZone) < today;

    const action = actionFor({
      isInDanger,
      isAnnounced: announced !== undefined,
      isDue: isNoticed && today >= deadline,
    });
    const { minSeats } = start;
    return action
      ? [{ startingDateId: id, action, ...(minSeats !== undefined && { minSeats }), booked, deadline }]
      : [];
  });
}

/** Whether a start takes place only if more people enroll than these. */
export function isShortOf({ minSeats, startGuaranteed }: StartingDate, booked: number): boolean {
  return !startGuaranteed && booked < (minSeats ?? 0);
}

function actionFor(facts: {
  readonly isInDanger: boolean;
  readonly isAnnounced: boolean;
  readonly isDue: boolean;
}): StartPlan['action'] | undefined {
  if (!facts.isAnnounced) return facts.isInDanger ? 'announce' : undefined;
  if (!facts.isInDanger) return 'withdraw';
  return facts.isDue ? 'cancel' : undefined;
}
