import { hasErrorCode, type Enrollment } from '@enrollkit/core';
import { expectEqual, expectRejection, expectTrue, issueCodes } from './assertions.js';
import { draftFor, newEnrollment, newProduct, pdf } from './records.js';
import { PROVIDER, type ContractCase } from './world.js';

/** What holds for every write: versions, idempotency keys, events, stopping, lasting. */
export const writeCases: readonly ContractCase[] = [
  {
    title: 'refuses a stale version and shows the record as it is now',
    async run(scene) {
      const { id } = await scene.provider.createEnrollment(newEnrollment());
      await scene.provider.changeStatus(id, 'completed', { expectedVersion: 1 });
      scene.now = '2026-09-01T10:00:00.000Z';
      const refused = await expectRejection(
        scene.provider.changeStatus(id, 'no-show', { expectedVersion: 1 }),
        'conflict',
      );
      expectEqual(refused.current, await scene.provider.getEnrollment(id));
      expectEqual((refused.current as Enrollment).status, 'completed');
    },
  },
  {
    title: 'lets one of two simultaneous changes of the same version win',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      const outcomes = await Promise.allSettled([
        provider.changeStatus(id, 'no-show', { expectedVersion: 1 }),
        provider.changeStatus(id, 'completed', { expectedVersion: 1 }),
      ]);
      expectEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expectTrue(hasErrorCode(refused?.reason, 'conflict'), 'the other one is told of the conflict');
      expectEqual((await provider.getEnrollment(id)).version, 2);
    },
  },
  {
    title: 'answers the same idempotency key with the first answer and makes no second record',
    async run(scene) {
      const options = { idempotencyKey: 'click-1' };
      const first = await scene.provider.createEnrollment(newEnrollment(), options);
      await scene.provider.changeStatus(first.id, 'no-show');
      scene.now = '2026-08-21T10:00:00.000Z';
      expectEqual(await scene.provider.createEnrollment(newEnrollment(), options), first);
      expectEqual((await scene.provider.listEnrollments()).total, 1);
    },
  },
  {
    title: 'answers an idempotency key again for nobody who has the same name and may do less',
    async run(scene) {
      const options = { idempotencyKey: 'click-1' };
      const { id, participant } = await scene.provider.createEnrollment(newEnrollment());
      await scene.provider.changeStatus(id, 'completed', options);
      const namesake = scene.as({ id: PROVIDER.id, role: 'participant', email: participant.email });
      await expectRejection(namesake.changeStatus(id, 'completed', options), 'forbidden');
    },
  },
  {
    title: 'answers simultaneous requests with one idempotency key alike',
    async run({ provider }) {
      const create = () => provider.createEnrollment(newEnrollment(), { idempotencyKey: 'click-1' });
      const answers = await Promise.all([create(), create(), create()]);
      expectEqual(new Set(answers.map(({ id }) => id)).size, 1);
      expectEqual((await provider.listEnrollments()).total, 1);
    },
  },
  {
    title: 'refuses an idempotency key that was used for something else',
    async run({ provider }) {
      const options = { idempotencyKey: 'click-1' };
      const { id } = await provider.createEnrollment(newEnrollment(), options);
      const otherMethod = await expectRejection(provider.changeStatus(id, 'no-show', options), 'invalid');
      expectEqual(issueCodes(otherMethod), ['idempotencyKey: idempotency-key-reused']);
      const otherInput = { ...newEnrollment(), endDate: '2026-09-13' };
      await expectRejection(provider.createEnrollment(otherInput, options), 'invalid');
      expectEqual((await provider.getEnrollment(id)).status, 'enrolled');
    },
  },
  {
    title: 'answers a repeated upload with the first certificate, whatever happened since',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const options = { idempotencyKey: 'upload-1' };
      const first = await scene.provider.uploadCertificate(draftFor(enrollment, certification), options);
      await scene.provider.cancelEnrollment(enrollment.id);
      expectEqual(await scene.provider.uploadCertificate(draftFor(enrollment, certification), options), first);
    },
  },
  {
    title: 'forgets idempotency keys after a month, not before',
    async run(scene) {
      const create = (idempotencyKey: string) => scene.provider.createEnrollment(newEnrollment(), { idempotencyKey });
      const first = await create('k');
      scene.now = '2026-09-18T10:00:00.000Z';
      await create('other');
      expectEqual((await create('k')).id, first.id);
      scene.now = '2026-09-25T10:00:00.000Z';
      await create('third');
      expectTrue((await create('k')).id !== first.id, 'a new record after a month');
    },
  },
  {
    title: 'tells every change after it is done, and nothing about what was refused',
    async run(scene) {
      const { provider } = scene;
      const heard = await scene.listen(PROVIDER);
      const { id } = await provider.createEnrollment(newEnrollment());
      await provider.changeStatus(id, 'no-show');
      await provider.changeStatus(id, 'no-show');
      await provider.changeStatus(id, 'completed', { expectedVersion: 1 }).catch(() => undefined);
      await provider.putProduct(newProduct('itil'));
      expectEqual(await heard.changes(), [
        { kind: 'enrollment', id },
        { kind: 'enrollment', id },
        { kind: 'product', id: 'itil' },
      ]);

      const other = await scene.listen(PROVIDER);
      await heard.changes();
      heard.stop();
      await provider.cancelEnrollment(id);
      expectEqual(await other.changes(), [{ kind: 'enrollment', id }]);
      expectEqual(heard.sofar(), []);
    },
  },
  {
    title: 'lets a listener read the change it hears of',
    async run(scene) {
      const { provider } = scene;
      const { id } = await provider.createEnrollment(newEnrollment());
      const seen = new Promise<string>((resolve, reject) => {
        provider.subscribe((change) => {
          if (change.id !== id) return;
          // One that is told after the end finds everything closed, and nobody listens to that any more.
          provider.getEnrollment(id).then(({ status }) => status === 'did-not-pass' && resolve(status), reject);
        });
      });
      // Once this one hears, the other does.
      await scene.listen(PROVIDER);
      await provider.changeStatus(id, 'did-not-pass');
      expectEqual(await seen, 'did-not-pass');
    },
  },
  {
    title: 'does nothing when it is stopped beforehand',
    async run({ provider }) {
      const signal = AbortSignal.abort();
      await expectRejection(provider.createEnrollment(newEnrollment(), { signal }), 'aborted');
      await expectRejection(provider.listEnrollments({}, { signal }), 'aborted');
      expectEqual((await provider.listEnrollments()).total, 0);
    },
  },
  {
    title: 'leaves nothing of an upload that is stopped halfway',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const heard = await scene.listen(PROVIDER);
      const stop = new AbortController();
      const draft = { ...draftFor(enrollment, certification), file: pdf('x'.repeat(3_000_000)) };
      const onProgress = ({ sentBytes }: { readonly sentBytes: number }) => {
        if (sentBytes > 0) stop.abort();
      };
      const upload = scene.provider.uploadCertificate(draft, { signal: stop.signal, onProgress });
      await expectRejection(upload, 'aborted');
      expectEqual((await scene.provider.listCertificates()).total, 0);
      expectEqual(await scene.provider.getEnrollment(enrollment.id), enrollment);
      expectEqual(await heard.changes(), []);
    },
  },
  {
    title: 'keeps everything over a restart',
    async run(scene) {
      const { enrollment, certificate } = await scene.certified();
      const before = await scene.provider.getEnrollment(enrollment.id);
      await scene.world.reopen();
      expectEqual(await scene.provider.getEnrollment(enrollment.id), before);
      expectEqual((await scene.provider.listCertificates()).items, [certificate]);
      const file = await scene.provider.openCertificateFile(certificate.id);
      expectEqual(file.size, certificate.file.sizeBytes);
    },
  },
];
