import type { Stored } from './row-mark.js';

/** One press of a key, with all its rows. */
export interface Action {
  readonly stored: Stored[];
  /** Rows whose change waits for a connection. */
  readonly waiting: Set<string>;
}

/** What was done since the page was opened. */
export class DoneActions {
  readonly #actions: Action[] = [];

  begin(): Action {
    const action: Action = { stored: [], waiting: new Set() };
    this.#actions.push(action);
    return action;
  }

  /** What waits for a connection is taken back when it is stored: the action before it isn't what a person means. */
  get canUndo(): boolean {
    return this.#last?.waiting.size === 0;
  }

  /** What the last action stored. */
  get last(): readonly Stored[] | undefined {
    return this.canUndo ? this.#last?.stored : undefined;
  }

  /** From then on the action before it is the last. */
  dropLast(): void {
    const last = this.#last;
    if (last) this.#actions.splice(this.#actions.indexOf(last));
  }

  get #last(): Action | undefined {
    return this.#actions.findLast(({ stored, waiting }) => stored.length > 0 || waiting.size > 0);
  }
}
