import type { Change, Enrollment } from '@enrollkit/core';
import type { ReactiveController } from 'lit';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { subscribeToChanges } from '../../base/backend/change-hub.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { readMany } from './row-reader.js';

/** Changes come in crowds: who marks a group makes one for each. They are read together. */
const GATHER_MS = 80;
/** After more than this the whole is read anew: nobody follows that many rows. */
const MOST_CHANGED = 2000;

interface LiveOptions {
  readonly isKnown: (id: string) => boolean;
  readonly accept: (found: ReadonlyMap<string, Enrollment | undefined>) => void;
  readonly reload: () => void;
}

/** Hears what changes elsewhere and reads those rows again, and only those. */
export class LiveRows implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #options: LiveOptions;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #subscribedTo: HostBackend | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: EnrollkitElement, options: LiveOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const { resolvedBackend, isConnected } = this.#host;
    if (!isConnected || resolvedBackend === this.#subscribedTo) return;
    this.hostDisconnected();
    this.#subscribedTo = resolvedBackend;
    this.#unsubscribe = resolvedBackend && subscribeToChanges(resolvedBackend, this.#hear);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#subscribedTo = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.clear();
  }

  readonly #hear = ({ kind, id, enrollmentId }: Change): void => {
    const changed = kind === 'enrollment' ? id : enrollmentId;
    if (changed === undefined) return;
    this.#changed.add(changed);
    this.#timer ??= setTimeout(() => void this.#read(), GATHER_MS);
  };

  async #read(): Promise<void> {
    const backend = this.#subscribedTo;
    const ids = [...this.#changed];
    this.#changed.clear();
    this.#timer = undefined;
    if (!backend) return;
    if (ids.length > MOST_CHANGED) {
      this.#options.reload();
      return;
    }
    try {
      const found = await readMany(backend, ids);
      if (backend === this.#subscribedTo) this.#options.accept(found);
    } catch {
      // Without them what is shown is older than it could be: then all of it is asked for, and that tells what is wrong.
      if (backend === this.#subscribedTo && ids.some(this.#options.isKnown)) this.#options.reload();
    }
  }
}
