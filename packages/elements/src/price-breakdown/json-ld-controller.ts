import type { PricedProduct } from '@enrollkit/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PageJsonLd } from './page-json-ld.js';

/** What search engines are told of. */
export interface ToldProduct {
  readonly product: PricedProduct;
  readonly site: string | undefined;
  /** Name of the provider. */
  readonly provider: string | undefined;
}

/** Tells search engines of a product for as long as its element is on the page. A page without it loads nothing for it. */
export class JsonLdController implements ReactiveController {
  readonly #what: () => ToldProduct | undefined;
  #told: ToldProduct | undefined;
  #page: PageJsonLd | undefined;

  /** `what` answers undefined when there is nothing to tell. */
  constructor(host: ReactiveControllerHost, what: () => ToldProduct | undefined) {
    this.#what = what;
    host.addController(this);
  }

  hostUpdated(): void {
    const what = this.#what();
    const told = this.#told;
    if (what?.product === told?.product && what?.site === told?.site && what?.provider === told?.provider) return;
    void this.#tell(what);
  }

  hostDisconnected(): void {
    void this.#tell(undefined);
  }

  async #tell(what: ToldProduct | undefined): Promise<void> {
    this.#told = what;
    this.#page?.withdraw(this);
    if (!what) return;
    try {
      this.#page ??= (await import('./page-json-ld.js')).pageJsonLd;
    } catch {
      // The price itself is there. A later change tries again.
      if (this.#told === what) this.#told = undefined;
      return;
    }
    // Meanwhile it may have become another product, or left the page.
    if (this.#told === what) this.#page.tell(this, what);
  }
}
