import type { ParticipationStatus } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';

/** What a backend keeps until there is a connection, as far as it is told of. */
export interface KeptWrite {
  readonly id: number;
  readonly method: string;
  readonly enrollmentId: string;
  readonly to?: ParticipationStatus;
  readonly fileName?: string;
  readonly queuedAt: string;
  readonly state: string;
  /** Whoever asked for it is on this page, and hears what becomes of it. */
  readonly isFromHere?: boolean;
  readonly problem?: { readonly code: string };
}

/** The list of these. Not every backend has one. */
export interface WriteQueue {
  items(): Promise<readonly KeptWrite[]>;
  subscribe(listener: (items: readonly KeptWrite[]) => void): () => void;
  retry(id: number): Promise<void>;
  discard(id: number): Promise<void>;
}

/** Those that were refused and of which nobody on this page hears. */
export function refusedOf(items: readonly KeptWrite[]): readonly KeptWrite[] {
  return items.filter(({ state, isFromHere }) => state === 'failed' && !isFromHere);
}

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
