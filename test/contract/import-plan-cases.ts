import { NO_IMPORT_COUNTS, NO_PLAN_COUNTS, type Actor } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newBooking } from './booking-cases.js';
import { applying, newStep, planned, UPLOAD } from './import-records.js';
import { newProduct } from './records.js';
import { PROVIDER, type FullCase } from './world.js';

const OURS: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const THEIRS: Actor = { id: 'b1', role: 'provider', providerId: 'beta' };

/** Imports until they are applied: begun, planned, held, looked at, cancelled, forgotten. */
export const importPlanCases: readonly FullCase[] = [
  {
    title: 'begins an import of each kind',
    async run(scene) {
      const heard = await scene.listen(PROVIDER);
      const begun = await scene.provider.createImport({ ...UPLOAD, options: { maxDeletedShare: 5 } });
      expectEqual(begun, {
        ...UPLOAD,
        id: begun.id,
        state: 'planning',
        options: { applyWhenPlanned: false, maxDeletedShare: 5 },
        startedAt: scene.now,
        startedBy: 'p.devries',
        counts: NO_IMPORT_COUNTS,
        findings: [],
        version: 1,
      });
      expectEqual(await heard.changes(), [{ kind: 'import', id: begun.id }]);
      const { findings: _, ...session } = begun;
      const trainers = await scene.provider.createImport({ ...UPLOAD, kind: 'trainers' });
      expectEqual((await scene.provider.listImports({ kind: 'products' })).items, [session]);
      expectEqual((await scene.provider.listImports({ state: ['planning', 'held'] })).total, 2);
      expectEqual((await scene.provider.getImport(trainers.id)).kind, 'trainers');
    },
  },
  {
    title: 'says what is wrong with an import that is to begin',
    async run({ provider }) {
      const wrong = { ...UPLOAD, kind: 'courses', options: { maxDeletedShare: 101 } };
      const refused = await expectRejection(provider.createImport(wrong as never), 'invalid');
      expectEqual(issueCodes(refused).sort(), ['kind: not-allowed', 'options.maxDeletedShare: out-of-range']);
      await expectRejection(provider.getImport('nothing'), 'not-found');
    },
  },
  {
    title: 'gives one import for one idempotency key',
    async run({ provider }) {
      const options = { idempotencyKey: 'sent twice' };
      const begun = await provider.createImport(UPLOAD, options);
      expectEqual(await provider.createImport(UPLOAD, options), begun);
      expectEqual((await provider.listImports()).total, 1);
    },
  },
  {
    title: 'keeps a plan in its order and shows it page by page',
    async run({ provider }) {
      const { id } = await provider.createImport(UPLOAD);
      const changes = [{ path: 'price.amountMinor', from: 100, to: 200 }, { path: 'level' }];
      const first = [newStep(2, 'b', 'update'), { ...newStep(1, 'c'), line: 7, changes }];
      await provider.putImportSteps(id, first);
      await provider.putImportSteps(id, first);
      await provider.putImportSteps(id, [newStep(3, 'a', 'delete'), newStep(4, 'd', 'delete')]);
      const { items, total } = await provider.listImportSteps(id);
      expectEqual([items.map((step) => step.id), total], [['c', 'b', 'a', 'd'], 4]);
      expectEqual(items[0], { ...newStep(1, 'c'), line: 7, changes, importId: id });
      const idsOf = async (query: Parameters<typeof provider.listImportSteps>[1]) => {
        const page = await provider.listImportSteps(id, query);
        return [page.items.map((step) => step.id), page.total];
      };
      expectEqual(await idsOf({ size: 2, afterOrder: 1 }), [['b', 'a'], 3]);
      expectEqual(await idsOf({ size: 1, afterOrder: 1 }), [['b'], 2]);
      expectEqual(await idsOf({ size: 1, afterOrder: 1, isDone: false }), [['b'], 2]);
      expectEqual(await idsOf({ size: 1, afterOrder: 0, isDone: false, action: 'delete' }), [['a'], 2]);
      expectEqual(await idsOf({ action: 'delete', size: 1, offset: 1 }), [['d'], 2]);
      expectEqual(await idsOf({ isDone: false, action: 'delete', afterOrder: 3 }), [['d'], 1]);
      expectEqual(await idsOf({ isDone: true }), [[], 0]);
    },
  },
  {
    title: 'takes one step for one record',
    async run({ provider }) {
      const { id } = await provider.createImport(UPLOAD);
      const twice = await expectRejection(provider.putImportSteps(id, [newStep(1, 'a'), newStep(2, 'a')]), 'invalid');
      expectEqual(issueCodes(twice), ['[1].id: step-id-taken']);
      await provider.putImportSteps(id, [newStep(1, 'a')]);
      await expectRejection(provider.putImportSteps(id, [newStep(2, 'a')]), 'invalid');
      expectEqual((await provider.listImportSteps(id)).items, [{ ...newStep(1, 'a'), importId: id }]);
      const many = Array.from({ length: 501 }, (_, order) => newStep(order, `p${order}`));
      await expectRejection(provider.putImportSteps(id, many), 'invalid');
    },
  },
  {
    title: 'plans anew what was not finished, and takes no steps after that',
    async run(scene) {
      const { id } = await scene.provider.createImport(UPLOAD);
      await scene.provider.putImportSteps(id, [newStep(1, 'a'), newStep(2, 'b')]);
      await scene.world.reopen();
      const { provider } = scene;
      expectEqual((await provider.restartPlan(id)).state, 'planning');
      expectEqual((await provider.listImportSteps(id)).total, 0);
      await provider.putImportSteps(id, [newStep(1, 'b')]);
      await provider.finishPlan(id, { counts: NO_PLAN_COUNTS, findings: [] });
      const late = await expectRejection(provider.putImportSteps(id, [newStep(2, 'c')]), 'invalid');
      expectEqual(issueCodes(late), ['state: import-not-planning']);
      await expectRejection(provider.restartPlan(id), 'invalid');
      await expectRejection(provider.finishPlan(id, { counts: NO_PLAN_COUNTS, findings: [] }), 'invalid');
    },
  },
  {
    title: 'tells how much of a feed was read while it is planned, and no more when there is a plan',
    async run(scene) {
      const { id } = await scene.provider.createImport(UPLOAD);
      const heard = await scene.listen(PROVIDER);
      await scene.provider.notePlanProgress(id, { readBytes: 400, products: 12 });
      expectEqual(await heard.changes(), [{ kind: 'import', id }]);
      await scene.provider.notePlanProgress(id, { readBytes: 700, products: 20 });
      await scene.world.reopen();
      const { provider } = scene;
      const { progress, state, version } = await provider.getImport(id);
      expectEqual([progress, state, version], [{ readBytes: 700, products: 20 }, 'planning', 1]);
      expectEqual((await provider.listImports()).items[0]?.progress, progress);
      // Whoever begins again has read nothing.
      expectEqual('progress' in (await provider.restartPlan(id)), false);
      expectEqual('progress' in (await provider.getImport(id)), false);
      await provider.notePlanProgress(id, { readBytes: 100, products: 2 });
      const wrong = { readBytes: -1, products: 0.5 };
      const refused = await expectRejection(provider.notePlanProgress(id, wrong), 'invalid');
      expectEqual(issueCodes(refused).sort(), ['products: wrong-type', 'readBytes: out-of-range']);
      const plan = await provider.finishPlan(id, { counts: NO_PLAN_COUNTS, findings: [] });
      expectEqual(['progress' in plan, 'progress' in (await provider.getImport(id))], [false, false]);
      const late = await expectRejection(provider.notePlanProgress(id, { readBytes: 900, products: 30 }), 'invalid');
      expectEqual(issueCodes(late), ['state: import-not-planning']);
    },
  },
  {
    title: 'keeps the counts of a plan and the first thousand findings',
    async run(scene) {
      const { id } = await scene.provider.createImport(UPLOAD);
      const counts = { ...NO_PLAN_COUNTS, products: 10, before: 9, update: 1, unchanged: 8, create: 1, warnings: 1200 };
      const findings = Array.from({ length: 1200 }, (_, line) => ({
        code: 'text-too-short',
        severity: 'warning' as const,
        path: 'description',
        line,
        column: 4,
        params: { words: 12 },
        recordId: 'itil',
      }));
      const plan = await scene.provider.finishPlan(id, { counts, findings });
      expectEqual([plan.state, plan.plannedAt, plan.version], ['planned', scene.now, 2]);
      expectEqual(plan.counts, { ...NO_IMPORT_COUNTS, ...counts });
      expectEqual(plan.findings, findings.slice(0, 1000));
      expectEqual(await scene.provider.getImport(id), plan);
    },
  },
  {
    title: 'shows deletions first, with the enrollments that hang on what goes and how many of them are open',
    async run(scene) {
      const { provider } = scene;
      for (const product of ['itil', 'old', 'empty', 'kept']) await provider.putProduct(newProduct(product));
      const book = (productId: string, id: string) => provider.createEnrollment({ ...newBooking(), productId, id });
      for (const id of ['e1', 'e2', 'e3', 'e4']) await book('itil', id);
      await book('old', 'e5');
      await book('kept', 'e6');
      await provider.cancelEnrollment('e1');
      await provider.changeStatus('e2', 'no-show');
      const renamed = { ...newStep(2, 'new'), changes: [{ path: 'id', from: 'old', to: 'new' }] };
      const steps = [
        newStep(1, 'kept', 'update'),
        renamed,
        newStep(3, 'fresh'),
        newStep(4, 'itil', 'delete'),
        newStep(5, 'empty', 'delete'),
      ];
      const counts = { before: 4, delete: 2, create: 2, update: 1, newIds: 1 };
      const plan = await planned(provider, steps, { counts });
      expectEqual([plan.state, plan.counts.enrollments, plan.counts.openEnrollments], ['held', 4, 2]);
      const refused = await expectRejection(provider.startApplying(plan.id), 'invalid');
      expectEqual(refused.issues[0]?.params, { delete: 2, enrollments: 4, openEnrollments: 2, maxDeletedShare: 20 });

      const shown = async (query: object) => {
        const { items, total } = await provider.listImportSteps(plan.id, { forReview: true, ...query });
        return [items.map(({ id, enrollments: hang }) => (hang ? [id, hang.total, hang.open] : [id])), total];
      };
      const all = [['itil', 4, 2], ['empty', 0, 0], ['kept'], ['new', 1, 1], ['fresh']];
      expectEqual(await shown({}), [all, 5]);
      // However the pages fall.
      for (const size of [1, 2, 3]) {
        for (let offset = 0; offset < 6; offset += 1) {
          expectEqual(await shown({ size, offset }), [all.slice(offset, offset + size), 5]);
        }
      }
      expectEqual(await shown({ action: 'create' }), [[['new', 1, 1], ['fresh']], 2]);
      expectEqual(await shown({ isNewId: true }), [[['new', 1, 1]], 1]);
      expectEqual(await shown({ isNewId: false, isDone: false }), [
        [['itil', 4, 2], ['empty', 0, 0], ['kept'], ['fresh']],
        4,
      ]);
      // The order of the work is another one, and counts nothing.
      expectEqual(
        (await provider.listImportSteps(plan.id)).items.map(({ id }) => id),
        steps.map(({ id }) => id),
      );
      await provider.startApplying(plan.id, { force: true });
      await provider.applyImportStep(plan.id, 'itil');
      expectEqual(await shown({ action: 'delete' }), [[['itil'], ['empty', 0, 0]], 2]);
    },
  },
  {
    title: 'holds an import that would delete more than its guard allows, unless somebody wants it so',
    async run({ provider }) {
      const allowed = await planned(provider, [], { counts: { before: 10, delete: 2 } });
      expectEqual(allowed.state, 'planned');
      const held = await planned(provider, [], { counts: { before: 10, delete: 3 } });
      expectEqual(held.state, 'held');
      const refused = await expectRejection(provider.startApplying(held.id), 'invalid');
      expectEqual(issueCodes(refused), ['force: import-held']);
      const stale = provider.startApplying(held.id, { force: true, expectedVersion: 1 });
      await expectRejection(stale, 'conflict');
      const forced = await provider.startApplying(held.id, { force: true, expectedVersion: 2 });
      expectEqual([forced.state, forced.version], ['applying', 3]);
      expectEqual(await provider.startApplying(held.id), forced);
      await provider.cancelImport(held.id);
      const none = { ...UPLOAD, options: { maxDeletedShare: 0 } };
      expectEqual((await planned(provider, [], { input: none, counts: { before: 900, delete: 1 } })).state, 'held');
      expectEqual((await planned(provider, [], { input: none, counts: { before: 900 } })).state, 'planned');
    },
  },
  {
    title: 'begins the next feed in place of one that is being planned, by whom does not matter',
    async run(scene) {
      const left = await scene.provider.createImport(UPLOAD);
      await scene.provider.putImportSteps(left.id, [newStep(1, 'a')]);
      await scene.world.reopen();
      const heard = await scene.listen(PROVIDER);
      scene.now = '2026-08-21T10:00:00.000Z';
      const next = await scene.provider.createImport(UPLOAD);
      const { state, finishedAt } = await scene.provider.getImport(left.id);
      expectEqual([state, finishedAt, next.state], ['cancelled', scene.now, 'planning']);
      expectEqual(await heard.changes(), [
        { kind: 'import', id: left.id },
        { kind: 'import', id: next.id },
      ]);
      const late = await expectRejection(scene.provider.putImportSteps(left.id, [newStep(2, 'b')]), 'invalid');
      expectEqual(issueCodes(late), ['state: import-not-planning']);
      await scene.provider.putImportSteps(next.id, [newStep(1, 'a')]);
    },
  },
  {
    title: 'begins no import while one of its kind is applied',
    async run({ provider }) {
      const { findings: _, ...current } = await applying(provider, newStep(1, 'a'));
      const refused = await expectRejection(provider.createImport(UPLOAD), 'conflict');
      expectEqual(refused.current, current);
      await provider.createImport({ ...UPLOAD, kind: 'trainers' });
      await provider.cancelImport(current.id);
      expectEqual((await provider.createImport(UPLOAD)).state, 'planning');
    },
  },
  {
    title: 'cancels a plan that nobody looked at when the next feed comes',
    async run(scene) {
      const plan = await planned(scene.provider, [newStep(1, 'a')]);
      scene.now = '2026-08-21T10:00:00.000Z';
      const next = await scene.provider.createImport(UPLOAD);
      const { state, finishedAt } = await scene.provider.getImport(plan.id);
      expectEqual([state, finishedAt], ['cancelled', scene.now]);
      const refused = await expectRejection(scene.provider.startApplying(plan.id), 'invalid');
      expectEqual(issueCodes(refused), ['state: import-not-planned']);
      expectEqual(
        (await scene.provider.listImports()).items.map(({ id }) => id),
        [next.id, plan.id],
      );
    },
  },
  {
    title: 'ends an import that is cancelled or fails, and only one that is not over',
    async run(scene) {
      const { provider } = scene;
      const first = await provider.createImport(UPLOAD);
      const cancelled = await provider.cancelImport(first.id, { expectedVersion: 1 });
      expectEqual([cancelled.state, cancelled.finishedAt], ['cancelled', scene.now]);
      expectEqual(await provider.cancelImport(first.id), cancelled);
      const problem = { code: 'xml-not-well-formed', severity: 'error', path: '', line: 3, params: {} } as const;
      const over = await expectRejection(provider.failImport(first.id, problem), 'invalid');
      expectEqual(issueCodes(over), ['state: import-over']);

      const second = await provider.createImport(UPLOAD);
      const failed = await provider.failImport(second.id, problem);
      expectEqual([failed.state, failed.problem, failed.finishedAt], ['failed', problem, scene.now]);
      expectEqual(await provider.getImport(second.id), failed);
      const third = await provider.createImport(UPLOAD);
      const unplanned = await provider.finishPlan(third.id, { counts: NO_PLAN_COUNTS, findings: [], problem });
      expectEqual([unplanned.state, unplanned.problem], ['failed', problem]);
      await expectRejection(provider.cancelImport(third.id), 'invalid');
    },
  },
  {
    title: 'shows an import to its provider only',
    async run(scene) {
      const { id } = await scene.as(OURS).createImport(UPLOAD);
      await scene.as(OURS).putImportSteps(id, [newStep(1, 'a')]);
      const outsiders: Actor[] = [
        THEIRS,
        { id: 's1', role: 'platform-staff' },
        { id: 'u1', role: 'participant', email: 'jan@example.nl' },
        { ...OURS, enrollmentIds: ['e1'] },
      ];
      for (const actor of outsiders) {
        const other = scene.as(actor);
        expectEqual(await other.listImports(), { items: [], total: 0 });
        await expectRejection(other.getImport(id), 'not-found');
        await expectRejection(other.listImportSteps(id), 'not-found');
        await expectRejection(other.putImportSteps(id, [newStep(2, 'b')]), 'not-found');
        await expectRejection(other.finishPlan(id, { counts: NO_PLAN_COUNTS, findings: [] }), 'not-found');
        await expectRejection(other.applyImportStep(id, 'a'), 'not-found');
        await expectRejection(other.cancelImport(id), 'not-found');
      }
      await expectRejection(scene.as({ id: 's1', role: 'platform-staff' }).createImport(UPLOAD), 'forbidden');
      expectEqual((await scene.as(THEIRS).createImport(UPLOAD)).providerId, 'beta');
      expectEqual((await scene.as(OURS).listImports()).total, 1);
    },
  },
  {
    title: 'remembers the last hundred imports of a kind, with their steps',
    async run(scene) {
      const { provider } = scene;
      const { id: trainers } = await provider.createImport({ ...UPLOAD, kind: 'trainers' });
      const ids: string[] = [];
      for (let count = 0; count < 101; count += 1) {
        const { id } = await provider.createImport(UPLOAD);
        ids.push(id);
        if (count < 2) await provider.putImportSteps(id, [newStep(1, 'a')]);
        await provider.cancelImport(id);
      }
      const [forgotten = '', kept = ''] = ids;
      await expectRejection(provider.getImport(forgotten), 'not-found');
      expectEqual((await provider.listImportSteps(kept)).total, 1);
      expectEqual((await provider.listImports({ kind: 'products' })).total, 100);
      expectEqual((await provider.getImport(trainers)).state, 'planning');
    },
  },
];
