import type { Page, Paging, ReadOptions, VersionedWriteOptions } from '../../call-options.js';
import type { ProductInput, StoredProduct } from '../../product/product.js';

export interface ProductPort {
  /** Rejects with `not-found` also for a group's product, when whoever asks has nothing to do with the group. */
  getProduct(id: string, options?: ProductReadOptions): Promise<StoredProduct>;
  listProducts(query?: ProductQuery, options?: ReadOptions): Promise<Page<StoredProduct>>;
  /**
   * Creates or fully replaces by id, as a feed does, and restores one that was removed. Keeps the linked certifications;
   * a list that is left out becomes empty.
   * When a starting date moved, the enrollments that still have its old days move along. The same again changes nothing.
   * Rejects with `invalid` (`name-taken`) when another product on offer has the name.
   */
  putProduct(product: ProductInput, options?: VersionedWriteOptions): Promise<StoredProduct>;
  /** Replaces the whole list of what the course can lead to. */
  linkCertifications(
    productId: string,
    certificationIds: readonly string[],
    options?: VersionedWriteOptions,
  ): Promise<StoredProduct>;
}

/** Apart, because products are removed where their feed is read. */
export interface ProductRemovalPort {
  /** It is `deleted` then, and kept: what points to it goes on pointing to it. Removing again changes nothing. */
  removeProduct(id: string, options?: VersionedWriteOptions): Promise<StoredProduct>;
}

export interface ProductReadOptions extends ReadOptions {
  /** The site of the page: products of a group are shown on its own sites only. */
  readonly site?: string;
}

export interface ProductQuery extends Paging {
  /** The site of the page: products of a group are listed on its own sites only. */
  readonly site?: string;
  readonly state?: StoredProduct['state'];
  readonly ids?: readonly string[];
  /**
   * Only what comes after this id: a next page that costs the same however many there are. Of what is left `total` then
   * counts this page and one more: it is larger than the page when there is a next one.
   */
  readonly afterId?: string;
}
