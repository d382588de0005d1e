import { bookingStateOf, type BookingState } from '../booking/booking-state.js';
import { parseBookingState } from '../booking/other-booking-state.js';
import type { NewEnrollment } from '../backend/ports/enrollment-port.js';
import type { CorrectedField, Correction, Enrollment, StatusChange } from '../enrollment/enrollment.js';
import type { ParticipationStatus } from '../enrollment/participation-status.js';
import { parseParticipationStatus, toWireName } from '../enrollment/wire-name.js';
import { camelCase, snakeCase, toCamelKeys, toSnakeKeys, type SnakeKeys } from './keys.js';

/** An enrollment as the HTTP API says it. Source: domain.md sections 1 and 2, API. */
export interface WireBooking extends SnakeKeys<
  Omit<Enrollment, 'status' | 'originalStatus' | 'bookingState' | 'history' | 'corrections'>
> {
  /** Where the booking stands. */
  readonly status: BookingState;
  /** With the words of the API: `did not pass`. What isn't known elsewhere comes as `unknown` with the original. */
  readonly participation_status: string;
  readonly original_participation_status?: string;
  readonly history: readonly WireStatusChange[];
  readonly corrections?: readonly WireCorrection[];
}

export interface WireStatusChange {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly cause: StatusChange['cause'];
  readonly note?: string;
}

export interface WireCorrection extends Omit<Correction, 'changes'> {
  readonly changes: readonly WireCorrectedField[];
}

/** The field as it is called here: `external_id`. */
export interface WireCorrectedField extends Omit<CorrectedField, 'field'> {
  readonly field: CorrectedFieldName;
}

type CorrectedFieldName = 'name' | 'email' | 'external_id' | 'employer_id' | 'starting_date_id';

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
  const { status, originalStatus, bookingState: _, history, corrections, ...same } = enrollment;
  return {
    ...toSnakeKeys(same),
    status: bookingStateOf(enrollment),
    participation_status: toWireName(status),
    ...(originalStatus !== undefined && { original_participation_status: originalStatus }),
    ...(corrections && { corrections: corrections.map(toWireCorrection) }),
    history: history.map(toWireStatusChange),
  };
}

export function toWireStatusChange({ from, to, ...same }: StatusChange): WireStatusChange {
  return { from: toWireName(from), to: toWireName(to), ...same };
}

/** The way back. `booking` is known to be a booking: the reader of the answer checks its shape. */
export function fromWireBooking(booking: WireBooking): Enrollment {
  const { status, participation_status, original_participation_status, history, corrections, ...same } = booking;
  const original = original_participation_status;
  return {
    ...(toCamelKeys(same) as Omit<
      Enrollment,
      'status' | 'originalStatus' | 'bookingState' | 'history' | 'corrections'
    >),
    ...parseBookingState(status),
    ...parseParticipationStatus(participation_status),
    ...(original !== undefined && { originalStatus: original }),
    ...(corrections && { corrections: corrections.map(fromWireCorrection) }),
    history: history.map(fromWireStatusChange),
  };
}

export function fromWireStatusChange({ from, to, ...same }: WireStatusChange): StatusChange {
  return { from: statusOf(from), to: statusOf(to), ...same };
}

function toWireCorrection({ changes, ...same }: Correction): WireCorrection {
  const wire = changes.map((change) => ({ ...change, field: snakeCase(change.field) as CorrectedFieldName }));
  return { ...same, changes: wire };
}

function fromWireCorrection({ changes, ...same }: WireCorrection): Correction {
  return {
    ...same,
    changes: changes.map((change) => ({ ...change, field: camelCase(change.field) as CorrectedField['field'] })),
  };
}

function statusOf(wireName: string): ParticipationStatus {
  return parseParticipationStatus(wireName).status;
}
