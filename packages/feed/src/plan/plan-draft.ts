import {
  MOST_FINDINGS,
  NO_PLAN_COUNTS,
  type FieldChange,
  type FeedImport,
  type FindingRecord,
  type ImportAction,
  type Issue,
  type NewImportStep,
  type PlanCounts,
} from '@enrollkit/core';
import type { ImportTarget } from './apply/import-target.js';

/** Steps written at once. */
const BATCH = 100;
/** Fewer steps, when they change very much. */
const MOST_CHANGES = 2000;

/** How often the backend is told how far it is: in this many parts of the feed, */
const NOTES = 50;
/** unless those would be small. */
const LEAST_NOTED_BYTES = 250_000;

/** What a step says beside its place in the plan. */
export type DraftedStep = Omit<NewImportStep, 'order'>;

/** A plan in the making: counts everything, and hands its steps to the backend in batches. */
export class PlanDraft {
  readonly #counts: Record<keyof PlanCounts, number> = { ...NO_PLAN_COUNTS };
  readonly #findings: FindingRecord[] = [];
  readonly #target: ImportTarget;
  readonly importId: string;
  #steps: NewImportStep[] = [];
  #changes = 0;
  #order = 0;
  readonly #noteEveryBytes: number;
  #notedBytes = 0;

  constructor(target: ImportTarget, { id, source }: Pick<FeedImport, 'id' | 'source'>) {
    this.#target = target;
    this.importId = id;
    this.#noteEveryBytes = Math.max(source.sizeBytes / NOTES, LEAST_NOTED_BYTES);
  }

  get counts(): PlanCounts {
    return this.#counts;
  }

  get findings(): readonly FindingRecord[] {
    return this.#findings;
  }

  count(what: Exclude<keyof PlanCounts, ImportAction | 'errors' | 'warnings'>, number = 1): void {
    this.#counts[what] += number;
  }

  note(issues: readonly (Issue & { readonly column?: number })[], recordId?: string): void {
    for (const issue of issues) {
      this.#counts[issue.severity === 'error' ? 'errors' : 'warnings'] += 1;
      if (this.#findings.length < MOST_FINDINGS) {
        this.#findings.push({ ...issue, ...(recordId !== undefined && { recordId }) });
      }
    }
  }

  /** A place in the plan, for a step of which it isn't known yet whether it will be taken. */
  reserve(): number {
    return (this.#order += 1);
  }

  async add(drafted: DraftedStep, order = this.reserve()): Promise<NewImportStep> {
    const step = { ...drafted, changes: drafted.changes.map(shortened), order };
    this.#counts[step.action] += 1;
    await this.#write(step);
    // Without its changes: whoever keeps it keeps little.
    return { ...step, changes: [] };
  }

  /** Says of a step that was added that it creates what was there under another id. */
  async rename(step: NewImportStep, from: string): Promise<void> {
    this.#counts.newIds += 1;
    const unwritten = this.#steps.findIndex(({ order }) => order === step.order);
    if (unwritten >= 0) this.#steps.splice(unwritten, 1);
    await this.#write({ ...step, changes: [{ path: 'id', from, to: step.id }] });
  }

  async #write(step: NewImportStep): Promise<void> {
    this.#steps.push(step);
    this.#changes += step.changes.length;
    if (this.#steps.length >= BATCH || this.#changes >= MOST_CHANGES) await this.flush();
  }

  /** Tells the backend how much of the feed is done, when that is worth a transaction. */
  async noteProgress(readBytes: number): Promise<void> {
    if (readBytes - this.#notedBytes < this.#noteEveryBytes) return;
    this.#notedBytes = readBytes;
    await this.#target.notePlanProgress(this.importId, { readBytes, products: this.#counts.products });
  }

  /** Writes the steps that are left. */
  async flush(): Promise<void> {
    const steps = this.#steps;
    this.#steps = [];
    this.#changes = 0;
    if (steps.length > 0) await this.#target.putImportSteps(this.importId, steps);
  }
}

/** Longer values are for nobody to read, and a plan holds each twice. */
const MOST_CHARS = 2000;

function shortened({ path, from, to }: FieldChange): FieldChange {
  return { path, ...(from !== undefined && { from: cut(from) }), ...(to !== undefined && { to: cut(to) }) };
}

function cut(value: unknown): unknown {
  return typeof value === 'string' && value.length > MOST_CHARS ? `${value.slice(0, MOST_CHARS)}…` : value;
}
