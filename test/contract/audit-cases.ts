import {
  AUDITED,
  NO_PLAN_COUNTS,
  type Actor,
  type EnrollmentRow,
  type FullBackend,
  type UseCase,
} from '@enrollkit/core';
import { expectEqual } from './assertions.js';
import { newBooking, newStart, productWith } from './booking-cases.js';
import { applying, newStep, planned, UPLOAD } from './import-records.js';
import { draftFor, newEnrollment, newProduct, pdf } from './records.js';
import { PROVIDER, type FullWorld, type Scene } from './world.js';

export interface AuditCase {
  readonly title: string;
  readonly run: (scene: Scene<FullBackend>, world: FullWorld) => Promise<void>;
}

const STAFF: Actor = { id: 'staff', role: 'platform-staff' };
const EMAIL = 'eva@example.nl';
/** When the course of {@link newEnrollment} is over, and its start. */
const AFTER_THE_COURSE = '2026-10-01T10:00:00.000Z';

type Perform = (scene: Scene<FullBackend>) => Promise<unknown>;

/** What leads to a use case, and the use case itself; it does everything that the table says of it, one after the other. */
interface Performance {
  readonly before?: Perform;
  readonly perform: Perform;
}

const enrolled: Perform = ({ provider }) => provider.createEnrollment({ ...newEnrollment(), id: 'e1' });
const trainer: Perform = ({ provider }) => provider.putTrainer({ email: EMAIL });

const coursesTrainer: Perform = async ({ provider }) => {
  await provider.putProduct(newProduct('itil'));
  await provider.putTrainer({ email: EMAIL });
};
const asked: Perform = async (scene) => {
  await coursesTrainer(scene);
  await scene.provider.askLink(EMAIL, 'itil');
};

/** A start that needs two people, with one in it, that will be cancelled unless another one comes. */
const announced: Perform = async ({ provider }) => {
  await shortStart({ provider });
  await provider.announceCancellation('itil', 'S1');
};

async function shortStart({ provider }: Pick<Scene<FullBackend>, 'provider'>): Promise<void> {
  await provider.putProduct(productWith(newStart('S1', { minSeats: 2, maxSeats: 2 })));
  await provider.createEnrollment({ ...newBooking('S1'), id: 'e1' });
}

/** A start that has begun for whoever is in it, until it is moved. */
const begun: Perform = async (scene) => {
  await scene.provider.putProduct(productWith(newStart('S1')));
  await scene.provider.createEnrollment({ ...newBooking('S1'), id: 'e1' });
};
const moved = productWith(newStart('S1', { startDate: '2026-08-10', endDate: '2026-08-11' }));

const madeCertification: Perform = ({ provider }) =>
  provider.createCertification({ id: 'c1', name: 'ITIL', requiresValidUntil: false });

/** Done by platform staff; the others by the provider. */
const BY_STAFF: readonly UseCase[] = ['verifyCertification', 'rejectCertification', 'resetCertification'];

/** The product of {@link begun} under a new id. */
const RENAMED = { ...newStep(4, 'itil-4', 'create'), changes: [{ path: 'id', from: 'itil', to: 'itil-4' }] };

