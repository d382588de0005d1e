import { NO_PLAN_COUNTS, type Actor, type FullBackend } from '@enrollkit/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newBooking, newStart, productWith } from '../../contract/booking-cases.js';
import { newStep, planned, UPLOAD } from '../../contract/import-records.js';
import { newProduct } from '../../contract/records.js';
import { openTestStores, type TestStores } from './test-stores.js';

const ALFA: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const BEFORE_THE_DEADLINE = () => '2026-09-10T10:00:00.000Z';

let test: TestStores;
let backend: FullBackend;
beforeEach(async () => {
  test = await openTestStores();
  backend = test.backend(ALFA, BEFORE_THE_DEADLINE);
});
afterEach(() => test.close());

interface Entry {
  readonly actor_id: string;
  readonly action: string;
  readonly is_same: boolean | null;
}

const query = async <Row extends object>(text: string) => (await test.database.pool.query<Row>(text)).rows;

/** What one write added to the trail, each entry with whether the same transaction wrote the record that it is about. */
async function trailOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const [last] = await query<{ readonly id: number }>('select coalesce(max(id), 0) as id from audit_entries');
  await work();
  const entries = await query<Entry>(`
    with records as (
      select 'product' as kind, provider_id, id, xmin from products
      union all select 'trainer', provider_id, email, xmin from trainers
      union all select 'import', provider_id, id, xmin from imports
      union all select 'enrollment', provider_id, id, xmin from enrollments
    )
    select actor_id, action, records.xmin = entry.xmin as is_same
    from audit_entries entry left join records
      on (records.kind, records.provider_id, records.id) = (entry.kind, entry.provider_id, entry.record_id)
    where entry.id > ${last?.id ?? 0} order by entry.id`);
  return entries.map(({ actor_id, action, is_same }) => `${actor_id} ${action} ${is_same ? 'at once' : 'apart'}`);
}

it('writes down where an import goes, in the transaction that takes it there', async () => {
  const { id } = await backend.createImport({ ...UPLOAD, id: 'i1' });
  expect(await trailOf(() => backend.notePlanProgress(id, { readBytes: 10, products: 1 }))).toEqual([]);
  expect(await trailOf(() => backend.createImport({ ...UPLOAD, id: 'i2', kind: 'trainers' }))).toEqual([
    'a1 import.create at once',
  ]);
  await backend.putImportSteps(id, [newStep(1, 'itil')]);
  const plan = { counts: { ...NO_PLAN_COUNTS, create: 1 }, findings: [] };
  expect(await trailOf(() => backend.finishPlan(id, plan))).toEqual(['a1 import.plan at once']);
  expect(await trailOf(() => backend.startApplying(id))).toEqual(['a1 import.apply at once']);
  expect(await trailOf(() => backend.startApplying(id))).toEqual([]);
  expect(await trailOf(() => backend.applyImportStep(id, 'itil', newProduct('itil')))).toEqual([
    'a1 product.put at once',
  ]);
  expect(await trailOf(() => backend.finishImport(id))).toEqual(['a1 import.finish at once']);
  expect(await trailOf(() => backend.cancelImport('i2'))).toEqual(['a1 import.cancel at once']);
  // What a new import ends is written down beside it.
  const { id: waiting } = await planned(backend, []);
  expect(await trailOf(() => backend.createImport(UPLOAD))).toEqual([
    'a1 import.cancel at once',
    'a1 import.create at once',
  ]);
  expect((await backend.getImport(waiting)).state).toBe('cancelled');
});

it('does no step that it can not write down', async () => {
  const { id } = await planned(backend, [newStep(1, 'itil')]);
  await backend.startApplying(id);
  await query('alter table audit_entries rename to audit_entries_away');
  await expect(backend.applyImportStep(id, 'itil', newProduct('itil'))).rejects.toMatchObject({ code: 'internal' });
  await expect(backend.cancelImport(id)).rejects.toMatchObject({ code: 'internal' });
  await query('alter table audit_entries_away rename to audit_entries');
  expect(await query('select id from products')).toEqual([]);
  expect(await backend.getImport(id)).toMatchObject({ state: 'applying', counts: { applied: 0 } });
  expect(await trailOf(() => backend.applyImportStep(id, 'itil', newProduct('itil')))).toHaveLength(1);
});

it('writes down what becomes of trainers, in the transaction that does it', async () => {
  const email = 'ada@example.nl';
  const put = () => backend.putTrainer({ email, firstName: 'Ada' });
  expect(await trailOf(put)).toEqual(['a1 trainer.put at once']);
  expect(await trailOf(put)).toEqual([]);
  expect(await trailOf(() => backend.recordInvitation(email))).toEqual(['a1 trainer.record-invitation at once']);
  expect(await trailOf(() => backend.confirmTrainer(email))).toEqual(['a1 trainer.confirm at once']);
});

it('writes down that a start is cancelled, with the enrollments that go with it', async () => {
  await backend.putProduct(productWith(newStart('S1', { minSeats: 3 })));
  await backend.createEnrollment(newBooking('S1'));
  const announced = 'a1 product.announce-cancellation at once';
  expect(await trailOf(() => backend.announceCancellation('itil', 'S1'))).toEqual([announced]);
  const withdrawn = 'a1 product.withdraw-cancellation at once';
  expect(await trailOf(() => backend.withdrawCancellation('itil', 'S1'))).toEqual([withdrawn]);
  await backend.announceCancellation('itil', 'S1');
  const late = test.backend(ALFA, () => '2026-09-17T10:00:00.000Z');
  expect(await trailOf(() => late.cancelStart('itil', 'S1'))).toEqual([
    'a1 product.cancel-start at once',
    'a1 enrollment.cancel at once',
    'a1 enrollment.change-status at once',
  ]);
});
