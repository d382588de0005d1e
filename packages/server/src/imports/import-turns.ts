import type { Clock } from '@enrollkit/core';
import type { importAttempts } from './attempt-import.js';
import { keyOf, type DueImport } from './due-imports.js';

export interface TurnLimits {
  /** Imports at once, each of another provider. They share one thread: more would only take more memory. */
  readonly atOnce: number;
  /** Steps that one does before it makes room for whoever waits. Each turn reads the feed anew, so not too few. */
  readonly turnSteps: number;
}

const LIMITS: TurnLimits = { atOnce: 3, turnSteps: 5000 };
/** After a failure: the database may have to come back. */
const RETRY_MS = 60_000;

interface TurnsOptions {
  readonly attempt: ReturnType<typeof importAttempts>;
  readonly signal: AbortSignal;
  readonly limits: Partial<TurnLimits>;
  readonly clock: Clock;
  /** Called when a turn is over, for whatever reason. */
  readonly onEnd: () => void;
}

interface Turn {
  readonly stopping: AbortController;
  readonly over: Promise<void>;
}

interface Failure {
  readonly error: unknown;
  readonly atMs: number;
}

/**
 * Whose turn it is: who never had one comes first, the oldest first, then whoever had theirs longest ago. Planning can't be
 * cut off without beginning again, so a turn ends at a step that is applied, or with the import.
 */
export class ImportTurns {
  readonly #options: TurnsOptions;
  readonly #limits: TurnLimits;
  /** By provider: two imports of one would get in each other's way. */
  readonly #running = new Map<string, Turn>();
  readonly #failures = new Map<string, Failure>();
  /** When each that made room had its turn. */
  readonly #turns = new Map<string, number>();
  #count = 0;
  #isCrowded = false;
  #hasEnded = false;
  imports = 0;

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
  }

  /** Gives turns to those that are due, as far as there is room. Whether anything runs. */
  goOn(due: readonly DueImport[]): boolean {
    const waiting = due
      .filter((one) => !this.#hasJustFailed(one))
      .sort((a, b) => (this.#turns.get(keyOf(a)) ?? 0) - (this.#turns.get(keyOf(b)) ?? 0));
    for (const one of waiting) {
      if (this.#running.size >= this.#limits.atOnce) break;
      if (!this.#running.has(one.providerId)) this.#begin(one);
    }
    this.#isCrowded = waiting.some(({ providerId }) => !this.#running.has(providerId));
    return this.#running.size > 0;
  }

  /** Whether an import came to an end since this was asked. */
  hasEnded(): boolean {
    const hasEnded = this.#hasEnded;
    this.#hasEnded = false;
    return hasEnded;
  }

  /** Ends all turns. */
  async stop(): Promise<void> {
    const turns = [...this.#running.values()];
    for (const { stopping } of turns) stopping.abort();
    await Promise.all(turns.map(({ over }) => over));
  }

  /** The first of the imports that fail. */
  throwFailure(): void {
    for (const { error } of this.#failures.values()) throw error;
  }

  #begin(due: DueImport): void {
    const stopping = new AbortController();
    const over = this.#run(due, stopping).finally(() => {
      this.#running.delete(due.providerId);
      this.#options.onEnd();
    });
    this.#running.set(due.providerId, { stopping, over });
  }

  async #run(due: DueImport, stopping: AbortController): Promise<void> {
    const { attempt, clock } = this.#options;
    const signal = AbortSignal.any([this.#options.signal, stopping.signal]);
    const key = keyOf(due);
    let steps = 0;
    const onStep = (): void => {
      steps += 1;
      if (this.#isCrowded && steps >= this.#limits.turnSteps) stopping.abort();
    };
    try {
      await attempt(due, { signal, onStep });
      this.imports += 1;
      this.#hasEnded = true;
      this.#failures.delete(key);
      this.#turns.delete(key);
    } catch (error) {
      if (signal.aborted) this.#turns.set(key, (this.#count += 1));
      else this.#failures.set(key, { error, atMs: Date.parse(clock()) });
    }
  }

  #hasJustFailed(due: DueImport): boolean {
    const failure = this.#failures.get(keyOf(due));
    return failure !== undefined && Date.parse(this.#options.clock()) - failure.atMs < RETRY_MS;
  }
}
