import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newBooking, newStart, productWith } from './booking-cases.js';
import { applying, newStep, planned, UPLOAD } from './import-records.js';
import { newProduct } from './records.js';
import { PROVIDER, type FullCase } from './world.js';

/** Imports that are applied: step by step, once, over crashes, whatever happened meanwhile. */
export const importCases: readonly FullCase[] = [
  {
    title: 'does what a plan says, one step after the other, and is done when nothing is left',
    async run(scene) {
      const { provider } = scene;
      for (const id of ['old', 'kept']) await provider.putProduct(newProduct(id));
      const steps = [
        newStep(1, 'new'),
        newStep(2, 'kept', 'update'),
        newStep(3, 'old', 'delete'),
        newStep(4, 'eva@example.nl', 'invite'),
      ];
      const { id } = await applying(provider, ...steps);
      const heard = await scene.listen(PROVIDER);
      const done = await provider.applyImportStep(id, 'new', newProduct('new'));
      expectEqual(done, { ...newStep(1, 'new'), importId: id, doneAt: scene.now });
      await provider.applyImportStep(id, 'kept', { ...newProduct('kept'), name: 'Another name' });
      await provider.applyImportStep(id, 'old');
      const early = await expectRejection(provider.finishImport(id), 'invalid');
      expectEqual(issueCodes(early), [': import-steps-left']);
      await provider.applyImportStep(id, 'eva@example.nl');
      expectEqual(await heard.changes(), [
        { kind: 'product', id: 'new' },
        { kind: 'product', id: 'kept' },
        { kind: 'product', id: 'old' },
        { kind: 'trainer', id: 'eva@example.nl' },
      ]);
      const finished = await provider.finishImport(id);
      expectEqual([finished.state, finished.finishedAt, finished.counts.applied], ['done', scene.now, 4]);
      expectEqual(await provider.finishImport(id), finished);

      const { items } = await provider.listProducts({ ids: ['kept', 'new', 'old'] });
      expectEqual(
        items.map((product) => [product.id, product.name, product.state, product.version]),
        [
          ['kept', 'Another name', 'active', 2],
          ['new', 'Course new', 'active', 1],
          ['old', 'Course old', 'deleted', 2],
        ],
      );
      expectEqual((await provider.getTrainer('eva@example.nl')).state, 'invited');
      await expectRejection(provider.applyImportStep(id, 'nothing'), 'not-found');
    },
  },
  {
    title: 'does each step once, however often it is asked and whoever goes on after a crash',
    async run(scene) {
      const { id } = await applying(scene.provider, newStep(1, 'a'), newStep(2, 'b'), newStep(3, 'c'));
      const done = await scene.provider.applyImportStep(id, 'a', newProduct('a'));
      await scene.world.reopen();
      const { provider } = scene;
      const again = { ...newProduct('a'), name: 'Not looked at' };
      expectEqual(await provider.applyImportStep(id, 'a', again), done);
      expectEqual((await provider.getProduct('a')).version, 1);

      const left = async () => (await provider.listImportSteps(id, { isDone: false })).items.map((step) => step.id);
      expectEqual(await left(), ['b', 'c']);
      const both = () => provider.applyImportStep(id, 'b', newProduct('b'));
      const answers = await Promise.all([both(), both()]);
      expectEqual(answers[0], answers[1]);
      expectEqual(await left(), ['c']);
      await provider.applyImportStep(id, 'c', newProduct('c'));
      const { state, counts } = await provider.finishImport(id);
      expectEqual([state, counts.applied], ['done', 3]);
      expectEqual(
        (await provider.listProducts()).items.map(({ version }) => version),
        [1, 1, 1],
      );
      expectEqual((await provider.listImportSteps(id, { isDone: true, size: 2 })).total, 3);
    },
  },
  {
    title: 'does several steps together, all of them or none, and each once',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(newProduct('old'));
      const { id } = await applying(provider, newStep(1, 'a'), newStep(2, 'old', 'delete'), newStep(3, 'b'));
      const steps = ['a', 'b'].map((stepId) => ({ stepId, record: newProduct(stepId) }));
      const wrong = { stepId: 'b', record: { ...newProduct('b'), name: '' } };
      await expectRejection(
        provider.applyImportSteps(id, [{ stepId: 'a', record: newProduct('a') }, wrong]),
        'invalid',
      );
      await expectRejection(provider.applyImportSteps(id, [...steps, { stepId: 'nothing' }]), 'not-found');
      expectEqual((await provider.getImport(id)).counts.applied, 0);
      await expectRejection(provider.getProduct('a'), 'not-found');

      const first = await provider.applyImportStep(id, 'a', newProduct('a'));
      const done = await provider.applyImportSteps(id, [...steps, { stepId: 'old' }]);
      expectEqual(done[0], first);
      expectEqual(
        done.map((step) => [step.id, step.doneAt !== undefined]),
        [
          ['a', true],
          ['b', true],
          ['old', true],
        ],
      );
      expectEqual((await provider.finishImport(id)).counts.applied, 3);
      expectEqual((await provider.getProduct('a')).version, 1);
      expectEqual((await provider.getProduct('old')).state, 'deleted');
    },
  },
  {
    title: 'leaves nothing of a step that can not be done',
    async run(scene) {
      const { provider } = scene;
      const before = await provider.putProduct(newProduct('a'));
      const { id } = await applying(provider, newStep(1, 'a', 'update'), newStep(2, 'b'));
      const heard = await scene.listen(PROVIDER);
      const codesOf = async (step: string, record?: object) =>
        issueCodes(await expectRejection(provider.applyImportStep(id, step, record as never), 'invalid'));
      expectEqual(await codesOf('a', { ...newProduct('a'), name: '' }), ['name: required']);
      expectEqual(await codesOf('a', newProduct('b')), ['record.id: id-mismatch']);
      expectEqual(await codesOf('b'), ['record: required']);
      expectEqual(await heard.changes(), []);
      expectEqual(await provider.getProduct('a'), { ...before, allowed: ['enrollment.create'] });
      expectEqual((await provider.getImport(id)).counts.applied, 0);
      expectEqual((await provider.listImportSteps(id, { isDone: true })).total, 0);
    },
  },
  {
    title: 'does a step only while the import is being applied',
    async run({ provider }) {
      const plan = await planned(provider, [newStep(1, 'a'), newStep(2, 'b')]);
      const apply = (step: string) => provider.applyImportStep(plan.id, step, newProduct(step));
      const early = await expectRejection(apply('a'), 'invalid');
      expectEqual(issueCodes(early), ['state: import-not-applying']);
      await provider.startApplying(plan.id);
      const done = await apply('a');
      await provider.cancelImport(plan.id);
      await expectRejection(apply('b'), 'invalid');
      expectEqual(await apply('a'), done);
      expectEqual((await provider.listProducts()).total, 1);
    },
  },
  {
    title: 'takes the feed for the truth, whatever became of a record since the plan',
    async run({ provider }) {
      await provider.putProduct(newProduct('changed'));
      const { id } = await applying(
        provider,
        newStep(1, 'made'),
        newStep(2, 'gone', 'update'),
        newStep(3, 'changed', 'update'),
        newStep(4, 'never', 'delete'),
        newStep(5, 'same', 'update'),
      );
      for (const product of ['made', 'same']) await provider.putProduct(newProduct(product));
      await provider.putProduct({ ...newProduct('changed'), name: 'By hand' });
      const fromFeed = (product: string) => ({ ...newProduct(product), name: 'From the feed' });
      for (const product of ['made', 'gone', 'changed']) {
        await provider.applyImportStep(id, product, fromFeed(product));
        expectEqual((await provider.getProduct(product)).name, 'From the feed');
      }
      await provider.applyImportStep(id, 'never');
      await provider.applyImportStep(id, 'same', newProduct('same'));
      expectEqual((await provider.getProduct('same')).version, 1);
      expectEqual((await provider.finishImport(id)).counts.applied, 5);
    },
  },
  {
    title: 'restores a product that returns, with what it leads to and who is in it',
    async run({ provider }) {
      const { id: certificationId } = await provider.createCertification({ name: 'ITIL', requiresValidUntil: false });
      await provider.putProduct(newProduct('itil'));
      await provider.linkCertifications('itil', [certificationId]);
      const { id: enrollmentId } = await provider.createEnrollment(newBooking());
      const first = await applying(provider, newStep(1, 'itil', 'delete'));
      await provider.applyImportStep(first.id, 'itil');
      await provider.finishImport(first.id);
      expectEqual((await provider.getProduct('itil')).state, 'deleted');

      const second = await applying(provider, newStep(1, 'itil', 'restore'));
      await provider.applyImportStep(second.id, 'itil', newProduct('itil'));
      const { state, certificationIds } = await provider.getProduct('itil');
      expectEqual([state, certificationIds], ['active', [certificationId]]);
      expectEqual(
        (await provider.listEnrollments({ productId: 'itil' })).items.map(({ id }) => id),
        [enrollmentId],
      );
    },
  },
  {
    title: 'keeps what hangs on a product under a new id, or replaces it, as whoever looked chose',
    async run(scene) {
      const { provider } = scene;
      const { id: certificationId } = await provider.createCertification({ name: 'ITIL', requiresValidUntil: false });
      for (const [from, to, newIds] of [
        ['itil', 'itil-4', undefined],
        ['itil-4', 'itil-5', 'replace'],
      ] as const) {
        if (newIds === undefined) {
          await provider.putProduct({ ...newProduct(from), startingDates: [newStart('S1', { maxSeats: 3 })] });
          await provider.linkCertifications(from, [certificationId]);
          await provider.createEnrollment({ ...newBooking('S1'), id: 'e1' });
        }
        const step = { ...newStep(1, to), changes: [{ path: 'id', from, to }] };
        const { id } = await planned(provider, [step], { counts: { create: 1, newIds: 1, before: 1 } });
        await expectRejection(provider.startApplying(id, { force: true, newIds: 'lose' as never }), 'invalid');
        const begun = await provider.startApplying(id, { force: true, ...(newIds && { newIds }) });
        expectEqual(begun.options.newIds, newIds);
        const heard = await scene.listen(PROVIDER);
        const record = { ...newProduct(to), startingDates: [newStart('S1', { maxSeats: 3 })] };
        for (let time = 0; time < 2; time += 1) await provider.applyImportStep(id, to, record);
        await provider.finishImport(id);
        expectEqual((await provider.getProduct(from)).state, 'deleted');
        const product = await provider.getProduct(to);
        const isKept = newIds === undefined;
        expectEqual(
          [product.state, product.certificationIds, product.startStates],
          ['active', isKept ? [certificationId] : [], [{ startingDateId: 'S1', seatsLeft: isKept ? 2 : 3 }]],
        );
        expectEqual((await provider.listEnrollments({ productId: to })).total, isKept ? 1 : 0);
        const kinds = (await heard.changes()).map(({ kind }) => kind);
        expectEqual(kinds.filter((kind) => kind === 'enrollment').length, isKept ? 1 : 0);
      }
      const { productId, status, history } = await provider.getEnrollment('e1');
      expectEqual([productId, status, history.length], ['itil-4', 'enrolled', 1]);
    },
  },
  {
    title: 'gives a name to one product only, also when a feed and a person bring it at once',
    async run({ provider }) {
      const named = (id: string) => ({ ...newProduct(id), name: 'Lassen' });
      const { id } = await applying(provider, newStep(1, 'from-feed'));
      const outcomes = await Promise.allSettled([
        provider.putProduct(named('by-hand')),
        provider.applyImportStep(id, 'from-feed', named('from-feed')),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expectEqual(refused.length, 1);
      const reason = refused[0]?.reason as { readonly issues: readonly { readonly code: string }[] };
      expectEqual(
        reason.issues.map(({ code }) => code),
        ['name-taken'],
      );
      expectEqual((await provider.listProducts()).items.filter(({ name }) => name === 'Lassen').length, 1);
    },
  },
  {
    title: 'lets one of the products under new ids be another product, and the others go on',
    async run({ provider }) {
      for (const from of ['a', 'b']) {
        await provider.putProduct(newProduct(from));
        await provider.createEnrollment({ ...newBooking(), productId: from, id: `e-${from}` });
      }
      const steps = ['a', 'b'].map((from, index) => ({
        ...newStep(index, `${from}-2`),
        changes: [{ path: 'id', from, to: `${from}-2` }],
      }));
      const { id } = await planned(provider, steps, { counts: { create: 2, newIds: 2, before: 2 } });
      const chosen = { newIds: 'keep', newIdExceptions: ['b-2'] } as const;
      const { options } = await provider.startApplying(id, { force: true, ...chosen });
      expectEqual([options.newIds, options.newIdExceptions], ['keep', ['b-2']]);
      for (const step of ['a-2', 'b-2']) await provider.applyImportStep(id, step, newProduct(step));
      const productOf = async (enrollment: string) => (await provider.getEnrollment(enrollment)).productId;
      expectEqual([await productOf('e-a'), await productOf('e-b')], ['a-2', 'b']);
      expectEqual((await provider.getProduct('b')).state, 'deleted');
    },
  },
  {
    title: 'holds a plan with new ids that nobody has looked at, and counts them for its guard',
    async run({ provider }) {
      const counts = { create: 1, newIds: 1, before: 10 };
      const options = { applyWhenPlanned: true };
      const held = await planned(provider, [], { counts, input: { ...UPLOAD, options } });
      expectEqual(held.state, 'held');
      await provider.cancelImport(held.id);
      expectEqual((await planned(provider, [], { counts })).state, 'planned');
      expectEqual((await planned(provider, [], { counts: { ...counts, newIds: 3 } })).state, 'held');
    },
  },
  {
    title: 'takes enrollments along with a start that a feed moves, back to what the rules make of it',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(productWith(newStart('S1')));
      const { id: enrollmentId } = await provider.createEnrollment(newBooking('S1'));
      const { id } = await applying(provider, newStep(1, 'itil', 'update'));
      const heard = await scene.listen(PROVIDER);
      const moved = newStart('S1', { startDate: '2026-08-10', endDate: '2026-08-12' });
      await provider.applyImportStep(id, 'itil', productWith(moved));
      const { status, startDate, endDate } = await provider.getEnrollment(enrollmentId);
      expectEqual([status, startDate, endDate], ['started', '2026-08-10', '2026-08-12']);
      expectEqual(await heard.changes(), [
        { kind: 'product', id: 'itil' },
        { kind: 'enrollment', id: enrollmentId },
      ]);
    },
  },
  {
    title: 'links trainers that are known and invites the others',
    async run({ provider }) {
      await provider.putTrainer({ email: 'eva@example.nl', firstName: 'Eva' });
      const known = await provider.confirmTrainer('eva@example.nl');
      const input = { ...UPLOAD, kind: 'trainers' } as const;
      const steps = [newStep(1, 'Eva@example.nl', 'update'), newStep(2, 'bo@example.nl')];
      const { id } = await planned(provider, steps, { input });
      await provider.startApplying(id);
      await provider.applyImportStep(id, 'Eva@example.nl', { email: 'eva@example.nl', lastName: 'Bos' });
      await provider.applyImportStep(id, 'bo@example.nl', { email: 'Bo@example.nl', firstName: 'Bo' });
      await provider.finishImport(id);
      const { items } = await provider.listTrainers();
      expectEqual(
        items.map(({ email, state, lastName }) => [email, state, lastName ?? '']),
        [
          ['bo@example.nl', 'invited', ''],
          ['eva@example.nl', 'confirmed', 'Bos'],
        ],
      );
      // A product that names a trainer says nothing of the profile.
      const products = await applying(provider, newStep(1, 'eva@example.nl', 'invite'));
      await provider.applyImportStep(products.id, 'eva@example.nl');
      const after = await provider.getTrainer('eva@example.nl');
      expectEqual([after.lastName, after.version], ['Bos', known.version + 1]);
    },
  },
  {
    title: 'says now and then how far it is, and not after every step',
    async run(scene) {
      const { provider } = scene;
      const steps = Array.from({ length: 120 }, (_, order) => newStep(order, `p${order}`, 'delete'));
      const { id } = await applying(provider, ...steps);
      const heard = await scene.listen(PROVIDER);
      for (const step of steps) await provider.applyImportStep(id, step.id);
      expectEqual(await heard.changes(), [{ kind: 'import', id }]);
      expectEqual((await provider.getImport(id)).counts.applied, 120);
    },
  },
];
