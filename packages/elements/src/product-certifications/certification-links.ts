import { hasErrorCode, type Backend, type StoredProduct } from '@enrollkit/core';
import { AttemptKey } from '../base/backend/attempt-key.js';
import { tellChange } from '../base/backend/change-hub.js';
import { untilStored } from '../base/backend/kept-write.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';

/** As often as somebody else may be first before it is given up. */
const MOST_ATTEMPTS = 4;

interface LinkOptions {
  /** The product as it is known now. */
  readonly product: () => StoredProduct | undefined;
  readonly onStored: (product: StoredProduct) => void;
  readonly onLinked: (certificationId: string, isLinked: boolean, product: StoredProduct) => void;
  readonly onFailed: (certificationId: string) => void;
}

/**
 * What a product leads to, stored tick by tick. One request at a time; what is ticked meanwhile goes with the next. What
 * somebody else has changed stays: only the ticks of this person are put on top of it.
 */
export class CertificationLinks {
  readonly #host: EnrollkitElement;
  readonly #options: LinkOptions;
  readonly #attempt = new AttemptKey();
  /** Ticked and not stored yet. */
  readonly #wanted = new Map<string, boolean>();
  isBusy = false;
  problem: Problem | undefined;
  /** Which tick `problem` is about. */
  failedId: string | undefined;

  constructor(host: EnrollkitElement, options: LinkOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Another product: what was ticked at the one before is not meant for it. */
  reset(): void {
    this.#wanted.clear();
    this.problem = this.failedId = undefined;
  }

  isLinked(id: string, { certificationIds }: StoredProduct): boolean {
    return this.#wanted.get(id) ?? certificationIds.includes(id);
  }

  set(id: string, isLinked: boolean): void {
    this.#wanted.set(id, isLinked);
    this.problem = this.failedId = undefined;
    this.#host.requestUpdate();
    if (!this.isBusy) void this.#store();
  }

  async #store(): Promise<void> {
    this.isBusy = true;
    for (let [first] = this.#wanted; first; [first] = this.#wanted) {
      const [id, isLinked] = first;
      const product = this.#options.product();
      if (!product) break;
      try {
        const stored = await this.#send(product, id, isLinked);
        // It may have been ticked off again meanwhile: then that is the next one.
        if (this.#wanted.get(id) === isLinked) this.#wanted.delete(id);
        if (this.#options.product()?.id !== product.id) continue;
        this.#options.onStored(stored);
        this.#options.onLinked(id, isLinked, stored);
      } catch (error) {
        // What isn't stored isn't ticked: the page never says more than is so.
        this.#wanted.clear();
        this.problem = problemOf(error);
        this.failedId = id;
        this.#options.onFailed(id);
      }
    }
    this.isBusy = false;
    this.#host.requestUpdate();
  }

  async #send(seen: StoredProduct, id: string, isLinked: boolean): Promise<StoredProduct> {
    const backend = this.#host.resolvedBackend as Backend;
    let product = seen;
    for (let attempt = 1; ; attempt += 1) {
      const others = product.certificationIds.filter((each) => each !== id);
      const ids = isLinked ? [...others, id] : others;
      if (ids.length === product.certificationIds.length && isLinked === product.certificationIds.includes(id))
        return product;
      try {
        const idempotencyKey = this.#attempt.for(product.id, product.version, ids);
        const options = { expectedVersion: product.version, idempotencyKey };
        const stored = await untilStored(backend.linkCertifications(product.id, ids, options), () => {
          this.problem = 'queued';
          this.#host.requestUpdate();
        });
        this.problem = undefined;
        tellChange(backend, { kind: 'product', id: product.id });
        return stored;
      } catch (error) {
        if (!hasErrorCode(error, 'conflict') || attempt === MOST_ATTEMPTS) throw error;
        product = (error.current as StoredProduct | undefined) ?? (await backend.getProduct(product.id));
      }
    }
  }
}
