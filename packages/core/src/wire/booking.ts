import { bookingStateOf, type BookingState } from '../booking/booking-state.js';
import { parseBookingState } from '../booking/other-booking-state.js';
import type { NewEnrollment } from '../backend/ports/enrollment-port.js';
import type { Enrollment, StatusChange } from '../enrollment/enrollment.js';
import type { ParticipationStatus } from '../enrollment/participation-status.js';
import { parseParticipationStatus, toWireName } from '../enrollment/wire-name.js';
import { toCamelKeys, toSnakeKeys, type SnakeKeys } from './keys.js';

/** An enrollment as the HTTP API says it. Source: domain.md sections 1 and 2, API. */
export interface WireBooking extends SnakeKeys<
  Omit<Enrollment, 'status' | 'originalStatus' | 'bookingState' | 'history'>
> {
  /** Where the booking stands. */
  readonly status: BookingState;
  /** With the words of the API: `did not pass`. What isn't known elsewhere comes as `unknown` with the original. */
  readonly participation_status: string;
  readonly original_participation_status?: string;
  readonly history: readonly WireStatusChange[];
}

export interface WireStatusChange {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly cause: StatusChange['cause'];
}

/** What is sent to make a booking. */
export interface WireNewBooking extends SnakeKeys<Omit<NewEnrollment, 'selectedCosts'>> {
  /** Ids of the optional costs that were picked. */
  readonly cost_ids?: readonly string[];
}

export function toWireNewBooking({ selectedCosts, ...same }: NewEnrollment): WireNewBooking {
  return { ...toSnakeKeys(same), ...(selectedCosts && { cost_ids: selectedCosts }) };
}

/** The way back. */
export function fromWireNewBooking({ cost_ids, ...same }: WireNewBooking): NewEnrollment {
  return {
    ...(toCamelKeys(same) as Omit<NewEnrollment, 'selectedCosts'>),
    ...(cost_ids && { selectedCosts: cost_ids }),
  };
}

export function toWireBooking(enrollment: Enrollment): WireBooking {
  const { status, originalStatus, bookingState: _, history, ...same } = enrollment;
  return {
    ...toSnakeKeys(same),
    status: bookingStateOf(enrollment),
    participation_status: toWireName(status),
    ...(originalStatus !== undefined && { original_participation_status: originalStatus }),
    history: history.map(toWireStatusChange),
  };
}

export function toWireStatusChange({ from, to, at, cause }: StatusChange): WireStatusChange {
  return { from: toWireName(from), to: toWireName(to), at, cause };
}

/** The way back. `booking` is known to be a booking: the reader of the answer checks its shape. */
export function fromWireBooking(booking: WireBooking): Enrollment {
  const { status, participation_status, original_participation_status, history, ...same } = booking;
  const original = original_participation_status;
  return {
    ...(toCamelKeys(same) as Omit<Enrollment, 'status' | 'originalStatus' | 'bookingState' | 'history'>),
    ...parseBookingState(status),
    ...parseParticipationStatus(participation_status),
    ...(original !== undefined && { originalStatus: original }),
    history: history.map(fromWireStatusChange),
  };
}

export function fromWireStatusChange({ from, to, at, cause }: WireStatusChange): StatusChange {
  return { from: statusOf(from), to: statusOf(to), at, cause };
}

function statusOf(wireName: string): ParticipationStatus {
  return parseParticipationStatus(wireName).status;
}
