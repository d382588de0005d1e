import type { StoredProduct } from '@enrollkit/core';
import type { RecordOptions } from './record-controller.js';

/** How the page says which product, and the product itself when it has that already. */
interface ProductHost<Shown> {
  readonly productId: string | undefined;
  readonly product: Shown | undefined;
  readonly site: string | undefined;
}

/** How an element reads the product that it shows, unless the page has handed that in. For a `RecordController`. */
export function productReading<Shown extends object>(
  host: ProductHost<Shown>,
  shown: (read: StoredProduct) => Shown,
): RecordOptions<'getProduct', Shown> {
  return {
    id: () => host.productId,
    site: () => host.site,
    attribute: 'product-id',
    given: () => host.product,
    needs: ['getProduct'],
    read: async (backend, id, options) => shown(await backend.getProduct(id, options)),
    concerns: ({ kind, id }, own) => !host.product && kind === 'product' && id === own,
  };
}
