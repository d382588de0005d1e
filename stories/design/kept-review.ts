import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepReview, NO_REVIEW, readReview, type Review } from './review.js';

interface Host extends ReactiveControllerHost {
  /** Where this browser keeps it. */
  readonly kept: string;
}

/** The review that this browser keeps: of every page and every tab that writes in it there is one. */
export class KeptReview implements ReactiveController {
  readonly #host: Host;
  #review = NO_REVIEW;
  #isLost = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** As it was last read or written here. */
  get review(): Review {
    return this.#review;
  }

  /** Nothing of it is kept. */
  get isLost(): boolean {
    return this.#isLost;
  }

  hostConnected(): void {
    this.#read();
    addEventListener('storage', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#read);
  }

  /** Changes what was kept last, also by another tab in the meantime; answers what was there before. */
  change(changed: (review: Review) => Review): Review {
    const before = this.#isLost ? this.#review : readReview(this.#host.kept);
    this.#review = changed(before);
    this.#isLost = !keepReview(this.#host.kept, this.#review);
    this.#host.requestUpdate();
    return before;
  }

  #read = (): void => {
    this.#review = readReview(this.#host.kept);
    this.#host.requestUpdate();
  };
}
