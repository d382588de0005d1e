import { normalizeEmail } from '../../access/scope.js';
import type { ImportSession, ImportStep } from '../../import/feed-import.js';
import type { Product } from '../../product/product.js';
import type { Instant } from '../../calendar/time.js';
import type { Trainer } from '../../trainer/trainer.js';
import type { Change } from '../ports/change-port.js';
import type { WriteOptions } from '../../call-options.js';
import { forbidden, invalid, notFound } from '../refusals.js';
import type { WriteTables } from '../store.js';
import { withTenant } from '../tenant.js';
import type { UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { expectState, importChange, loadImport } from './import-records.js';
import { keepProduct, keepPublished, parseProduct } from './product-records.js';
import { keepProfile, parseTrainer } from './trainer-records.js';

/** Whoever watches an import hears how far it is after this many steps, and not of each. */
const TOLD_STEPS = 100;

/** What one step brings. */
interface StepRequest {
  readonly id: string;
  readonly stepId: string;
  readonly record: Product | Trainer | undefined;
  readonly options: WriteOptions;
}

/** Does one step of an import: the record, that the step is done, and the count, all or nothing. */
export async function applyImportStep(
  context: UseCaseContext,
  { id, stepId, record, options }: StepRequest,
): Promise<ImportStep> {
  const request = { method: 'applyImportStep', args: [id, stepId, record], options } as const;
  return write(context, request, async (tables, now) => {
    const session = await loadImport(tables, context, { id, action: 'import.apply' });
    const step = await tables.importSteps.get(id, stepId);
    if (!step) throw notFound('import step', stepId);
    if (step.doneAt !== undefined) return { result: step, changes: [] };
    expectState(session, 'import-not-applying', 'applying');
    const changes = await doStep(tables, context, { session, step, record, now });
    await tables.importSteps.markDone(step, now);
    const isTold = (session.counts.applied + 1) % TOLD_STEPS === 0;
    return { result: { ...step, doneAt: now }, changes: isTold ? [...changes, importChange(session)] : changes };
  });
}

interface Work {
  readonly session: ImportSession;
  readonly step: ImportStep;
  readonly record: Product | Trainer | undefined;
  readonly now: Instant;
}

/** The feed is the truth: what became of a record since the plan doesn't matter. */
async function doStep(tables: WriteTables, context: UseCaseContext, work: Work): Promise<readonly Change[]> {
  const { session, step, record } = work;
  if (step.action === 'invite') return putTrainer(tables, work);
  if (step.action === 'delete') return remove(tables, work);
  if (record === undefined) throw invalid('required', 'record');
  return session.kind === 'trainers' ? putTrainer(tables, work) : putProduct(tables, context, work);
}

async function putProduct(
  tables: WriteTables,
  context: UseCaseContext,
  { session, step, record, now }: Work,
): Promise<readonly Change[]> {
  const published = withTenant(parseProduct(record as Product), session.providerId);
  if (published.id !== step.id) throw invalid('id-mismatch', 'record.id', { id: step.id });
  expectOwn(published, session);
  const before = await tables.products.get(step.id);
  if (before && before.providerId !== session.providerId) throw invalid('id-taken', 'id', { id: step.id });
  return (await keepPublished(tables, context, { before, published, now })).changes;
}

async function remove(tables: WriteTables, { session, step }: Work): Promise<readonly Change[]> {
  const before = await tables.products.get(step.id);
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
