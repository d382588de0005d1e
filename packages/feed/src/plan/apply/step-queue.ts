import {
  hasErrorCode,
  throwIfAborted,
  type AppliedStep,
  type ImportStep,
  type Product,
  type Trainer,
} from '@enrollkit/core';
import type { ImportTarget } from './import-target.js';

interface StepQueueOptions {
  /** Hears how many more are done. */
  readonly onApplied: (count: number) => void;
  /** What is read, and done, in one go. */
  readonly stepsAtOnce: number;
  /** Stops before the next steps. */
  readonly signal?: AbortSignal | undefined;
}

/** The steps of a plan that aren't done yet, in their order. */
export class StepQueue {
  readonly #target: ImportTarget;
  readonly #importId: string;
  readonly #onApplied: (count: number) => void;
  readonly #size: number;
  readonly #signal: AbortSignal | undefined;
  #page: readonly ImportStep[] = [];
  #at = 0;
  #after = 0;
  #isEnd = false;
  /** Steps of this page that are to be done together, with their records. */
  #ready: AppliedStep[] = [];
  #current: string | undefined;

  constructor(target: ImportTarget, importId: string, { onApplied, stepsAtOnce, signal }: StepQueueOptions) {
    this.#target = target;
    this.#importId = importId;
    this.#onApplied = onApplied;
    this.#size = stepsAtOnce;
    this.#signal = signal;
  }

  /** The id of the record that was refused. */
  get current(): string | undefined {
    return this.#current;
  }

  /** The next step; none when all are done. */
  async next(): Promise<ImportStep | undefined> {
    if (this.#at === this.#page.length) await this.#doReady();
    if (this.#at === this.#page.length && !this.#isEnd) {
      const query = { isDone: false, afterOrder: this.#after, size: this.#size } as const;
      ({ items: this.#page } = await this.#target.listImportSteps(this.#importId, query));
      this.#at = 0;
      this.#after = this.#page.at(-1)?.order ?? this.#after;
      this.#isEnd = this.#page.length < this.#size;
    }
    return this.#page[this.#at];
  }

  /** Does the step that `next` answered, at the latest when `next` answers that there is none, and goes on to the one after it. */
  async apply(record?: Product | Trainer): Promise<void> {
    throwIfAborted(this.#signal);
    const step = this.#page[this.#at];
    if (!step) return;
    this.#ready.push({ stepId: step.id, record });
    this.#at += 1;
  }

  /** All of them in one transaction; when one is refused, one by one, so that those before it are done and it is named. */
  async #doReady(): Promise<void> {
    const ready = this.#ready;
    this.#ready = [];
    if (ready.length === 0) return;
    throwIfAborted(this.#signal);
    try {
      await this.#target.applyImportSteps(this.#importId, ready);
      this.#onApplied(ready.length);
      return;
    } catch (error) {
      if (!hasErrorCode(error, 'invalid')) throw error;
    }
    for (const step of ready) {
      throwIfAborted(this.#signal);
      this.#current = step.stepId;
      await this.#target.applyImportSteps(this.#importId, [step]);
      this.#onApplied(1);
    }
  }
}
