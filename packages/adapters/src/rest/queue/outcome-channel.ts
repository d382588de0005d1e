import { EnrollkitError } from '@enrollkit/core';
import type { QueueProblem } from './queued-write.js';

/** What became of a write. */
export type Outcome =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: QueueProblem & { readonly current?: unknown } };

/** Tells other tabs that the list has changed, and what became of a write that one of them is waiting for. */
export class OutcomeChannel {
  readonly #channel: BroadcastChannel | undefined;
  readonly #onChange: () => void;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: unknown): void }>();

  /** `onChange` hears of every change of the list, told here or in another tab. */
  constructor(name: string, onChange: () => void) {
    this.#onChange = onChange;
    this.#channel = openChannel(name);
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isOutcome(data)) this.#settle(data);
      onChange();
    };
  }

  /** Settles when this or another tab knows what became of the write. */
  waitFor(id: number): Promise<unknown> {
    const sent = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    // Nobody has to listen.
    sent.catch(() => undefined);
    return sent;
  }

  tell(outcome?: Outcome): void {
    if (outcome) this.#settle(outcome);
    this.#channel?.postMessage(outcome ?? null);
    this.#onChange();
  }

  close(): void {
    this.#channel?.close();
    this.#waiting.clear();
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#waiting.get(outcome.id);
    this.#waiting.delete(outcome.id);
    if (!waiting) return;
    if ('problem' in outcome) waiting.reject(toError(outcome.problem));
    else waiting.resolve(outcome.result);
  }
}

function toError({ code, message, issues, current }: QueueProblem & { readonly current?: unknown }): EnrollkitError {
  return new EnrollkitError(code, message, { issues, current });
}

/** Another version of the kit, or any script of the same origin, may say something else. */
function isOutcome(data: unknown): data is Outcome {
  const { id, problem } = (data ?? {}) as { readonly id?: unknown; readonly problem?: Partial<QueueProblem> };
  return typeof id === 'number' && (problem === undefined || typeof problem.code === 'string');
}

/** Browsers that give a page no storage may refuse it this as well: then there are no other tabs to tell. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
