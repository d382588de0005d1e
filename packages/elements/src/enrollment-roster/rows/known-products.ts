import type { StoredProduct } from '@enrollkit/core';
import type { ReactiveController } from 'lit';
import type { HostBackend } from '../../base/backend/backend-context.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';

/** Products behind the rows, for their starts: each is asked for once, when somebody wants to know. */
export class KnownProducts implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #products = new Map<string, StoredProduct | undefined>();
  #backend: HostBackend | undefined;

  constructor(host: EnrollkitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#backend === this.#host.resolvedBackend) return;
    this.#backend = this.#host.resolvedBackend;
    this.#products.clear();
  }

  /** `undefined` while it is on its way, and where it can't be read: then there are no starts to choose from. */
  get(id: string | undefined): StoredProduct | undefined {
    if (id === undefined || typeof this.#backend?.getProduct !== 'function') return undefined;
    if (!this.#products.has(id)) {
      this.#products.set(id, undefined);
      void this.#read(this.#backend, id);
    }
    return this.#products.get(id);
  }

  /** Reads it again, for what is left of its starts now. What was known stays until then. */
  refresh(id: string): void {
    if (this.#backend && this.#products.get(id)) void this.#read(this.#backend, id);
  }

  async #read(backend: HostBackend, id: string): Promise<void> {
    try {
      const product = await backend.getProduct?.(id);
      if (backend !== this.#backend || !Array.isArray(product?.startingDates)) return;
      this.#products.set(id, product);
      this.#host.requestUpdate();
    } catch {
      // The list is there without it.
    }
  }
}
