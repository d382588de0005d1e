import type { AUDITED, AuditAction, AuditEntry, Change, UseCase } from '@enrollkit/core';

/** What changes a record: use cases, and erasing a person, which is done without one. */
type Action = AuditAction | 'participant.erase';

/**
 * What receivers are told of each thing that can be done to a record: one table, which lacks none. Null: it is no news. Where
 * one action is written down for several use cases, each has its own.
 */
export const EVENTS = {
  'enrollment.create': 'booking.created',
  'enrollment.accept': 'booking.accepted',
  'enrollment.decline': 'booking.declined',
  'enrollment.withdraw': 'booking.withdrawn',
  'enrollment.cancel': 'booking.cancelled',
  'enrollment.change-status': 'booking.status_changed',
  'enrollment.record-invoice': 'booking.invoice_recorded',
  'enrollment.move-dates': 'booking.dates_moved',
  'enrollment.change-start': 'booking.start_changed',
  'enrollment.change-product': 'booking.product_changed',
  'enrollment.correct': 'booking.corrected',
  'enrollment.overbook': {
    createEnrollment: 'booking.created',
    acceptEnrollment: 'booking.accepted',
    changeStart: 'booking.start_changed',
  },
  'participant.erase': 'booking.erased',
  'certificate.upload': 'certificate.uploaded',
  'certificate.correct': 'certificate.corrected',
  'certificate.remove': 'certificate.removed',
  'certification.create': 'certification.created',
  'certification.verify': 'certification.verified',
  'certification.reject': 'certification.rejected',
  'certification.reset-verification': 'certification.reset',
  'product.put': 'product.published',
  'product.remove': 'product.removed',
  'product.link-certifications': 'product.certifications_linked',
  'product.link-trainer': 'product.trainer_linked',
  'product.announce-cancellation': 'product.cancellation_announced',
  'product.withdraw-cancellation': 'product.cancellation_withdrawn',
  'product.cancel-start': 'product.start_cancelled',
  'trainer.put': 'trainer.published',
  'trainer.record-invitation': 'trainer.invited',
  'trainer.confirm': 'trainer.confirmed',
  'trainer.ask-link': 'trainer.link_asked',
  'trainer.accept-link': 'trainer.link_accepted',
  'trainer.decline-link': 'trainer.link_declined',
  'import.create': 'import.created',
  'import.plan': 'import.planned',
  'import.apply': 'import.applying',
  'import.finish': 'import.finished',
  'import.fail': 'import.failed',
  'import.cancel': 'import.cancelled',
  'import.forget': null,
} as const satisfies { readonly [Name in Action]: EventName | null | Readonly<Record<WrittenBy<Name>, EventName>> };

/** The use cases that an action is written down for. */
type WrittenBy<Name extends Action> = {
  [Use in UseCase]: Name extends (typeof AUDITED)[Use][number] ? Use : never;
}[UseCase];

/** What a record is called in the API. */
export type WireKind = Exclude<Change['kind'], 'enrollment'> | 'booking';
type EventName = `${WireKind}.${string}`;

type Texts<Value> = Value extends string ? Value : Value extends null ? never : Value[keyof Value];
/** Everything that an endpoint can ask for. */
export type EventType = Texts<(typeof EVENTS)[Action]>;

/** To see whether an endpoint works: only it is told, whatever it asked for. */
export const TEST_EVENT = 'webhook.test';

export const EVENT_TYPES: readonly EventType[] = [
  ...new Set(
    Object.values(EVENTS).flatMap((named): EventType[] =>
      named === null ? [] : typeof named === 'string' ? [named] : Object.values(named),
    ),
  ),
];

/** What receivers are told of an action. */
export function eventTypeOf({ action, useCase }: Told): EventType | undefined {
  const named: EventType | null | Readonly<Partial<Record<UseCase, EventType>>> = EVENTS[action];
  if (named === null || typeof named === 'string') return named ?? undefined;
  return useCase && named[useCase];
}

/** As much of a line of the audit trail as tells what receivers are told. */
export interface Told extends Pick<AuditEntry, 'recordId' | 'providerId' | 'enrollmentId' | 'at'> {
  readonly action: Action;
  readonly useCase?: UseCase;
}

/** What kind of record an event is about. */
export function kindOf(type: EventType): WireKind {
  return type.slice(0, type.indexOf('.')) as WireKind;
}
