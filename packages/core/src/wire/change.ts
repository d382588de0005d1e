import type { Change } from '../backend/ports/change-port.js';
import { toCamelKeys, toSnakeKeys, type SnakeKeys } from './keys.js';

/** A change as the stream of events says it. */
export interface WireChange extends SnakeKeys<Omit<Change, 'kind' | 'enrollmentId'>> {
  readonly kind: 'booking' | Exclude<Change['kind'], 'enrollment'>;
  readonly booking_id?: string;
}

export function toWireChange({ kind, enrollmentId, ...same }: Change): WireChange {
  return {
    ...toSnakeKeys(same),
    kind: kind === 'enrollment' ? 'booking' : kind,
    ...(enrollmentId !== undefined && { booking_id: enrollmentId }),
  };
}

export function fromWireChange({ kind, booking_id, ...same }: WireChange): Change {
  return {
    ...(toCamelKeys(same) as Omit<Change, 'kind' | 'enrollmentId'>),
    kind: kind === 'booking' ? 'enrollment' : kind,
    ...(booking_id !== undefined && { enrollmentId: booking_id }),
  };
}
