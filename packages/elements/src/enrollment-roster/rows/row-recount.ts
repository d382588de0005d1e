import type { Enrollment, Page } from '@enrollkit/core';
import { readPage } from './row-reader.js';

/** Changes come in crowds; a number of rows that is a second old harms nobody. */
const RECOUNT_MS = 1000;

interface RecountOptions {
  /** A question for one of the rows: its answer tells how many there are. */
  readonly ask: () => Promise<Page<Enrollment>> | undefined;
  /** Of which list that is the number: of another one it says nothing. */
  readonly of: () => unknown;
  readonly take: (total: number) => void;
}

/** How many rows there are, where not all of them are here. */
export class RowRecount {
  readonly #options: RecountOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RecountOptions) {
    this.#options = options;
  }

  /** Soon, and once for all who want to know meanwhile. */
  ask(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#count();
    }, RECOUNT_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #count(): Promise<void> {
    const { ask, of, take } = this.#options;
    const list = of();
    try {
      const answer = await ask();
      if (answer && list === of()) take(readPage(answer).total);
    } catch {
      // Then the number stays that of before.
    }
  }
}
