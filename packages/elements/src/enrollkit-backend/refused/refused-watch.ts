import type { HostBackend } from '../../base/backend/backend-context.js';
import { refusedOf, type KeptWrite, type WriteQueue } from './write-queue.js';

/** Looks after the writes of one backend, and loads what tells of those that were refused when there are any. */
export class RefusedWatch {
  readonly #host: HTMLElement;
  #queue: WriteQueue | undefined;
  #stop: (() => void) | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  watch(backend: HostBackend | undefined): void {
    const { queue } = (backend ?? {}) as { readonly queue?: WriteQueue };
    if (queue === this.#queue) return;
    this.#stop?.();
    this.#queue = queue;
    if (!backend || !queue) return;
    const look = (items: readonly KeptWrite[]): void => {
      if (refusedOf(items).length === 0 || queue !== this.#queue) return;
      // What can't be loaded now is told when the list changes, or on the next visit: it stays in the list.
      void import('./refused-writes.js').then(
        ({ showRefused }) => queue === this.#queue && showRefused(this.#host, backend, queue),
        () => undefined,
      );
    };
    this.#stop = queue.subscribe(look);
    queue.items().then(look, () => undefined);
  }
}
