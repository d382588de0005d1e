import type {
  FeedImport,
  FindingRecord,
  ImportAction,
  ImportKind,
  ImportOptions,
  ImportSession,
  ImportSource,
  ImportState,
  ImportStep,
  NewIdChoice,
  PlanCounts,
  PlanProgress,
} from '../../import/feed-import.js';
import type { Issue } from '../../issue.js';
import type { Product } from '../../product/product.js';
import type { NamedProduct } from '../../product/comparable-name.js';
import type { Trainer } from '../../trainer/trainer.js';
import type { Page, Paging, ReadOptions, VersionedWriteOptions, WriteOptions } from '../../call-options.js';

/** Imports of feeds: what a person looks at and decides, and what an importer does. */
export interface ImportPort extends ImportSessionPort, ImportWorkPort {}

/** What a person looks at and decides. */
export interface ImportSessionPort {
  getImport(id: string, options?: ReadOptions): Promise<FeedImport>;
  /** The log, newest first. */
  listImports(query?: ImportQuery, options?: ReadOptions): Promise<Page<ImportSession>>;
  /** In their order. */
  listImportSteps(id: string, query?: ImportStepQuery, options?: ReadOptions): Promise<Page<ImportStep>>;
  /**
   * Lets a plan be carried out. Rejects with `invalid` (`import-held`) when it is held, unless it is forced, and with
   * `invalid` (`import-not-planned`) in any state that it doesn't begin in; while `applying` it changes nothing.
   */
  startApplying(id: string, options?: ApplyOptions): Promise<FeedImport>;
  /** Stops an import that isn't over. Steps that are done stay done. */
  cancelImport(id: string, options?: VersionedWriteOptions): Promise<FeedImport>;
}

/** What an importer does, step by step, so that another one can go on after a crash. */
export interface ImportWorkPort {
  /**
   * Begins: `planning`. Takes the place of one of this kind that has changed nothing yet, whether it is being planned or
   * waits for somebody to look at it: that one is cancelled. Rejects with `conflict` while one is applied (`current`). Of
   * each kind the last 100 are kept.
   */
  createImport(input: NewImport, options?: WriteOptions): Promise<FeedImport>;
  /** Adds a batch of at most 500 steps to the plan. The same batch again changes nothing. */
  putImportSteps(id: string, steps: readonly NewImportStep[], options?: WriteOptions): Promise<void>;
  /** Tells who looks how far planning is. Each time is a transaction, so now and then. No new version. */
  notePlanProgress(id: string, progress: PlanProgress, options?: WriteOptions): Promise<void>;
  /**
   * What is on offer under the name of one of these products and another id: at most 500 at once. In the order of the products;
   * of several with one name the first.
   */
  listNamesakes(id: string, products: readonly NamedProduct[], options?: ReadOptions): Promise<readonly Namesake[]>;
  /** Forgets the steps of a plan that wasn't finished, to plan anew. */
  restartPlan(id: string, options?: WriteOptions): Promise<FeedImport>;
  /** The plan is complete: `planned`, or `held` by its guard, or `failed` with a problem. */
  finishPlan(id: string, result: PlanResult, options?: WriteOptions): Promise<FeedImport>;
  /**
   * Does one step in one transaction: the record, that the step is done, and the count. A step that is done already is
   * answered and nothing is written. The feed is the truth: what became of the record since the plan doesn't matter.
   * `record` is needed for `create`, `update` and `restore`.
   */
  applyImportStep(id: string, stepId: string, record?: Product | Trainer, options?: WriteOptions): Promise<ImportStep>;
  /**
   * Does several steps in one transaction, all of them or none: a hundred thousand records are a few thousand transactions
   * then. Each as `applyImportStep`; at most 500, each once.
   */
  applyImportSteps(id: string, steps: readonly AppliedStep[], options?: ReadOptions): Promise<readonly ImportStep[]>;
  /** All steps are done: `done`. Rejects with `invalid` (`import-steps-left`) while some are not. */
  finishImport(id: string, options?: WriteOptions): Promise<FeedImport>;
  /** It can't go on: `failed`. */
  failImport(id: string, problem: Issue, options?: WriteOptions): Promise<FeedImport>;
}

/** A product that has the name of one in a feed. */
export interface Namesake extends NamedProduct {
  /** Of the product that was asked about. */
  readonly of: string;
}

export interface NewImport {
  /** Made by the backend when absent. */
  readonly id?: string;
  readonly providerId?: string;
  readonly kind: ImportKind;
  readonly source: ImportSource;
  readonly options?: Partial<ImportOptions>;
}

/** A step to do, with what the feed says of its record. */
export interface AppliedStep {
  readonly stepId: string;
  readonly record?: Product | Trainer | undefined;
}

/** A step as a plan says it. */
export type NewImportStep = Omit<ImportStep, 'importId' | 'doneAt' | 'enrollments'>;

export interface PlanResult {
  readonly counts: PlanCounts;
  /** The first of them are kept. */
  readonly findings: readonly FindingRecord[];
  /** Why there is no plan. */
  readonly problem?: Issue;
}

export interface ApplyOptions extends VersionedWriteOptions {
  /** Also when its guard holds it: somebody has looked at the plan and wants it. */
  readonly force?: boolean;
  /** What becomes of products that are in the feed under a new id. Default `keep`. */
  readonly newIds?: NewIdChoice;
  /** The new ids of those for which the other choice holds. At most 1000. */
  readonly newIdExceptions?: readonly string[];
}

export interface ImportQuery extends Paging {
  readonly kind?: ImportKind;
  readonly state?: ImportState | readonly ImportState[];
}

export interface ImportStepQuery extends Paging {
  readonly isDone?: boolean;
  readonly action?: ImportAction;
  /** Only products that come under a new id, or only the others. */
  readonly isNewId?: boolean;
  /**
   * As a person looks at a plan: what can't be undone comes first, deletions, each with what hangs on it. Not with
   * `afterOrder`, which goes on in the order of the work.
   */
  readonly forReview?: boolean;
  /** Only what comes after this one: a next page that costs the same however many there are. `total` as after an id. */
  readonly afterOrder?: number;
}
