import type { ReactiveController } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import type { BundleRun } from '../bundle-run.js';

/** Lets a run go when its element leaves the page: another window, or another element, may then send the rest. */
export class Presence implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #run: () => BundleRun | undefined;

  constructor(host: EnrollkitElement, run: () => BundleRun | undefined) {
    this.#host = host;
    this.#run = run;
    host.addController(this);
  }

  hostConnected(): void {
    this.#run()?.arrive();
  }

  hostDisconnected(): void {
    // An element that only moves is back at once.
    setTimeout(() => {
      if (!this.#host.isConnected) this.#run()?.leave();
    });
  }
}
