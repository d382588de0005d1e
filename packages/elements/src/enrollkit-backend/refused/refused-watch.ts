import type { HostBackend } from '../../base/backend/backend-context.js';
import { Tellers } from './tellers.js';
import { refusedOf, type KeptWrite, type WriteQueue } from './write-queue.js';

/** Looks after the writes of one backend, and loads what tells of those that were refused when there are any. */
export class RefusedWatch {
  readonly #host: HTMLElement;
  readonly #tellers: Tellers;
  #backend: HostBackend | undefined;
  #queue: WriteQueue | undefined;
  #stop: (() => void) | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#tellers = new Tellers(host, () => this.#lookAgain());
  }

  watch(backend: HostBackend | undefined): void {
    const { queue } = (backend ?? {}) as { readonly queue?: WriteQueue };
    if (queue === this.#queue) return;
    this.#stop?.();
    this.#backend = backend;
    this.#queue = queue;
    this.#stop = queue?.subscribe((items) => this.#look(items, queue, false));
    this.#lookAgain();
  }

  #lookAgain(): void {
    const queue = this.#queue;
    queue?.items().then(
      (items) => this.#look(items, queue, true),
      () => undefined,
    );
  }

  #look(items: readonly KeptWrite[], queue: WriteQueue, isAgain: boolean): void {
    const backend = this.#backend;
    const isTold = (item: KeptWrite): boolean => this.#tellers.areThereFor(item);
    this.#tellers.note(items);
    if (!backend || queue !== this.#queue || refusedOf(items, isTold).length === 0) return;
    // What can't be loaded now is told when the list changes, or on the next visit: it stays in the list.
    void import('./refused-writes.js').then(
      ({ showRefused }) => queue === this.#queue && showRefused(this.#host, { backend, queue, isTold, isAgain }),
      () => undefined,
    );
  }
}
