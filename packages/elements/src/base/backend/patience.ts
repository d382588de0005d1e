import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface PatientHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
}

/**
 * How long something that is missing may still come, counted from the page's `load` or, when that is later, from the
 * element's arrival. Modules and AMD loaders set backends late; a person shouldn't read in the meantime that it is broken.
 */
const GRACE_MS = 5000;

/** Waits for what a page may hand in late. Runs only while something is missing: most elements never start it. */
export class Patience implements ReactiveController {
  readonly #host: PatientHost;
  readonly #isMissing: () => boolean;
  #isOver = false;
  #stop: AbortController | undefined;

  constructor(host: PatientHost, isMissing: () => boolean) {
    this.#host = host;
    this.#isMissing = isMissing;
    host.addController(this);
  }

  /** Whether what is still missing won't come any more, as far as can be told. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostUpdated(): void {
    // Removed while its first update was on its way: nobody waits for it, and nobody is told.
    if (!this.#isMissing() || !this.#host.isConnected) this.hostDisconnected();
    else if (!this.#stop) this.#begin();
  }

  #begin(): void {
    const stop = (this.#stop = new AbortController());
    const begin = (): void => {
      const timer = setTimeout(() => {
        this.#isOver = true;
        this.#host.requestUpdate();
      }, GRACE_MS);
      stop.signal.addEventListener('abort', () => clearTimeout(timer));
    };
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { signal: stop.signal });
  }

  /** It starts anew when the element comes back, or loses what it had. */
  hostDisconnected(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#isOver = false;
  }
}
