import type { EnrollmentCount } from '../enrollment/lists/count-enrollments.js';
import type { Issue } from '../issue.js';
import type { Instant } from '../calendar/time.js';

export type ImportKind = 'products' | 'trainers';

/**
 * Where an import is: `planning` becomes `planned`, or `held` when it would delete more than its guard allows; then
 * `applying` and `done`. `failed`: it can't go on, `problem` says why.
 */
export type ImportState = 'planning' | 'planned' | 'held' | 'applying' | 'done' | 'cancelled' | 'failed';

/** What an import does with one record. `invite`: a trainer that a product names and nobody knows yet. */
export type ImportAction = 'create' | 'update' | 'restore' | 'delete' | 'invite';

/** One import of a feed, as the log shows it. */
export interface ImportSession {
  readonly id: string;
  /** The provider (tenant) whose feed it is. Absent when a host has one provider only. */
  readonly providerId?: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly source: ImportSource;
  readonly options: ImportOptions;
  readonly startedAt: Instant;
  /** Id of the actor who started it. */
  readonly startedBy: string;
  readonly plannedAt?: Instant;
  readonly finishedAt?: Instant;
  readonly counts: ImportCounts;
  /** How far planning is. Absent before it has begun, in a feed that takes no time, and when there is a plan. */
  readonly progress?: PlanProgress;
  /** Why it failed. */
  readonly problem?: Issue;
  /** Goes up by one with every state; not with every step that is applied. */
  readonly version: number;
}

/** An import with what was found in its feed. */
export interface FeedImport extends ImportSession {
  /** The first {@link MOST_FINDINGS}, in the order of the feed; `counts` has all of them. */
  readonly findings: readonly FindingRecord[];
}

/** How many findings are kept with an import. */
export const MOST_FINDINGS = 1000;

export interface ImportSource {
  readonly kind: 'upload' | 'url' | 'local';
  /** Name of the file. */
  readonly name?: string;
  readonly url?: string;
  /** Of the feed as it was read, so that applying reads the same. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface ImportOptions {
  /** Applied at once when the guard allows, without anybody looking at the plan. */
  readonly applyWhenPlanned: boolean;
  /** The guard: at most this percentage, 0 to 100, of the products that are there may be deleted. Default 20. */
  readonly maxDeletedShare: number;
  /** What whoever looked at the plan chose for products under a new id. Absent: nobody has, `keep`. */
  readonly newIds?: NewIdChoice;
  /** The new ids of products for which the other choice holds. */
  readonly newIdExceptions?: readonly string[];
}

/**
 * Of a product that is in the feed under another id than it has here: `keep` what hangs on it, enrollments and certifications,
 * or `replace` it: delete the one and create the other.
 */
export type NewIdChoice = 'keep' | 'replace';

/** What a plan will do, by the number of records. */
export interface PlanCounts {
  /** In the feed: products, or trainers. */
  readonly products: number;
  /** Active in the backend before the import: what the guard's share is of. */
  readonly before: number;
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly delete: number;
  readonly restore: number;
  readonly invite: number;
  /** Of what is created: the same product under a new id, as far as its name or address tells. It isn't among `delete`. */
  readonly newIds: number;
  readonly errors: number;
  readonly warnings: number;
  /** In the feed and not imported, because of an error in them. They are not deleted either. */
  readonly left: number;
}

/** How much of a feed was read, while it is planned. Told now and then. */
export interface PlanProgress {
  /** Of the source's `sizeBytes`. */
  readonly readBytes: number;
  /** Products, or trainers, so far. */
  readonly products: number;
}

/** Of a plan that does nothing. */
export const NO_PLAN_COUNTS: PlanCounts = {
  products: 0,
  before: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  delete: 0,
  restore: 0,
  invite: 0,
  newIds: 0,
  errors: 0,
  warnings: 0,
  left: 0,
};

export interface ImportCounts extends PlanCounts {
  /** Steps that are done. */
  readonly applied: number;
  /** Enrollments in the products that it deletes, as they were when it was planned. */
  readonly enrollments: number;
  /** Of those: the ones that still lead somewhere. */
  readonly openEnrollments: number;
}

/** Of an import that has done nothing. */
export const NO_IMPORT_COUNTS: ImportCounts = { ...NO_PLAN_COUNTS, applied: 0, enrollments: 0, openEnrollments: 0 };

/** A finding about a feed, as it is kept: an issue with its place. */
export interface FindingRecord extends Issue {
  readonly column?: number;
  /** The product's id or the trainer's e-mail address, where it has one. */
  readonly recordId?: string;
}

/** One field that differs: `from` is absent when it is new, `to` when it is gone. A plan holds long texts cut off. */
export interface FieldChange {
  /** In the shape of the data: `price.amountMinor`, `startingDates[S1].startDate`. */
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** What is to be done to one record. */
export interface ImportStep {
  readonly importId: string;
  /** The product's id, or the trainer's e-mail address. Unique in its import. */
  readonly id: string;
  /** Unique in its import, and the order in which steps are shown and applied. */
  readonly order: number;
  /** For people: of the product, or the trainer. */
  readonly name: string;
  readonly action: ImportAction;
  readonly changes: readonly FieldChange[];
  /** Line in the feed. Absent for what is no longer in it. */
  readonly line?: number;
  readonly doneAt?: Instant;
  /** What hangs on a product that goes, or gets another id. Only in a plan that is read `forReview`, and not once it is done. */
  readonly enrollments?: EnrollmentCount;
}

/** The id that a product has had until now, when a step creates the same one under a new id. */
export function previousIdOf({ action, changes }: Pick<ImportStep, 'action' | 'changes'>): string | undefined {
  const from = action === 'create' ? changes.find(({ path }) => path === 'id')?.from : undefined;
  return typeof from === 'string' ? from : undefined;
}

/** What becomes of the product that a step creates under a new id. */
export function newIdChoiceFor(
  { newIds = 'keep', newIdExceptions = [] }: Pick<ImportOptions, 'newIds' | 'newIdExceptions'>,
  { id }: Pick<ImportStep, 'id'>,
): NewIdChoice {
  if (!newIdExceptions.includes(id)) return newIds;
  return newIds === 'keep' ? 'replace' : 'keep';
}
