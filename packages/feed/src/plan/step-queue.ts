import { throwIfAborted, type ImportStep, type Product, type Trainer } from '@enrollkit/core';
import type { ImportTarget } from './import-target.js';

/** A step may tell of thousands of changes. */
const PAGE = 50;

interface StepQueueOptions {
  readonly onApplied: () => void;
  /** Stops before the next step. */
  readonly signal?: AbortSignal | undefined;
}

/** The steps of a plan that aren't done yet, in their order. */
export class StepQueue {
  readonly #target: ImportTarget;
  readonly #importId: string;
  readonly #onApplied: () => void;
  readonly #signal: AbortSignal | undefined;
  #page: readonly ImportStep[] = [];
  #at = 0;
  #after = 0;
  #isEnd = false;

  constructor(target: ImportTarget, importId: string, { onApplied, signal }: StepQueueOptions) {
    this.#target = target;
    this.#importId = importId;
    this.#onApplied = onApplied;
    this.#signal = signal;
  }

  /** The id of the record that is being worked on. */
  get current(): string | undefined {
    return this.#page[this.#at]?.id;
  }

  /** The next step; none when all are done. */
  async next(): Promise<ImportStep | undefined> {
    if (this.#at === this.#page.length && !this.#isEnd) {
      const query = { isDone: false, afterOrder: this.#after, size: PAGE } as const;
      ({ items: this.#page } = await this.#target.listImportSteps(this.#importId, query));
      this.#at = 0;
      this.#after = this.#page.at(-1)?.order ?? this.#after;
      this.#isEnd = this.#page.length < PAGE;
    }
    return this.#page[this.#at];
  }

  /** Does the step that `next` answered, and goes on to the one after it. */
  async apply(record?: Product | Trainer): Promise<void> {
    throwIfAborted(this.#signal);
    const step = this.#page[this.#at];
    if (!step) return;
    await this.#target.applyImportStep(this.#importId, step.id, record);
    this.#at += 1;
    this.#onApplied();
  }
}
