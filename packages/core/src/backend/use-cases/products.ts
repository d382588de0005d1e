import { can, type Action } from '../../access/can.js';
import type { ProductResource } from '../../access/resource.js';
import type { Product, StoredProduct } from '../../product/product.js';
import { throwIfAborted } from '../abort.js';
import type { Change, ProductPort } from '../backend.js';
import { findRow } from '../find-row.js';
import { parseInput } from '../input/parse-input.js';
import { PRODUCT } from '../input/product-input.js';
import { DEFAULT_PAGE_SIZE, PRODUCT_QUERY } from '../input/query-input.js';
import { expectVersion, forbidden, invalid, notFound } from '../refusals.js';
import type { ReadTables, WriteTables } from '../store.js';
import { tenantOf, withTenant } from '../tenant.js';
import type { UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { moveEnrollmentsAlong } from './starting-dates.js';

/** The use cases about products. */
export function productUseCases(context: UseCaseContext): ProductPort {
  const { store, actor, scope } = context;

  return {
    async getProduct(id, options = {}) {
      throwIfAborted(options.signal);
      return store.read((tables) => loadProduct(tables, context, { id, action: 'product.read' }));
    },

    async listProducts(query = {}, options = {}) {
      const asked = parseInput(PRODUCT_QUERY, query);
      throwIfAborted(options.signal);
      if (!scope) return { items: [], total: 0 };
      return store.read(({ products }) => products.list({ size: DEFAULT_PAGE_SIZE, ...asked, scope }));
    },

    async putProduct(product, options = {}) {
      const asked = withTenant(parseInput(PRODUCT, publishedPart(product)), actor.providerId);
      return write(context, { method: 'putProduct', args: asked, options }, async (tables, now) => {
        if (!can(actor, 'product.put', productResource(asked))) throw forbidden('product.put');
        const before = await tables.products.get(asked.id);
        if (before && before.providerId !== asked.providerId) throw invalid('id-taken', 'id', { id: asked.id });
        if (before) expectVersion(before, options);
        else if (options.expectedVersion !== undefined) throw notFound('product', asked.id);
        const result: StoredProduct = {
          ...asked,
          state: 'active',
          certificationIds: before?.certificationIds ?? [],
          startStates: before?.startStates ?? [],
          version: (before?.version ?? 0) + 1,
        };
        await tables.products.put(result);
        const moved = await moveEnrollmentsAlong(tables, context, { before, after: result, now });
        return { result, changes: [productChange(result), ...moved] };
      });
    },

    async linkCertifications(productId, certificationIds, options = {}) {
      const ids = [...new Set(certificationIds)];
      const request = { method: 'linkCertifications', args: [productId, ids], options };
      return write(context, request, async (tables) => {
        const action = 'product.link-certifications';
        const product = await loadProduct(tables, context, { id: productId, action });
        expectVersion(product, options);
        await expectOwnCertifications(tables, ids, product);
        const result = { ...product, certificationIds: ids, version: product.version + 1 };
        await tables.products.put(result);
        return { result, changes: [productChange(result)] };
      });
    },
  };
}

/** The product, when the actor may know of it and may do this with it. */
export async function loadProduct(
  tables: Pick<ReadTables, 'products'>,
  { actor }: UseCaseContext,
  { id, action }: { readonly id: string; readonly action: Action },
): Promise<StoredProduct> {
  const product = await findRow(tables.products, id);
  if (!product || !can(actor, 'product.read', productResource(product))) throw notFound('product', id);
  if (!can(actor, action, productResource(product))) throw forbidden(action);
  return product;
}

async function expectOwnCertifications(
  tables: WriteTables,
  ids: readonly string[],
  product: StoredProduct,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const certification = await findRow(tables.certifications, id);
    if (!certification || certification.providerId !== product.providerId) {
      throw invalid('unknown-certification', `certificationIds[${index}]`, { certificationId: id });
    }
  }
}

/** What was read from a backend can be put back: the backend's own part of it is not the caller's to say. */
function publishedPart(product: Product & Partial<StoredProduct>): Product {
  const { state: _state, certificationIds: _ids, startStates: _states, version: _version, ...published } = product;
  return published;
}

function productResource(product: Product): ProductResource {
  return { kind: 'product', ...tenantOf(product) };
}

function productChange(product: StoredProduct): Change {
  return { kind: 'product', id: product.id, ...tenantOf(product) };
}
