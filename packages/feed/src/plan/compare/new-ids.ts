import { comparableName, type NewImportStep, type Product } from '@enrollkit/core';
import { detachedText } from './detached-text.js';

/** What is known of a product by which it can be recognized under another id. */
type Named = Pick<Product, 'id' | 'name' | 'webAddress'>;

/**
 * Recognizes products that only got another id: a name that goes and comes, or an address that one product had and one other
 * has now. Source: domain.md section 4, IDs that changed.
 */
export class NewIds {
  readonly #byName = new Map<string, NewImportStep>();
  /** Nothing, where several products have it: it tells none of them. */
  readonly #byAddress = new Map<string, NewImportStep | undefined>();
  readonly #taken = new Set<NewImportStep>();
  readonly #addresses = new Map<string, Named[]>();

  /** A product that nobody knew. */
  created({ name, webAddress }: Named, added: NewImportStep): void {
    const step = { ...added, id: detachedText(added.id), name: detachedText(added.name) };
    this.#byName.set(detachedText(comparableName(name)), step);
    if (webAddress === undefined) return;
    const address = detachedText(webAddress);
    this.#byAddress.set(address, this.#byAddress.has(address) ? undefined : step);
  }

  /** One that goes on under its id: an address that it shares tells nothing. */
  stays({ webAddress }: Pick<Product, 'webAddress'>): void {
    if (webAddress !== undefined && this.#byAddress.has(webAddress)) this.#byAddress.set(webAddress, undefined);
  }

  /** The step that creates it anew. `later`: perhaps, when all that is missing is known. */
  find({ id, name, webAddress }: Named): NewImportStep | 'later' | undefined {
    const step = this.#byName.get(comparableName(name));
    if (step && !this.#taken.has(step)) {
      this.#taken.add(step);
      return step;
    }
    if (webAddress === undefined || !this.#byAddress.get(webAddress)) return undefined;
    const others = this.#addresses.get(webAddress) ?? [];
    this.#addresses.set(webAddress, [...others, { id, name, webAddress }]);
    return 'later';
  }

  /** Those that had to wait, each with the step that creates it anew, or without. */
  *rest(): Iterable<readonly [missing: Named, step: NewImportStep | undefined]> {
    for (const [address, missing] of this.#addresses) {
      const step = this.#byAddress.get(address);
      const isTold = missing.length === 1 && step !== undefined && !this.#taken.has(step);
      if (isTold) this.#taken.add(step);
      for (const each of missing) yield [each, isTold ? step : undefined];
    }
  }
}
