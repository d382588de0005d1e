import {
  MOST_FINDINGS,
  type FindingRecord,
  type ImportAction,
  type Issue,
  type NewImportStep,
  type PlanCounts,
} from '@enrollkit/core';
import type { ImportTarget } from './import-target.js';

/** Steps written at once. */
const BATCH = 100;

/** What a step says beside its place in the plan. */
export type DraftedStep = Omit<NewImportStep, 'order'>;

/** A plan in the making: counts everything, and hands its steps to the backend in batches. */
export class PlanDraft {
  readonly #counts: Record<keyof PlanCounts, number> = {
    products: 0,
    before: 0,
    create: 0,
    update: 0,
    unchanged: 0,
    delete: 0,
    restore: 0,
    invite: 0,
    errors: 0,
    warnings: 0,
    left: 0,
  };
  readonly #findings: FindingRecord[] = [];
  readonly #target: ImportTarget;
  readonly #importId: string;
  #steps: NewImportStep[] = [];
  #order = 0;

  constructor(target: ImportTarget, importId: string) {
    this.#target = target;
    this.#importId = importId;
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

  async add(step: DraftedStep): Promise<void> {
    this.#counts[step.action] += 1;
    this.#steps.push({ ...step, order: (this.#order += 1) });
    if (this.#steps.length >= BATCH) await this.flush();
  }

  /** Writes the steps that are left. */
  async flush(): Promise<void> {
    const steps = this.#steps;
    this.#steps = [];
    if (steps.length > 0) await this.#target.putImportSteps(this.#importId, steps);
  }
}
