import type { Actor } from '../../../access/actor.js';
import { can } from '../../../access/can.js';
import { publishedScope } from '../../../access/scope.js';
import { comparableName } from '../../../product/comparable-name.js';
import type { Product, StoredProduct } from '../../../product/product.js';
import { isForSite, isPublic } from '../../../product/public-product.js';
import { throwIfAborted } from '../../../abort.js';
import type { ProductPort, ProductRemovalPort } from '../../ports/product-port.js';
import { findRow } from '../../find-row.js';
import { parseInput } from '../../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, PRODUCT_QUERY } from '../../input/query-input.js';
import { expectVersion, forbidden, invalid, notFound } from '../../refusals.js';
import type { ReadTables, WriteTables } from '../../store.js';
import { withTenant } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { withSeatsLeft } from '../bookings/seats.js';
import {
  allowedProduct,
  answeredProducts,
  keepProduct,
  keepPublished,
  loadProduct,
  parseProduct,
  productResource,
} from './product-records.js';

/** The use cases about products. */
export function productUseCases(context: UseCaseContext): ProductPort & ProductRemovalPort {
  const { store, actor, scope } = context;

  return {
    async getProduct(id, options = {}) {
      throwIfAborted(options.signal);
      return store.read(async (tables) => {
        const product = await loadProduct(tables, context, { id, action: 'product.read' });
        await expectForSite(tables, context, product, options.site);
        const [answered = product] = await answeredProducts(tables, context, [await withSeatsLeft(tables, product)]);
        return allowedProduct(context, answered);
      });
    },

    async listProducts(query = {}, options = {}) {
      const { site, ...asked } = parseInput(PRODUCT_QUERY, query);
      throwIfAborted(options.signal);
      const isVisitor = actor.role === 'visitor';
      const own = isVisitor ? publishedScope(actor) : scope;
      if (!own || (isVisitor && asked.state === 'deleted')) return { items: [], total: 0 };
      const seen = { size: DEFAULT_PAGE_SIZE, ...asked, ...(isVisitor && { state: 'active' as const }), scope: own };
      return store.read(
        async (tables) => {
          const page = await tables.products.list(seen);
          const shown = page.items.filter((product) =>
            isVisitor ? isPublic(product) : isSeenOn(site, actor, product),
          );
          const items = await answeredProducts(tables, context, shown);
          return { ...page, items, total: page.total - (page.items.length - shown.length) };
        },
        { isList: true },
      );
    },

    async putProduct(product, options = {}) {
      const published = withTenant(parseProduct(product), actor.providerId);
      return write(context, { method: 'putProduct', args: published, options }, async (tables, now) => {
        if (!can(actor, 'product.put', productResource(published))) throw forbidden('product.put');
        const before = await tables.products.get(published.id);
        if (before && before.providerId !== published.providerId) throw invalid('id-taken', 'id', { id: published.id });
        if (before) expectVersion(before, options);
        else if (options.expectedVersion !== undefined) throw notFound('product', published.id);
        await expectFreeName(tables, published, before);
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

/** Names are unique. Source: domain.md section 4. One that came by a feed and has its name already may keep it. */
async function expectFreeName(
  { products }: Pick<WriteTables, 'products'>,
  product: Product,
  before: StoredProduct | undefined,
): Promise<void> {
  if (before?.state === 'active' && comparableName(before.name) === comparableName(product.name)) return;
  const named = await products.namedLike({ names: [product.name], providerId: product.providerId });
  const other = named.find(({ id }) => id !== product.id);
  if (other) throw invalid('name-taken', 'name', { productId: other.id });
}

/**
 * A group's provider and platform staff see it everywhere, others on its own sites. What is left out of a list for that makes
 * a page shorter than was asked for.
 */
function isSeenOn(site: string | undefined, { role }: Actor, product: StoredProduct): boolean {
  return role === 'provider' || role === 'platform-staff' || isForSite(product, site);
}

/** Who has an enrollment of it, or their HR, goes on seeing what it is for. */
async function expectForSite(
  { enrollments }: Pick<ReadTables, 'enrollments'>,
  { actor, scope }: UseCaseContext,
  product: StoredProduct,
  site: string | undefined,
): Promise<void> {
  if (actor.role === 'visitor' || isSeenOn(site, actor, product)) return;
  const own = scope && (await enrollments.list({ productId: product.id, scope, size: 1 }));
  if (!own || own.items.length === 0) throw notFound('product', product.id);
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
