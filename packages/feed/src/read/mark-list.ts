import type { FeedPosition } from '../findings/feed-issue.js';

export const NUMBERS_PER_MARK = 4;

/** Collects where each element of an item was. One list for all items: it is filled again for each. */
export class MarkList {
  readonly #numbers: number[] = [];
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  /** `rule` is the rule's number; `index` that of the element in its list. */
  add(rule: number, index: number, line: number, column: number): void {
    const numbers = this.#numbers;
    const at = this.#length;
    numbers[at] = rule;
    numbers[at + 1] = index;
    numbers[at + 2] = line;
    numbers[at + 3] = column;
    this.#length = at + NUMBERS_PER_MARK;
  }

  /** Where a rule was last, in the element of another one that is still open. */
  lastIn(owner: number, rule: number): FeedPosition | undefined {
    const numbers = this.#numbers;
    for (let at = this.#length - NUMBERS_PER_MARK; at >= 0 && numbers[at] !== owner; at -= NUMBERS_PER_MARK) {
      if (numbers[at] === rule) return { line: numbers[at + 2] ?? 1, column: numbers[at + 3] ?? 1 };
    }
    return undefined;
  }

  toArray(): readonly number[] {
    return this.#numbers.slice(0, this.#length);
  }
}
