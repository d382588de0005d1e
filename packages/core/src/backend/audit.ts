import type { Actor } from '../access/actor.js';
import type { Instant } from '../calendar/time.js';
import type { StatusChange } from '../enrollment/enrollment.js';
import { STATUS_RULES } from '../enrollment/rules/status-rules.js';
import type { FullBackend } from './backend.js';
import type { ManyPort } from './ports/many-port.js';
import { tenantOf } from './tenant.js';

/** Of the others each change is a use case by itself, with a line of its own. */
type Composed = keyof ManyPort;

/** The methods of a backend that write: those that take an idempotency key. */
export type WritingMethod = Exclude<MethodWithKey, Composed>;

type MethodWithKey = {
  [Method in keyof FullBackend]-?: FullBackend[Method] extends (...args: infer Args) => Promise<unknown>
    ? Required<Args> extends readonly [...unknown[], infer Options]
      ? 'idempotencyKey' extends keyof Options
        ? Method
        : never
      : never
    : never;
}[keyof FullBackend];

/** Whatever writes: a method, or the rules that have come due. */
export type UseCase = WritingMethod | 'applyRules';

/** Records that have a trail. */
export type AuditedKind = 'enrollment' | 'certificate' | 'certification' | 'product' | 'trainer' | 'import';

/**
 * What each use case is called in the audit trail, and what may follow from it in other records: one table, which says of
 * every write what it was for. The steps of a plan are no record of anybody: what is done with them stands with the record.
 */
export const AUDITED = {
  createEnrollment: [
    'enrollment.create',
    'enrollment.overbook',
    'enrollment.change-status',
    'product.withdraw-cancellation',
  ],
  acceptEnrollment: ['enrollment.accept', 'enrollment.overbook', 'enrollment.change-status'],
  declineEnrollment: ['enrollment.decline'],
  withdrawEnrollment: ['enrollment.withdraw', 'enrollment.change-status'],
  changeStatus: ['enrollment.change-status'],
  cancelEnrollment: ['enrollment.cancel', 'enrollment.change-status'],
  recordInvoice: ['enrollment.record-invoice', 'enrollment.change-status'],
  uploadInvoice: ['enrollment.record-invoice', 'enrollment.change-status'],
  moveDates: ['enrollment.move-dates', 'enrollment.change-status'],
  correctEnrollment: ['enrollment.correct', 'certificate.correct'],
  changeStart: [
    'enrollment.change-start',
    'enrollment.overbook',
    'enrollment.change-status',
    'product.withdraw-cancellation',
  ],
  applyRules: ['enrollment.change-status'],
  uploadCertificate: ['certificate.upload', 'enrollment.change-status'],
  removeCertificate: ['certificate.remove'],
  createCertification: ['certification.create'],
  verifyCertification: ['certification.verify'],
  rejectCertification: ['certification.reject'],
  resetCertification: ['certification.reset-verification'],
  putProduct: ['product.put', 'enrollment.move-dates', 'enrollment.change-status'],
  removeProduct: ['product.remove'],
  linkCertifications: ['product.link-certifications'],
  announceCancellation: ['product.announce-cancellation'],
  withdrawCancellation: ['product.withdraw-cancellation'],
  cancelStart: ['product.cancel-start', 'enrollment.cancel', 'enrollment.change-status'],
  putTrainer: ['trainer.put'],
  recordInvitation: ['trainer.record-invitation'],
  confirmTrainer: ['trainer.confirm'],
  askLink: ['trainer.ask-link'],
  acceptLink: ['trainer.accept-link', 'product.link-trainer'],
  declineLink: ['trainer.decline-link'],
  createImport: ['import.create', 'import.cancel', 'import.forget'],
  putImportSteps: [],
  notePlanProgress: [],
  restartPlan: [],
  finishPlan: ['import.plan', 'import.fail'],
  startApplying: ['import.apply'],
  applyImportStep: [
    'product.put',
    'product.remove',
    'trainer.put',
    'enrollment.change-product',
    'enrollment.move-dates',
    'enrollment.change-status',
  ],
  finishImport: ['import.finish'],
  failImport: ['import.fail'],
  cancelImport: ['import.cancel'],
} as const satisfies Readonly<Record<UseCase, readonly `${AuditedKind}.${string}`[]>>;

