import { can, type Action } from '../../../access/can.js';
import type { ProductResource } from '../../../access/resource.js';
import type { Product, ProductInput, StoredProduct } from '../../../product/product.js';
import { isPublic, publicProduct } from '../../../product/public-product.js';
import type { Instant } from '../../../calendar/time.js';
import type { Change } from '../../ports/change-port.js';
import { orderedJson } from '../../digest.js';
import { findRow } from '../../find-row.js';
import { parseInput } from '../../input/parse-input.js';
import { PRODUCT } from '../../input/product-input.js';
import { forbidden, notFound } from '../../refusals.js';
import type { ReadTables, WriteTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import type { Outcome } from '../../write.js';
import { withTrainers } from './product-trainers.js';
import { moveEnrollmentsAlong } from './starting-dates.js';
import type { AuditAction } from '../../audit.js';

/** The product, when the actor may know of it and may do this with it. */
export async function loadProduct(
  tables: Pick<ReadTables, 'products'>,
  { actor }: UseCaseContext,
  { id, action }: { readonly id: string; readonly action: Action },
): Promise<StoredProduct> {
  const product = await findRow(tables.products, id);
  if (!product || !can(actor, 'product.read', productResource(product))) throw notFound('product', id);
  if (actor.role === 'visitor' && !isPublic(product)) throw notFound('product', id);
  if (!can(actor, action, productResource(product))) throw forbidden(action);
  return product;
}

/** The products as this actor reads them. */
export async function answeredProducts(
  tables: Pick<ReadTables, 'trainers'>,
  { actor }: UseCaseContext,
  products: readonly StoredProduct[],
): Promise<readonly StoredProduct[]> {
  const answered = await withTrainers(tables, products);
  return actor.role === 'visitor' ? answered.map(publicProduct) : answered;
}

/** The product, with whether the one who asks can book it: as whoever is booked then, themselves or somebody of theirs. */
export function allowedProduct({ actor }: UseCaseContext, product: StoredProduct): StoredProduct {
  const { email = '', externalId, employerId } = actor;
  const participant = {
    email,
    ...(externalId !== undefined && { externalId }),
    ...(employerId !== undefined && { employerId }),
  };
  const resource = { kind: 'enrollment', enrollmentId: '', participant, ...tenantOf(product) } as const;
  return { ...product, allowed: can(actor, 'enrollment.create', resource) ? ['enrollment.create'] : [] };
}

/**
 * What a caller publishes. What was read from a backend can be put back: the backend's own part of it is not the caller's
 * to say.
 */
export function parseProduct(product: ProductInput): Product {
  return parseInput(PRODUCT, publishedPart(product));
}

/** What is published, and what was before it. */
interface Publication {
  readonly before: StoredProduct | undefined;
  readonly published: Product;
  readonly now: Instant;
  /** False where it is known that nobody is enrolled: then nobody's dates are looked for. Default `true`. */
  readonly mayHaveEnrollments?: boolean;
  /** Takes the product that is to be kept. Default: it is kept at once. */
  readonly put?: (product: StoredProduct) => unknown;
}

/** Keeps what is published, and takes the enrollments along. The same as is there already is no new version. */
export async function keepPublished(
  tables: WriteTables,
  context: UseCaseContext,
  { before, published, now, mayHaveEnrollments = true, put }: Publication,
): Promise<Outcome<StoredProduct>> {
  if (before?.state === 'active' && orderedJson(publishedPart(before)) === orderedJson(published)) {
    return { result: before, changes: [] };
  }
  const result: StoredProduct = {
    ...published,
    state: 'active',
    certificationIds: before?.certificationIds ?? [],
    startStates: before?.startStates ?? [],
    ...(before?.linkedTrainers && { linkedTrainers: before.linkedTrainers }),
    publishedAt: before && saysSameSeats(before, published) ? (before.publishedAt ?? now) : now,
    version: (before?.version ?? 0) + 1,
  };
  await (put ? put(result) : tables.products.put(result, 'product.put'));
  const moved = mayHaveEnrollments ? await moveEnrollmentsAlong(tables, context, { before, after: result, now }) : [];
  return { result, changes: [productChange(result), ...moved] };
}

/**
 * Whether every start that stays says the number of available seats that it said before. Then it knows of no booking since:
 * who mends a text or adds a start gives no seat out again.
 */
function saysSameSeats(before: Product, after: Product): boolean {
  return before.startingDates.every(({ id, availableSeats }) => {
    const same = after.startingDates.find((start) => start.id === id);
    return !same || same.availableSeats === availableSeats;
  });
}

/** Keeps a product with something else about it, as its next version. */
export async function keepProduct(
  tables: WriteTables,
  before: StoredProduct,
  change: Partial<Pick<StoredProduct, 'state' | 'certificationIds' | 'startStates' | 'linkedTrainers'>>,
  action: AuditAction<'product'>,
): Promise<Outcome<StoredProduct>> {
  const result = { ...before, ...change, version: before.version + 1 };
  await tables.products.put(result, action);
  return { result, changes: [productChange(result)] };
}

function publishedPart(product: ProductInput & Partial<Omit<StoredProduct, keyof Product>>): ProductInput {
  const {
    state: _state,
    certificationIds: _ids,
    startStates: _states,
    linkedTrainers: _linked,
    trainers: _trainers,
    startRegions: _regions,
    publishedAt: _at,
    allowed: _allowed,
    version: _version,
    ...published
  } = product;
  return published;
}

export function productResource(product: Product): ProductResource {
  return { kind: 'product', ...tenantOf(product) };
}

export function productChange(product: StoredProduct): Change {
  return { kind: 'product', id: product.id, ...tenantOf(product) };
}
