import { EnrollkitError } from '@enrollkit/core';
import type { QueueProblem } from './queued-write.js';

/** What became of a write. */
export type Outcome =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: QueueProblem & { readonly current?: unknown } };

/** What another tab says: that there is an outcome, and where to look for it. */
export interface Hint {
  readonly id: number;
  /** The record that was made. */
  readonly recordId?: string;
  /** Somebody gave the write up. */
  readonly isDiscarded?: true;
}

/** Finds out whether it is so; `undefined`: there is no outcome yet. */
export type FindOutcome = (hint: Hint) => Promise<Outcome | undefined>;

/**
 * Tells other tabs that the list has changed, and that there is news of a write that one of them is waiting for. Any script
 * of the same origin can write to the channel, so nothing that it says is shown: who waits looks for itself.
 */
export class OutcomeChannel {
  readonly #channel: BroadcastChannel | undefined;
  readonly #onChange: () => void;
  readonly #findOutcome: FindOutcome;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: unknown): void }>();

  /** `onChange` hears of every change of the list, told here or in another tab. */
  constructor(
    name: string,
    { onChange, findOutcome }: { readonly onChange: () => void; readonly findOutcome: FindOutcome },
  ) {
    this.#onChange = onChange;
    this.#findOutcome = findOutcome;
    this.#channel = openChannel(name);
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const hint = asHint(data);
      if (hint && this.#waiting.has(hint.id)) void this.#look(hint);
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
    this.#channel?.postMessage(outcome ? hintOf(outcome) : null);
    this.#onChange();
  }

  close(): void {
    this.#channel?.close();
    this.#waiting.clear();
  }

  async #look(hint: Hint): Promise<void> {
    // What can't be looked up now is waited for further: the tab that sends tells again.
    const outcome = await this.#findOutcome(hint).catch(() => undefined);
    if (outcome) this.#settle(outcome);
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

function hintOf(outcome: Outcome): Hint {
  const { id } = outcome;
  if ('problem' in outcome) return outcome.problem.code === 'aborted' ? { id, isDiscarded: true } : { id };
  const { id: recordId } = (outcome.result ?? {}) as { readonly id?: unknown };
  return { id, ...(typeof recordId === 'string' && { recordId }) };
}

/** Another version of the kit, or any script of the same origin, may say something else. */
function asHint(data: unknown): Hint | undefined {
  const { id, recordId, isDiscarded } = (data ?? {}) as Partial<Record<keyof Hint, unknown>>;
  if (typeof id !== 'number') return undefined;
  return { id, ...(typeof recordId === 'string' && { recordId }), ...(isDiscarded === true && { isDiscarded }) };
}

/** Browsers that give a page no storage may refuse it this as well: then there are no other tabs to tell. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    const channel: BroadcastChannel & { unref?: () => void } = new BroadcastChannel(name);
    channel.unref?.(); // In Node it would keep a program from ending.
    return channel;
  } catch {
    return undefined;
  }
}