/** What was done to a record of some kind. */
export type AuditAction<Kind extends AuditedKind = AuditedKind> = Extract<
  (typeof AUDITED)[UseCase][number],
  `${Kind}.${string}`
>;

/** What a transaction is for: who does what, when, and why. */
export interface Intent {
  readonly useCase: UseCase;
  readonly actor: Pick<Actor, 'id' | 'role'>;
  readonly at: Instant;
  /** What the actor says about it. */
  readonly note?: string;
}

/** The record that something was done to. Ids only. */
export interface AuditedRecord<Kind extends AuditedKind = AuditedKind> {
  readonly kind: Kind;
  readonly recordId: string;
  readonly providerId?: string;
  readonly enrollmentId?: string;
}

/** One line of the trail: who did what to which record, when. */
export interface AuditEntry extends AuditedRecord {
  readonly at: Instant;
  readonly actorId: string;
  /** `rule`: nobody but the calendar; `actorId` is the rule. */
  readonly actorRole: Actor['role'] | 'rule';
  readonly useCase: UseCase;
  readonly action: AuditAction;
  readonly note?: string;
}

/** What was done to one record: the action, and each new status in its history. */
export interface AuditedWrite {
  readonly action: AuditAction;
  readonly record: AuditedRecord;
  /** What is new in the history of an enrollment. */
  readonly changes?: readonly StatusChange[];
}

/**
 * The lines that a write adds to the trail. A new status is told by the line of its history, so that changing the status
 * alone has no other; what only the calendar brought about was done by its rule, whoever happened to look.
 */
export function auditEntries(intent: Intent, { action, record, changes = [] }: AuditedWrite): readonly AuditEntry[] {
  const { useCase, at, note, actor } = intent;
  const own = {
    ...record,
    at,
    useCase,
    actorId: actor.id,
    actorRole: actor.role,
    ...(note !== undefined && { note }),
  };
  const entries: AuditEntry[] = action === 'enrollment.change-status' ? [] : [{ ...own, action }];
  for (const { cause, note: reason } of changes) {
    const isCalendars = cause.kind === 'rule' && STATUS_RULES[cause.rule].setOffBy === 'calendar';
    entries.push({
      ...(isCalendars ? { ...record, at, useCase, actorId: cause.rule, actorRole: 'rule' } : own),
      ...(reason !== undefined && { note: reason }),
      action: 'enrollment.change-status',
    });
  }
  return entries;
}

interface CertificateLike {
  readonly id: string;
  readonly enrollmentId: string;
  readonly owner: { readonly providerId?: string };
}

interface Owned {
  readonly id: string;
  readonly providerId?: string;
}

const named =
  <Kind extends AuditedKind>(kind: Kind) =>
  (row: Owned): AuditedRecord<Kind> => ({ kind, recordId: row.id, ...tenantOf(row) });

/** How the trail names a record: of a certificate also whose enrollment it is for. */
export const AUDITED_RECORDS = {
  enrollment: (row: Owned): AuditedRecord<'enrollment'> => ({ ...named('enrollment')(row), enrollmentId: row.id }),
  certificate: ({ id, enrollmentId, owner }: CertificateLike): AuditedRecord<'certificate'> => ({
    ...named('certificate')({ id, ...tenantOf(owner) }),
    enrollmentId,
  }),
  certification: named('certification'),
  product: named('product'),
  trainer: (row: { readonly email: string; readonly providerId?: string }): AuditedRecord<'trainer'> =>
    named('trainer')({ id: row.email, ...tenantOf(row) }),
  import: named('import'),
} as const satisfies { readonly [Kind in AuditedKind]: (row: never) => AuditedRecord<Kind> };
