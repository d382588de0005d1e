import type { Backend, BackendFacts, ChangePort, ManyPort } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newStart } from './booking-cases.js';
import { newEnrollment, newProduct, pdf } from './records.js';
import { PROVIDER, type ContractCase, type Scene } from './world.js';

// What every call can be told beside what it is about. The tables lack no method of a backend: one that is added doesn't
// compile until it is here, and an adapter that forgets what it was told is named.

const STAFF = { id: 'staff', role: 'platform-staff' } as const;

type Method = Exclude<keyof Backend, keyof BackendFacts | keyof ChangePort>;
type ReadName = Extract<Method, `${'get' | 'list' | 'open'}${string}`>;
type WriteName = Exclude<Method, ReadName>;

/** What a method is told last. */
type OptionsOf<Name extends Method> =
  Required<Parameters<Backend[Name]>> extends readonly [...unknown[], infer Options] ? Options : never;
/** The writes whose options can say this; many at once have their own for each of them. */
type WriteWith<Key extends PropertyKey> = {
  [Name in Exclude<WriteName, keyof ManyPort>]: Key extends keyof OptionsOf<Name> ? Name : never;
}[Exclude<WriteName, keyof ManyPort>];

/** One record of each kind. */
interface Records {
  readonly enrollmentId: string;
  readonly productId: string;
  readonly certificationId: string;
  readonly certificateId: string;
}

const READS: { readonly [Name in ReadName]: (backend: Backend, ids: Records, options: OptionsOf<Name>) => unknown } = {
  getEnrollment: (backend, { enrollmentId }, options) => backend.getEnrollment(enrollmentId, options),
  getEnrollments: (backend, { enrollmentId }, options) => backend.getEnrollments([enrollmentId], options),
  listEnrollments: (backend, _, options) => backend.listEnrollments({}, options),
  openInvoiceFile: (backend, { enrollmentId }, options) => backend.openInvoiceFile(enrollmentId, options),
  getCertificate: (backend, { certificateId }, options) => backend.getCertificate(certificateId, options),
  listCertificates: (backend, _, options) => backend.listCertificates({}, options),
  openCertificateFile: (backend, { certificateId }, options) => backend.openCertificateFile(certificateId, options),
  listCertifications: (backend, _, options) => backend.listCertifications({}, options),
  getProduct: (backend, { productId }, options) => backend.getProduct(productId, options),
  listProducts: (backend, _, options) => backend.listProducts({}, options),
};

const WRITES: { readonly [Name in WriteName]: (backend: Backend, ids: Records, options: OptionsOf<Name>) => unknown } =
  {
    createEnrollment: (backend, { productId }, options) =>
      backend.createEnrollment({ ...newEnrollment(), productId }, options),
    changeStatus: (backend, { enrollmentId }, options) => backend.changeStatus(enrollmentId, 'no-show', options),
    changeStatuses: (backend, { enrollmentId: id }, options) =>
      backend.changeStatuses([{ id, to: 'no-show' }], options),
    acceptEnrollment: (backend, { enrollmentId }, options) => backend.acceptEnrollment(enrollmentId, options),
    declineEnrollment: (backend, { enrollmentId }, options) => backend.declineEnrollment(enrollmentId, options),
    withdrawEnrollment: (backend, { enrollmentId }, options) =>
      backend.withdrawEnrollment(enrollmentId, { name: 'Jan Jansen', email: 'jan@example.nl' }, options),
    cancelEnrollment: (backend, { enrollmentId }, options) => backend.cancelEnrollment(enrollmentId, options),
    recordInvoice: (backend, { enrollmentId }, options) => backend.recordInvoice(enrollmentId, options),
    uploadInvoice: (backend, { enrollmentId }, options) => backend.uploadInvoice(enrollmentId, pdf('invoice'), options),
    moveDates: (backend, { enrollmentId }, options) =>
      backend.moveDates(enrollmentId, { startDate: '2026-08-25', endDate: '2026-09-13' }, options),
    correctEnrollment: (backend, { enrollmentId }, options) =>
      backend.correctEnrollment(enrollmentId, { name: 'Jan Janssen' }, options),
    changeStart: (backend, { enrollmentId }, options) => backend.changeStart(enrollmentId, 'S2', options),
    uploadCertificate: (backend, ids, options) => backend.uploadCertificate(draftOf(ids), options),
    uploadCertificates: (backend, ids, options) => backend.uploadCertificates([draftOf(ids)], options),
    removeCertificate: (backend, { certificateId }, options) => backend.removeCertificate(certificateId, options),
    createCertification: (backend, _, options) =>
      backend.createCertification({ name: 'ITIL', requiresValidUntil: false }, options),
    verifyCertification: (backend, { certificationId }, options) =>
      backend.verifyCertification(certificationId, options),
    rejectCertification: (backend, { certificationId }, options) =>
      backend.rejectCertification(certificationId, { ...options, reason: 'Er is een officiële naam.' }),
    resetCertification: (backend, { certificationId }, options) => backend.resetCertification(certificationId, options),
    putProduct: (backend, { productId }, options) =>
      backend.putProduct({ ...newProduct(productId), name: 'Another name' }, options),
    linkCertifications: (backend, { productId }, options) => backend.linkCertifications(productId, [], options),
  };

