import type { Certificate, CertificateAnswer, CertificateRequest, Enrollment, StatusAnswer } from '@enrollkit/core';
import { expectEqual, expectRejection, expectTrue, issueCodes } from './assertions.js';
import { draftFor, newEnrollment, pdf } from './records.js';
import { PROVIDER, type ContractCase } from './world.js';

const PARTICIPANT = { id: 'jan', role: 'participant', email: 'jan@example.nl' } as const;

/** Many enrollments at once. */
export const manyCases: readonly ContractCase[] = [
  {
    title: 'reads many enrollments in the order they are asked for, with a gap where there is none',
    async run(scene) {
      const { provider } = scene;
      const first = await provider.createEnrollment(newEnrollment());
      const second = await provider.createEnrollment(newEnrollment());
      scene.now = '2026-09-01T10:00:00.000Z';
      const asked = [second.id, 'nothing', first.id, '', second.id];
      const found = await provider.getEnrollments(asked);
      expectEqual(
        found.map((enrollment) => enrollment && [enrollment.id, enrollment.status]),
        [[second.id, 'started'], undefined, [first.id, 'started'], undefined, [second.id, 'started']],
      );
      expectEqual(found[0], await provider.getEnrollment(second.id));
      expectEqual(await provider.getEnrollments([]), []);
    },
  },
  {
    title: 'gives nobody another person’s enrollment, however many are asked for',
    async run(scene) {
      const mine = await scene.provider.createEnrollment(newEnrollment());
      const theirs = await scene.provider.createEnrollment({
        ...newEnrollment(),
        participant: { name: 'Ada', email: 'ada@example.nl' },
      });
      const found = await scene.as(PARTICIPANT).getEnrollments([theirs.id, mine.id]);
      expectEqual(
        found.map((enrollment) => enrollment?.id),
        [undefined, mine.id],
      );
    },
  },
  {
    title: 'refuses to read or change more than 500 at once, and does none of it',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      const many = Array.from({ length: 501 }, () => id);
      expectEqual(issueCodes(await expectRejection(provider.getEnrollments(many), 'invalid')), ['ids: too-many-items']);
      const changes = many.map((each) => ({ id: each, to: 'no-show' }) as const);
      const refused = await expectRejection(provider.changeStatuses(changes), 'invalid');
      expectEqual(issueCodes(refused), ['changes: too-many-items']);
      expectEqual((await provider.getEnrollment(id)).status, 'enrolled');
    },
  },
  {
    title: 'changes many statuses each by itself, and says for each what became of it',
    async run(scene) {
      const { provider } = scene;
      const [a, b, c] = [
        await provider.createEnrollment(newEnrollment()),
        await provider.createEnrollment(newEnrollment()),
        await provider.createEnrollment(newEnrollment()),
      ];
      await provider.cancelEnrollment(b.id);
      const answers = await provider.changeStatuses([
        { id: a.id, to: 'no-show', expectedVersion: 1 },
        { id: b.id, to: 'completed' },
        { id: 'nothing', to: 'completed' },
        { id: c.id, to: 'completed', expectedVersion: 7 },
        { id: c.id, to: 'cancelled' },
        { id: c.id, to: 'did-not-pass', cause: { kind: 'host', name: 'Moodle' } },
        { id: c.id, to: 'completed' },
        { id: c.id, to: 'finished' as never },
      ]);
      expectEqual(answers.map(outcome), [
        'no-show',
        'invalid',
        'not-found',
        'conflict 1',
        'invalid',
        'did-not-pass',
        'completed',
        'invalid',
      ]);
      expectEqual((await provider.getEnrollment(a.id)).status, 'no-show');
      const { status, history } = await provider.getEnrollment(c.id);
      expectEqual(status, 'completed');
      expectEqual(history.at(-2)?.cause, { kind: 'host', name: 'Moodle' });
      expectEqual(await provider.changeStatuses([]), []);
    },
  },
  {
    title: 'changes many statuses once, however often the same call comes',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      const changes = [
        { id, to: 'no-show' },
        { id, to: 'completed' },
      ] as const;
      const first = await provider.changeStatuses(changes, { idempotencyKey: 'k1' });
      const again = await provider.changeStatuses(changes, { idempotencyKey: 'k1' });
      expectEqual(again.map(outcome), first.map(outcome));
      expectEqual((await provider.getEnrollment(id)).version, 3);
    },
  },
  {
    title: 'stores many certificates each by itself, and says for each what became of it',
    async run(scene) {
      const { provider } = scene;
      const { enrollment: a, certification, product } = await scene.course();
      const booking = { ...newEnrollment(), productId: product.id };
      const [b, c] = [await provider.createEnrollment(booking), await provider.createEnrollment(booking)];
      await provider.cancelEnrollment(c.id);
      const heard = await scene.listen(PROVIDER);
      const one = (enrollment: Enrollment, text: string): CertificateRequest => ({
        ...draftFor(enrollment, certification),
        file: pdf(text),
      });
      const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.pdf');
      const answers = await provider.uploadCertificates([
        one(a, '1'),
        one(b, '1'),
        one(a, '1'),
        one(a, '2'),
        one(c, '3'),
        { ...one(b, '4'), enrollmentId: 'nothing' },
        { ...one(b, '5'), validFrom: '2026-02-30' },
        { ...one(b, ''), file: svg },
      ]);
      expectEqual(answers.map(stored), [
        a.id,
        b.id,
        `duplicate of ${a.id}`,
        a.id,
        'invalid',
        'not-found',
        'invalid',
        'unsupported-media-type',
      ]);
      const [first] = answers;
      const { items, total } = await provider.listCertificates();
      expectEqual(total, 3);
      expectEqual(
        first && 'certificate' in first && items.find(({ id }) => id === first.certificate.id),
        first && 'certificate' in first && first.certificate,
      );
      const { status, version, history } = await provider.getEnrollment(a.id);
      expectEqual([status, version], ['completed', 3]);
      expectEqual(history.filter(({ to }) => to === 'completed').length, 1);
      const changes = await heard.changes();
      expectEqual(
        changes
          .filter(({ kind }) => kind === 'certificate')
          .map(({ enrollmentId }) => enrollmentId)
          .sort(),
        [a.id, a.id, b.id].sort(),
      );
      expectEqual(await provider.uploadCertificates([]), []);
    },
  },
  {
    title: 'stores many certificates once, however often they come, together or alone',
    async run(scene) {
      const { provider } = scene;
      const { enrollment, certification, product } = await scene.course();
      const other = await provider.createEnrollment({ ...newEnrollment(), productId: product.id });
      const first = { ...draftFor(enrollment, certification), file: pdf('1') };
      const second = { ...draftFor(other, certification), file: pdf('2') };
      const alone = await provider.uploadCertificate(first, { idempotencyKey: 'k1' });
      const together = [{ ...first, idempotencyKey: 'k1' }, second];
      const answers = await provider.uploadCertificates(together, { idempotencyKey: 'all' });
      expectEqual(answers.map(stored), [enrollment.id, other.id]);
      expectEqual(answers[0], { certificate: alone });
      expectEqual(await provider.uploadCertificates(together, { idempotencyKey: 'all' }), answers);
      const reused = await provider.uploadCertificates([{ ...second, idempotencyKey: 'k1' }]);
      expectEqual(reused.map(stored), ['invalid']);
      expectEqual((await provider.listCertificates()).total, 2);
    },
  },
  {
    title: 'stores no certificate for somebody who may not, nor more than 500 at once',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const draft = draftFor(enrollment, certification);
      const many = Array.from({ length: 501 }, () => draft);
      const refused = await expectRejection(scene.provider.uploadCertificates(many), 'invalid');
      expectEqual(issueCodes(refused), ['uploads: too-many-items']);
      const stranger = scene.as({ ...PROVIDER, enrollmentIds: ['another'] });
      expectEqual((await stranger.uploadCertificates([draft])).map(stored), ['not-found']);
      expectEqual((await scene.provider.listCertificates()).total, 0);
    },
  },
  {
    title: 'says with every enrollment what the one who asked may do with it',
    async run(scene) {
      const created = await scene.provider.createEnrollment(newEnrollment());
      const { id } = created;
      expectTrue(created.allowed?.includes('enrollment.change-status') ?? false, 'the provider may change the status');
      expectTrue(created.allowed?.includes('certificate.upload') ?? false, 'the provider may upload a certificate');
      const changed = await scene.provider.changeStatus(id, 'no-show');
      expectEqual(changed.allowed, created.allowed, 'with a change');
      expectEqual((await scene.provider.listEnrollments()).items[0]?.allowed, created.allowed, 'in a list');
      const stale = await expectRejection(
        scene.provider.changeStatus(id, 'completed', { expectedVersion: 1 }),
        'conflict',
      );
      expectEqual((stale.current as typeof created).allowed, created.allowed, 'with a conflict');
      const hr = { id: 'hr', role: 'employer-hr', employerId: 'acme' } as const;
      expectEqual((await scene.as(PARTICIPANT).getEnrollment(id)).allowed, ['enrollment.withdraw'], 'the participant');
      expectEqual((await scene.as(hr).getEnrollment(id)).allowed, [], 'HR');
    },
  },
  {
    title: 'keeps by what name somebody changed a status, and what a host saw',
    async run(scene) {
      const { id } = await scene.provider.createEnrollment(newEnrollment());
      await scene.as({ ...PROVIDER, id: 'wp:5', name: 'Kim de Vries' }).changeStatus(id, 'no-show');
      const cause = { kind: 'host', name: 'Moodle', detail: 'cursus voltooid' } as const;
      const { history, status } = await scene.provider.changeStatus(id, 'completed', { cause });
      expectEqual(
        history.slice(-2).map((change) => change.cause),
        [{ kind: 'manual', by: 'wp:5', name: 'Kim de Vries' }, cause],
      );
      expectEqual((await scene.provider.getEnrollment(id)).history, history);
      // It holds against a rule whose moment lay before it, as what a person chose does.
      scene.now = '2026-10-01T10:00:00.000Z';
      expectEqual([status, (await scene.provider.getEnrollment(id)).status], ['completed', 'completed']);
      const nameless = { kind: 'host', name: ' ' } as const;
      const refused = await expectRejection(scene.provider.changeStatus(id, 'no-show', { cause: nameless }), 'invalid');
      expectEqual(issueCodes(refused), ['cause.name: required']);
    },
  },
  {
    title: 'finds a participant by the key in the provider’s system as well as by address',
    async run(scene) {
      const { provider } = scene;
      const { enrollment: byKey, certificate } = await scene.certified();
      const byMail = await provider.createEnrollment({
        ...newEnrollment(),
        participant: { name: 'Jan Jansen', email: 'jan.other@example.nl' },
      });
      await provider.createEnrollment({ ...newEnrollment(), participant: { name: 'Ada', email: 'ada@example.nl' } });
      await scene.as({ id: 'staff', role: 'platform-staff' }).verifyCertification(certificate.certificationId);
      const both = scene.as({ id: 'lms-7', role: 'participant', externalId: 'emp-1', email: 'JAN.other@example.nl' });
      expectEqual((await both.listEnrollments()).items.map(({ id }) => id).sort(), [byKey.id, byMail.id].sort());
      const keyOnly = scene.as({ id: 'lms-7', role: 'participant', externalId: 'emp-1' });
      expectEqual(
        (await keyOnly.listEnrollments()).items.map(({ id }) => id),
        [byKey.id],
      );
      expectEqual((await keyOnly.getEnrollment(byKey.id)).id, byKey.id);
      expectEqual(
        (await keyOnly.listCertificates()).items.map(({ id }) => id),
        [certificate.id],
      );
      expectEqual((await keyOnly.getCertificate(certificate.id)).id, certificate.id);
      await expectRejection(keyOnly.getEnrollment(byMail.id), 'not-found');
      const other = scene.as({ id: 'lms-8', role: 'participant', externalId: 'emp' });
      expectEqual([(await other.listEnrollments()).total, (await other.listCertificates()).total], [0, 0]);
      // The same key at another provider is another person.
      const elsewhere = scene.as({ id: 'lms-7', role: 'participant', externalId: 'emp-1', providerId: 'other' });
      expectEqual((await elsewhere.listEnrollments()).total, 0);
      await expectRejection(elsewhere.getEnrollment(byKey.id), 'not-found');
    },
  },
];

function outcome(answer: StatusAnswer): string {
  if ('enrollment' in answer) return answer.enrollment.status;
  const { code, current } = answer.problem;
  return current === undefined ? code : `${code} ${(current as { version: number }).version}`;
}

function stored(answer: CertificateAnswer): string {
  if ('certificate' in answer) return answer.certificate.enrollmentId;
  const { code, current } = answer.problem;
  return code === 'duplicate' ? `duplicate of ${(current as Certificate).enrollmentId}` : code;
}
