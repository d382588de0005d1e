/** Beyond any text, and a small integer: fields that hold one and `Infinity` in turn are allocated at every change. */
export const NEVER = 0x3fffffff;

/**
 * Looks for something further on, and remembers where that is: whoever asks for it from ever further on, as readers do, has
 * it looked for once. Without that, a text with one ">" at its very end would be gone through at every "<".
 */
export class Lookahead {
  readonly #find: (from: number) => number;
  #at = -1;

  /** `find` answers the first place at `from` or behind it, -1 when there is none. */
  constructor(find: (from: number) => number) {
    this.#find = find;
  }

  /** The first place at `from` or behind it; {@link NEVER} when there is none. Never asked to look back. */
  from(from: number): number {
    if (this.#at < from) {
      const at = this.#find(from);
      this.#at = at === -1 ? NEVER : at;
    }
    return this.#at;
  }

  /** What it was looked for in has changed. */
  forget(): void {
    this.#at = -1;
  }
}
