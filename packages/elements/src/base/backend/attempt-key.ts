import { newKey } from '../new-key.js';

/** Keeps the key of a write for as long as the same is asked, so that trying again never does it twice. */
export class AttemptKey {
  #of: string | undefined;
  #key = '';

  /** The key of this request: the one before when it is the same, else a new one. */
  for(...request: readonly unknown[]): string {
    const of = JSON.stringify(request);
    if (of !== this.#of) [this.#of, this.#key] = [of, newKey()];
    return this.#key;
  }

  /** What was asked is done: the same again is meant anew. */
  forget(): void {
    this.#of = undefined;
  }
}
