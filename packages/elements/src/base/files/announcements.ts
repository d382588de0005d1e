import { plainText } from '../language/plain-text.js';

/** Collects what happens at the same time, so that one sentence doesn't silence the other. */
export class Announcements {
  readonly #announce: (sentence: string) => void;
  #sentences: string[] = [];

  constructor(announce: (sentence: string) => void) {
    this.#announce = announce;
  }

  say(sentence: string): void {
    if (this.#sentences.push(sentence) > 1) return;
    queueMicrotask(() => {
      this.#announce(plainText(this.#sentences.join(' ')));
      this.#sentences = [];
    });
  }
}
