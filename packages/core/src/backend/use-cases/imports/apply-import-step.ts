import { normalizeEmail } from '../../../access/scope.js';
import { newIdChoiceFor, previousIdOf, type ImportSession, type ImportStep } from '../../../import/feed-import.js';
import type { Product, StoredProduct } from '../../../product/product.js';
import type { Instant } from '../../../calendar/time.js';
import type { Trainer } from '../../../trainer/trainer.js';
import type { Change } from '../../ports/change-port.js';
import type { AppliedStep } from '../../ports/import-port.js';
import type { WriteOptions } from '../../../call-options.js';
import { forbidden, invalid, notFound } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import { withTenant } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { enrollmentChange } from '../bookings/enrollment-records.js';
import { expectFreeNames } from './import-names.js';
import { expectState, importChange, loadImport } from './import-records.js';
import { keepProduct, keepPublished, parseProduct } from '../products/product-records.js';
import { keepProfile, parseTrainer } from '../trainers/trainer-records.js';

/** Whoever watches an import hears how far it is after this many steps, and not of each. */
const TOLD_STEPS = 100;
/** Enrollments in one statement. */
const MOVED_AT_ONCE = 500;

/** As many as a plan is given at once. */
const MOST_STEPS = 500;

interface StepsRequest {
  readonly id: string;
  readonly steps: readonly AppliedStep[];
  readonly options: WriteOptions;
}

/** Does steps of an import: the records, that the steps are done, and the count, all or nothing. */
export async function applyImportSteps(
  context: UseCaseContext,
  { id, steps, options }: StepsRequest,
): Promise<readonly ImportStep[]> {
  if (steps.length > MOST_STEPS) throw invalid('too-many-items', 'steps', { max: MOST_STEPS });
  const request = { method: 'applyImportStep', args: [id, steps], options } as const;
  return write(context, request, async (tables, now) => {
    const ids = steps.map(({ stepId }) => stepId);
    const [session, found] = await Promise.all([
      loadImport(tables, context, { id, action: 'import.apply' }),
      tables.importSteps.getAll(id, ids),
    ]);
    const asked = steps.map(({ stepId, record }) => ({ step: expectStep(found, stepId), record }));
    const open = asked.filter(({ step }) => step.doneAt === undefined);
    if (open.length === 0) return { result: asked.map(({ step }) => step), changes: [] };
    expectState(session, 'import-not-applying', 'applying');

    const [products, enrolled] = await Promise.all([
      productsBefore(tables, session, open),
      productsWithEnrollments(tables, session, open),
    ]);
    await expectFreeNames(tables, { session, open, before: products });
    const published: StoredProduct[] = [];
    const works = open.map((each): Work => ({ ...each, session, products, enrolled, published, now }));
    const changes = await Promise.all(works.map((work) => doStep(tables, context, work)));
    await tables.products.putAll(published, 'product.put');
    const done = open.map(({ step }) => step.id);
    await tables.importSteps.markDone(id, done, now);
    const told = (count: number): number => Math.floor(count / TOLD_STEPS);
    const { applied } = session.counts;
    const isTold = told(applied + done.length) > told(applied);
    return {
      result: asked.map(({ step }) => (step.doneAt === undefined ? { ...step, doneAt: now } : step)),
      changes: isTold ? [...changes.flat(), importChange(session)] : changes.flat(),
    };
  });
}

function expectStep(found: readonly ImportStep[], stepId: string): ImportStep {
  const step = found.find(({ id }) => id === stepId);
  if (!step) throw notFound('import step', stepId);
  return step;
}

/** What was published under these ids, as one question. */
async function productsBefore(
  tables: WriteTables,
  { kind }: ImportSession,
  open: readonly { readonly step: ImportStep }[],
): Promise<ReadonlyMap<string, StoredProduct>> {
  const ids = productIdsOf(kind, open);
  if (ids.length === 0) return new Map();
  const { items } = await tables.products.list({ ids });
  return new Map(items.map((product) => [product.id, product]));
}

/** The products among these that somebody is enrolled in, as one question. */
async function productsWithEnrollments(
  tables: WriteTables,
  { kind, providerId }: ImportSession,
  open: readonly { readonly step: ImportStep }[],
): Promise<ReadonlySet<string>> {
  const productIds = productIdsOf(kind, open);
  if (productIds.length === 0) return new Set();
  const counted = await tables.enrollments.countByProduct({ providerId: providerId ?? null, productIds });
  return new Set(counted.filter(({ total }) => total > 0).map(({ productId }) => productId));
}

function productIdsOf(kind: ImportSession['kind'], open: readonly { readonly step: ImportStep }[]): readonly string[] {
  return open.filter(({ step }) => kind === 'products' && step.action !== 'invite').map(({ step }) => step.id);
}