const PERFORMANCES: Readonly<Record<UseCase, Performance>> = {
  createEnrollment: {
    before: announced,
    async perform({ provider }) {
      await provider.createEnrollment(newBooking('S1'));
      await provider.createEnrollment({ ...newBooking('S1'), overbook: true });
    },
  },
  acceptEnrollment: {
    async before({ provider }) {
      await provider.putProduct(productWith(newStart('S1', { maxSeats: 1 })));
      await provider.createEnrollment({ ...newBooking('S1'), id: 'e1', request: true });
      await provider.declineEnrollment('e1');
      await provider.createEnrollment({ ...newBooking('S1'), id: 'e2', request: true });
    },
    async perform({ provider }) {
      await provider.acceptEnrollment('e2');
      await provider.acceptEnrollment('e1', { overbook: true });
    },
  },
  declineEnrollment: {
    before: ({ provider }) => provider.createEnrollment({ ...newEnrollment(), id: 'e1', request: true }),
    perform: ({ provider }) => provider.declineEnrollment('e1', { note: 'De groep is vol.' }),
  },
  withdrawEnrollment: {
    before: ({ provider }) => provider.createEnrollment({ ...newEnrollment(), id: 'e1', consumer: true }),
    perform: ({ provider }) => provider.withdrawEnrollment('e1', { name: 'Jan Jansen', email: 'jan@example.nl' }),
  },
  changeStatus: { before: enrolled, perform: ({ provider }) => provider.changeStatus('e1', 'no-show') },
  cancelEnrollment: { before: enrolled, perform: ({ provider }) => provider.cancelEnrollment('e1') },
  recordInvoice: {
    async before(scene) {
      await enrolled(scene);
      scene.now = AFTER_THE_COURSE;
    },
    perform: ({ provider }) => provider.recordInvoice('e1'),
  },
  uploadInvoice: {
    async before(scene) {
      await enrolled(scene);
      scene.now = AFTER_THE_COURSE;
    },
    perform: ({ provider }) => provider.uploadInvoice('e1', pdf('factuur')),
  },
  moveDates: {
    before: enrolled,
    perform: ({ provider }) => provider.moveDates('e1', { startDate: '2026-08-01', endDate: '2026-08-02' }),
  },
  correctEnrollment: {
    async before(scene) {
      await scene.certified();
    },
    async perform({ provider }) {
      const { items } = await provider.listEnrollments();
      await provider.correctEnrollment(items[0]!.id, { email: EMAIL });
    },
  },
  changeStart: {
    async before(scene) {
      const { provider } = scene;
      const [first, later] = [
        newStart('S1', { startDate: '2026-09-01', endDate: '2026-09-02' }),
        newStart('S2', { startDate: '2026-11-01', endDate: '2026-11-02', minSeats: 1, maxSeats: 1 }),
      ];
      await provider.putProduct(productWith(first, later));
      for (const id of ['e1', 'e2']) await provider.createEnrollment({ ...newBooking('S1'), id });
      await provider.announceCancellation('itil', 'S2');
      scene.now = AFTER_THE_COURSE;
    },
    async perform({ provider }) {
      await provider.changeStart('e1', 'S2');
      await provider.changeStart('e2', 'S2', { overbook: true });
    },
  },
  applyRules: {
    async before(scene) {
      await enrolled(scene);
      scene.now = AFTER_THE_COURSE;
    },
    perform: ({ provider }) => provider.listEnrollments({ status: 'started' }),
  },
  uploadCertificate: {
    async before(scene) {
      await scene.course();
    },
    async perform({ provider }) {
      const { items } = await provider.listEnrollments();
      const { items: certifications } = await provider.listCertifications();
      await provider.uploadCertificate(draftFor(items[0]!, certifications[0]!));
    },
  },
  removeCertificate: {
    async before(scene) {
      await scene.certified();
    },
    async perform({ provider }) {
      const { items } = await provider.listCertificates();
      await provider.removeCertificate(items[0]!.id);
    },
  },
  createCertification: {
    perform: ({ provider }) => provider.createCertification({ id: 'c1', name: 'ITIL', requiresValidUntil: false }),
  },
  verifyCertification: {
    before: madeCertification,
    perform: (scene) => scene.as(STAFF).verifyCertification('c1'),
  },
  rejectCertification: {
    before: madeCertification,
    perform: (scene) => scene.as(STAFF).rejectCertification('c1', { reason: 'Er is een officiële naam.' }),
  },
  resetCertification: {
    async before(scene) {
      await madeCertification(scene);
      await scene.as(STAFF).verifyCertification('c1');
    },
    perform: (scene) => scene.as(STAFF).resetCertification('c1'),
  },
  putProduct: { before: begun, perform: ({ provider }) => provider.putProduct(moved) },
  removeProduct: {
    before: ({ provider }) => provider.putProduct(newProduct('itil')),
    perform: ({ provider }) => provider.removeProduct('itil'),
  },
  linkCertifications: {
    async before({ provider }) {
      await provider.putProduct(newProduct('itil'));
      await provider.createCertification({ id: 'c1', name: 'ITIL', requiresValidUntil: false });
    },
    perform: ({ provider }) => provider.linkCertifications('itil', ['c1']),
  },
  announceCancellation: { before: shortStart, perform: ({ provider }) => provider.announceCancellation('itil', 'S1') },
  withdrawCancellation: { before: announced, perform: ({ provider }) => provider.withdrawCancellation('itil', 'S1') },
  cancelStart: { before: announced, perform: ({ provider }) => provider.cancelStart('itil', 'S1') },
  putTrainer: { perform: trainer },
  recordInvitation: { before: trainer, perform: ({ provider }) => provider.recordInvitation(EMAIL) },
  confirmTrainer: { before: trainer, perform: ({ provider }) => provider.confirmTrainer(EMAIL) },
  askLink: { before: coursesTrainer, perform: ({ provider }) => provider.askLink(EMAIL, 'itil') },
  acceptLink: { before: asked, perform: ({ provider }) => provider.acceptLink(EMAIL, 'itil') },
  declineLink: { before: asked, perform: ({ provider }) => provider.declineLink(EMAIL, 'itil', { by: 'provider' }) },
  createImport: {
    async before({ provider }) {
      for (let count = 0; count < 100; count += 1) await provider.createImport(UPLOAD);
    },
    perform: ({ provider }) => provider.createImport(UPLOAD),
  },
  putImportSteps: {
    before: ({ provider }) => provider.createImport({ ...UPLOAD, id: 'i1' }),
    perform: ({ provider }) => provider.putImportSteps('i1', [newStep(1, 'itil')]),
  },
  notePlanProgress: {
    before: ({ provider }) => provider.createImport({ ...UPLOAD, id: 'i1' }),
    perform: ({ provider }) => provider.notePlanProgress('i1', { readBytes: 1, products: 1 }),
  },
  restartPlan: {
    before: ({ provider }) => provider.createImport({ ...UPLOAD, id: 'i1' }),
    perform: ({ provider }) => provider.restartPlan('i1'),
  },
  finishPlan: {
    async before({ provider }) {
      await provider.createImport({ ...UPLOAD, id: 'i1' });
      await provider.createImport({ ...UPLOAD, id: 'i2', kind: 'trainers' });
    },
    async perform({ provider }) {
      const problem = { code: 'no-products', severity: 'error', path: '', params: {} } as const;
      await provider.finishPlan('i1', { counts: NO_PLAN_COUNTS, findings: [] });
      await provider.finishPlan('i2', { counts: NO_PLAN_COUNTS, findings: [], problem });
    },
  },
  startApplying: {
    before: ({ provider }) => planned(provider, [], { input: { ...UPLOAD, id: 'i1' } }),
    perform: ({ provider }) => provider.startApplying('i1'),
  },
  applyImportStep: {
    async before(scene) {
      await begun(scene);
      await scene.provider.putProduct(newProduct('old'));
      const steps = [newStep(1, 'itil', 'update'), newStep(2, 'old', 'delete'), newStep(3, EMAIL, 'invite'), RENAMED];
      await applying(scene.provider, ...steps);
    },
    async perform({ provider }) {
      const { items } = await provider.listImports();
      const { id } = items[0]!;
      await provider.applyImportStep(id, 'itil', moved);
      await provider.applyImportStep(id, 'old');
      await provider.applyImportStep(id, EMAIL);
      await provider.applyImportStep(id, RENAMED.id, { ...moved, id: RENAMED.id });
    },
  },
  finishImport: {
    before: async ({ provider }) => {
      await planned(provider, [], { input: { ...UPLOAD, id: 'i1' } });
      await provider.startApplying('i1');
    },
    perform: ({ provider }) => provider.finishImport('i1'),
  },
  failImport: {
    before: ({ provider }) => provider.createImport({ ...UPLOAD, id: 'i1' }),
    perform: ({ provider }) =>
      provider.failImport('i1', { code: 'import-broken', severity: 'error', path: '', params: {} }),
  },
  cancelImport: {
    before: ({ provider }) => provider.createImport({ ...UPLOAD, id: 'i1' }),
    perform: ({ provider }) => provider.cancelImport('i1'),
  },
};