/** Which writes can be told what: the compiler asks for each, and for no other. */
const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[];
const UNVERSIONED = { createEnrollment: true, createCertification: true, uploadCertificate: true } as const;
const NOTED = {
  changeStatus: true,
  acceptEnrollment: true,
  declineEnrollment: true,
  cancelEnrollment: true,
  correctEnrollment: true,
  changeStart: true,
} as const;
const VERSIONED = {
  ...NOTED,
  withdrawEnrollment: true,
  recordInvoice: true,
  uploadInvoice: true,
  moveDates: true,
  removeCertificate: true,
  verifyCertification: true,
  rejectCertification: true,
  resetCertification: true,
  putProduct: true,
  linkCertifications: true,
} as const;
const noted = namesOf<WriteWith<'note'>>(NOTED);
const versioned = namesOf<WriteWith<'expectedVersion'>>(VERSIONED);
const keyed = namesOf<WriteWith<'idempotencyKey'>>({ ...UNVERSIONED, ...VERSIONED });

function draftOf({ enrollmentId, certificationId }: Records) {
  return { enrollmentId, certificationId, file: pdf('second'), validFrom: '2026-09-12', showsResults: false };
}

/** As whoever may do it. */
function writerOf(scene: Scene, name: WriteName): Backend {
  return scene.as(/^(verify|reject|reset)/.test(name) ? STAFF : PROVIDER);
}

/** Whatever the options of a method are: what is said here each of them knows. */
function ask(name: Method, backend: Backend, ids: Records, options: object): Promise<unknown> {
  const methods = { ...READS, ...WRITES } as Readonly<
    Record<Method, (backend: Backend, ids: Records, options: object) => unknown>
  >;
  return Promise.resolve(methods[name](backend, ids, options));
}

async function recordsIn(scene: Scene): Promise<Records> {
  const { enrollment, certification, certificate } = await scene.certified();
  const { id: enrollmentId, productId } = enrollment;
  await scene.provider.putProduct({ ...newProduct(productId), startingDates: [newStart('S2')] });
  return { enrollmentId, productId, certificationId: certification.id, certificateId: certificate.id };
}

/** What is stored of them. */
async function stored({ provider }: Scene, { enrollmentId, productId }: Records): Promise<unknown> {
  return [
    await provider.getEnrollment(enrollmentId),
    await provider.getProduct(productId),
    await provider.listEnrollments(),
    await provider.listCertificates(),
    await provider.listCertifications(),
  ];
}

/** Each of these writes, one after the other; they change nothing. */
async function refuseAll(
  scene: Scene,
  names: readonly WriteName[],
  options: object,
  expectRefused: (answer: Promise<unknown>, name: WriteName) => Promise<void>,
): Promise<void> {
  const ids = await recordsIn(scene);
  const before = await stored(scene, ids);
  for (const name of names) await expectRefused(ask(name, writerOf(scene, name), ids, options), name);
  expectEqual(await stored(scene, ids), before);
}

/** What holds for every call, whatever it is about. */
export const optionCases: readonly ContractCase[] = [
  {
    title: 'does nothing of all that it can be asked when it is stopped beforehand',
    async run(scene) {
      const ids = await recordsIn(scene);
      const before = await stored(scene, ids);
      for (const name of Object.keys({ ...READS, ...WRITES }) as Method[]) {
        const answer = ask(name, scene.provider, ids, { signal: AbortSignal.abort() });
        await expectRejection(answer, 'aborted', name);
      }
      expectEqual(await stored(scene, ids), before);
    },
  },
  {
    title: 'refuses a stale version in every write that can be told one',
    run: (scene) =>
      refuseAll(scene, versioned, { expectedVersion: 99 }, async (answer, name) => {
        await expectRejection(answer, 'conflict', name);
      }),
  },
  {
    title: 'looks at the idempotency key of every write',
    async run(scene) {
      const options = { idempotencyKey: 'click-1' };
      const [used] = [await scene.course(), await scene.provider.createCertification(newCertification(), options)];
      await scene.as(STAFF).verifyCertification(used.certification.id, options);
      await refuseAll(scene, keyed, options, async (answer, name) => {
        const refused = await expectRejection(answer, 'invalid', name);
        expectEqual(issueCodes(refused), ['idempotencyKey: idempotency-key-reused'], name);
      });
    },
  },
  {
    title: 'reads the note of every write that takes one',
    run: (scene) =>
      refuseAll(scene, noted, { note: 'x'.repeat(501) }, async (answer, name) => {
        expectEqual(issueCodes(await expectRejection(answer, 'invalid', name)), ['note: value-too-long'], name);
      }),
  },
];

function newCertification() {
  return { name: 'Scrum', requiresValidUntil: false };
}
