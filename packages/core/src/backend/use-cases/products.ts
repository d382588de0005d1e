import { can } from '../../access/can.js';
import { publishedScope } from '../../access/scope.js';
import type { StoredProduct } from '../../product/product.js';
import { isPublic, publicProduct } from '../../product/public-product.js';
import { throwIfAborted } from '../../abort.js';
import type { ProductPort, ProductRemovalPort } from '../ports/product-port.js';
import type { Page } from '../../call-options.js';
import { findRow } from '../find-row.js';
import { parseInput } from '../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, PRODUCT_QUERY } from '../input/query-input.js';
import { expectVersion, forbidden, invalid, notFound } from '../refusals.js';
import type { WriteTables } from '../store.js';
import { withTenant } from '../tenant.js';
import type { UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { withSeatsLeft } from './seats.js';
import { keepProduct, keepPublished, loadProduct, parseProduct, productResource } from './product-records.js';

/** The use cases about products. */
export function productUseCases(context: UseCaseContext): ProductPort & ProductRemovalPort {
  const { store, actor, scope } = context;

  return {
    async getProduct(id, options = {}) {
      throwIfAborted(options.signal);
      return store.read(async (tables) =>
        withSeatsLeft(tables, await loadProduct(tables, context, { id, action: 'product.read' })),
      );
    },

    async listProducts(query = {}, options = {}) {
      const asked = parseInput(PRODUCT_QUERY, query);
      throwIfAborted(options.signal);
      const isVisitor = actor.role === 'visitor';
      const own = isVisitor ? publishedScope(actor) : scope;
      if (!own || (isVisitor && asked.state === 'deleted')) return { items: [], total: 0 };
      const seen = { size: DEFAULT_PAGE_SIZE, ...asked, ...(isVisitor && { state: 'active' as const }), scope: own };
      const page = await store.read(({ products }) => products.list(seen));
      return isVisitor ? publicPart(page) : page;
    },

    async putProduct(product, options = {}) {
      const published = withTenant(parseProduct(product), actor.providerId);
      return write(context, { method: 'putProduct', args: published, options }, async (tables, now) => {
        if (!can(actor, 'product.put', productResource(published))) throw forbidden('product.put');
        const before = await tables.products.get(published.id);
        if (before && before.providerId !== published.providerId) throw invalid('id-taken', 'id', { id: published.id });
        if (before) expectVersion(before, options);
        else if (options.expectedVersion !== undefined) throw notFound('product', published.id);
        return keepPublished(tables, context, { before, published, now });
      });
    },

    async removeProduct(id, options = {}) {
      return write(context, { method: 'removeProduct', args: id, options }, async (tables) => {
        const product = await loadProduct(tables, context, { id, action: 'product.remove' });
        expectVersion(product, options);
        if (product.state === 'deleted') return { result: product, changes: [] };
        return keepProduct(tables, product, { state: 'deleted' }, 'product.remove');
      });
    },

    async linkCertifications(productId, certificationIds, options = {}) {
      const ids = [...new Set(certificationIds)];
      const request = { method: 'linkCertifications', args: [productId, ids], options } as const;
      return write(context, request, async (tables) => {
        const action = 'product.link-certifications';
        const product = await loadProduct(tables, context, { id: productId, action });
        expectVersion(product, options);
        await expectOwnCertifications(tables, ids, product);
        return keepProduct(tables, product, { certificationIds: ids }, action);
      });
    },
  };
}

/** What is for some sites only is left out: a page may be shorter than was asked for. */
function publicPart({ items, total }: Page<StoredProduct>): Page<StoredProduct> {
  const shown = items.filter(isPublic).map(publicProduct);
  return { items: shown, total: total - (items.length - shown.length) };
}

async function expectOwnCertifications(
  tables: WriteTables,
  ids: readonly string[],
  product: StoredProduct,
): Promise<void> {
  for (const id of ids) {
    const certification = await findRow(tables.certifications, id);
    if (!certification || certification.providerId !== product.providerId) {
      throw invalid('unknown-certification', `certificationIds[${ids.indexOf(id)}]`, { certificationId: id });
    }
  }
}