/** What a write leaves in the trail: nothing of it is worked out from what became of a record. */
export const auditCases: readonly AuditCase[] = [
  ...(Object.keys(PERFORMANCES) as UseCase[]).map((useCase): AuditCase => ({
    title: `writes down that ${useCase} did: ${AUDITED[useCase].join(', ') || 'nothing'}`,
    async run(scene, { trail }) {
      const { before, perform } = PERFORMANCES[useCase];
      await before?.(scene);
      const { length } = await trail();
      await perform(scene);
      const entries = (await trail()).slice(length);
      expectEqual([...new Set(entries.map(({ action }) => action))].sort(), [...AUDITED[useCase]].sort());
      expectEqual(
        entries.filter((entry) => entry.useCase !== useCase),
        [],
      );
      const actor = BY_STAFF.includes(useCase) ? STAFF : PROVIDER;
      expectEqual(
        entries.filter(({ actorId, actorRole }) => actorRole !== 'rule' && actorId !== actor.id),
        [],
      );
    },
  })),
  {
    title: 'says of each line which record it is about, who did it and when, and of a calendar’s rule that nobody did',
    async run(scene, { trail }) {
      await enrolled(scene);
      scene.now = AFTER_THE_COURSE;
      await scene.provider.changeStatus('e1', 'no-show');
      const record = { kind: 'enrollment', recordId: 'e1', enrollmentId: 'e1' };
      const by = (useCase: UseCase, at: string) => ({
        ...record,
        useCase,
        actorId: PROVIDER.id,
        actorRole: PROVIDER.role,
        at,
      });
      const created = by('createEnrollment', '2026-08-20T10:00:00.000Z');
      const changed = by('changeStatus', AFTER_THE_COURSE);
      const action = 'enrollment.change-status';
      expectEqual(
        (await trail()).map(asText),
        [
          { ...created, action: 'enrollment.create' },
          { ...created, action },
          { ...changed, actorId: 'start-date-passed', actorRole: 'rule', action },
          { ...changed, action },
        ].map(asText),
      );
    },
  },
  {
    title: 'keeps the note of whoever decides, and none where nothing was written',
    async run({ provider }, { trail }) {
      for (const [id, note] of Object.entries({ e1: 'De groep is vol.', e2: '   ' })) {
        await provider.createEnrollment({ ...newEnrollment(), id, request: true });
        await provider.declineEnrollment(id, { note });
        await provider.acceptEnrollment(id, { note });
        await provider.cancelEnrollment(id, { note });
      }
      const decisions = (await trail()).filter(({ action }) => /accept|decline|cancel/.test(action));
      const noted = decisions.map((entry) => ('note' in entry ? entry.note : 'none'));
      expectEqual(noted, [...Array<string>(3).fill('De groep is vol.'), ...Array<string>(3).fill('none')]);
    },
  },
  {
    title: 'keeps what the actor says about it, and nothing of a write that is not done',
    async run(scene, { store, trail }) {
      await enrolled(scene);
      const { length } = await trail();
      const intent = { useCase: 'moveDates', actor: PROVIDER, at: scene.now, note: 'The room is flooded' } as const;
      const row = (await store(PROVIDER).read(({ enrollments }) => enrollments.get('e1'))) as EnrollmentRow;
      const put = (isBroken: boolean) =>
        store(PROVIDER).write(intent, async ({ enrollments }) => {
          await enrollments.put({ ...row, startDate: '2026-09-01' }, 'enrollment.move-dates');
          if (isBroken) throw new Error('Not done');
        });
      await put(true).catch(() => undefined);
      expectEqual((await trail()).length, length);
      await put(false);
      const [last] = (await trail()).slice(length);
      expectEqual([last?.action, last?.note], ['enrollment.move-dates', 'The room is flooded']);
    },
  },
];

/** Whatever the order of its fields. */
function asText(entry: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))));
}