interface Work {
  readonly session: ImportSession;
  readonly step: ImportStep;
  readonly record: Product | Trainer | undefined;
  /** As they are before all of the steps. */
  readonly products: ReadonlyMap<string, StoredProduct>;
  /** The products that somebody is enrolled in, before all of the steps too. */
  readonly enrolled: ReadonlySet<string>;
  /** Takes what is to be published: all of it is kept at once. */
  readonly published: StoredProduct[];
  readonly now: Instant;
}

/** The feed is the truth: what became of a record since the plan doesn't matter. */
async function doStep(tables: WriteTables, context: UseCaseContext, work: Work): Promise<readonly Change[]> {
  const { session, step, record } = work;
  if (step.action === 'invite') return putTrainer(tables, work);
  if (step.action === 'delete') return removeProduct(tables, work);
  if (record === undefined) throw invalid('required', 'record');
  return session.kind === 'trainers' ? putTrainer(tables, work) : putProduct(tables, context, work);
}

async function putProduct(
  tables: WriteTables,
  context: UseCaseContext,
  { session, step, record, products, enrolled, published: toPublish, now }: Work,
): Promise<readonly Change[]> {
  const published = withTenant(parseProduct(record as Product), session.providerId);
  if (published.id !== step.id) throw invalid('id-mismatch', 'record.id', { id: step.id });
  expectOwn(published, session);
  const before = products.get(step.id);
  if (before && before.providerId !== session.providerId) throw invalid('id-taken', 'id', { id: step.id });
  const old = before ? undefined : await previousProduct(tables, session, step);
  if (!old) {
    const mayHaveEnrollments = enrolled.has(step.id);
    const put = (product: StoredProduct): unknown => toPublish.push(product);
    return (await keepPublished(tables, context, { before, published, now, mayHaveEnrollments, put })).changes;
  }
  const removed = await keepProduct(tables, old, { state: 'deleted' }, 'product.remove');
  if (newIdChoiceFor(session.options, step) === 'replace') {
    const created = await keepPublished(tables, context, { before, published, now });
    return [...removed.changes, ...created.changes];
  }
  const moved = await moveEnrollments(tables, { old, to: published.id, now });
  // Deleted, so that it is written even when it is the same but for its id.
  const known: StoredProduct = { ...old, id: published.id, state: 'deleted' };
  const kept = await keepPublished(tables, context, { before: known, published, now });
  return [...removed.changes, ...moved, ...kept.changes];
}

/** The product that a new id is for, while it is there. */
async function previousProduct(
  tables: WriteTables,
  session: ImportSession,
  step: ImportStep,
): Promise<StoredProduct | undefined> {
  const id = previousIdOf(step);
  const old = id === undefined ? undefined : await tables.products.get(id);
  return old?.state === 'active' && old.providerId === session.providerId ? old : undefined;
}

/** Everybody's enrollments go along, whatever their state: a history belongs to the course. */
async function moveEnrollments(
  tables: WriteTables,
  { old, to, now }: { readonly old: StoredProduct; readonly to: string; readonly now: Instant },
): Promise<readonly Change[]> {
  const scope = { providerId: old.providerId ?? null };
  const { items } = await tables.enrollments.list({ productId: old.id, scope });
  const moved = items.map((row) => ({ ...row, productId: to, version: row.version + 1, updatedAt: now }));
  for (let at = 0; at < moved.length; at += MOVED_AT_ONCE) {
    await tables.enrollments.putAll(moved.slice(at, at + MOVED_AT_ONCE), 'enrollment.change-product');
  }
  return moved.map(enrollmentChange);
}

async function removeProduct(tables: WriteTables, { session, step, products }: Work): Promise<readonly Change[]> {
  const before = products.get(step.id);
  if (!before || before.providerId !== session.providerId || before.state === 'deleted') return [];
  return (await keepProduct(tables, before, { state: 'deleted' }, 'product.remove')).changes;
}

/** Known trainers are linked by their address alone; a profile that comes along is kept. */
async function putTrainer(tables: WriteTables, { session, step, record, now }: Work): Promise<readonly Change[]> {
  const profile = withTenant(parseTrainer((record as Trainer | undefined) ?? { email: step.id }), session.providerId);
  if (profile.email !== normalizeEmail(step.id)) throw invalid('id-mismatch', 'record.email', { id: step.id });
  expectOwn(profile, session);
  const before = await tables.trainers.get(profile.email);
  const isKnown = before?.providerId === session.providerId && before !== undefined;
  // What trainers say of themselves, a feed doesn't replace.
  if (isKnown && (record === undefined || before.ownProfile)) return [];
  return (await keepProfile(tables, { before, profile, now })).changes;
}

function expectOwn(record: { readonly providerId?: string }, session: ImportSession): void {
  if (record.providerId !== session.providerId) throw forbidden('import.apply');
}
