import { hasErrorCode, type Actor, type Change } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import type { Heard } from './heard.js';
import { newBooking, newStart, productWith } from './booking-cases.js';
import { draftFor, newEnrollment, newProduct } from './records.js';
import type { ContractCase, Scene } from './world.js';

const OURS: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const THEIRS: Actor = { id: 'b1', role: 'provider', providerId: 'beta' };
const STAFF: Actor = { id: 's1', role: 'platform-staff' };
const JAN: Actor = { id: 'u1', role: 'participant', email: 'JAN@example.nl' };
const EVA: Actor = { id: 'u2', role: 'participant', email: 'eva@example.nl' };
const ACME_HR: Actor = { id: 'h1', role: 'employer-hr', employerId: 'acme' };
const OTHER_HR: Actor = { id: 'h2', role: 'employer-hr', employerId: 'bolt' };

/** Totals of what an actor finds. */
async function totals(scene: Scene, actor: Actor) {
  const backend = scene.as(actor);
  const [enrollments, certificates, products, certifications] = await Promise.all([
    backend.listEnrollments(),
    backend.listCertificates(),
    backend.listProducts(),
    backend.listCertifications(),
  ]);
  return [enrollments.total, certificates.total, products.total, certifications.total];
}

/** Who finds what: tenants, participants, employers, staff, narrowed tokens. */
export const isolationCases: readonly ContractCase[] = [
  {
    title: 'makes what a provider creates the provider’s own',
    async run(scene) {
      const { enrollment, product, certification } = await scene.course(scene.as(OURS));
      expectEqual([enrollment.providerId, product.providerId, certification.providerId], ['alfa', 'alfa', 'alfa']);
      const foreign = { ...newEnrollment(), providerId: 'beta' };
      await expectRejection(scene.as(OURS).createEnrollment(foreign), 'forbidden');
    },
  },
  {
    title: 'hides everything of one provider from another',
    async run(scene) {
      const { enrollment, certificate, certification } = await scene.certified(scene.as(OURS));
      for (const actor of [THEIRS, { id: 'x', role: 'provider' } as const]) {
        const other = scene.as(actor);
        expectEqual(await totals(scene, actor), [0, 0, 0, 0]);
        await expectRejection(other.getEnrollment(enrollment.id), 'not-found');
        await expectRejection(other.changeStatus(enrollment.id, 'no-show'), 'not-found');
        await expectRejection(other.cancelEnrollment(enrollment.id), 'not-found');
        await expectRejection(other.getCertificate(certificate.id), 'not-found');
        await expectRejection(other.openCertificateFile(certificate.id), 'not-found');
        await expectRejection(other.removeCertificate(certificate.id), 'not-found');
        await expectRejection(other.getProduct(enrollment.productId), 'not-found');
        await expectRejection(other.uploadCertificate(draftFor(enrollment, certification)), 'not-found');
      }
      expectEqual(await totals(scene, OURS), [1, 1, 1, 1]);
    },
  },
  {
    title: 'does not overwrite or show another provider’s record under the same id',
    async run(scene) {
      const ours = await scene.as(OURS).putProduct(newProduct('itil'));
      const ourEnrollment = await scene.as(OURS).createEnrollment({ ...newEnrollment(), id: 'e1' });
      const putTheirs = scene.as(THEIRS).putProduct({ ...newProduct('itil'), name: 'Their course' });
      const createTheirs = scene.as(THEIRS).createEnrollment({ ...newEnrollment(), id: 'e1', productId: 'theirs' });
      if (scene.world.idsArePerProvider) {
        const [product, enrollment] = [await putTheirs, await createTheirs];
        expectEqual([product.providerId, enrollment.providerId], ['beta', 'beta']);
        await scene.as(THEIRS).changeStatus('e1', 'no-show');
        expectEqual(await scene.as(THEIRS).getProduct('itil'), { ...product, allowed: ['enrollment.create'] });
        expectEqual((await scene.as(THEIRS).getEnrollment('e1')).status, 'no-show');
        expectEqual(await totals(scene, THEIRS), [1, 0, 1, 0]);
        // Who deals with both providers must say which is meant.
        await expectRejection(scene.as(STAFF).getEnrollment('e1'), 'not-found');
        expectEqual((await scene.as({ ...STAFF, providerId: 'alfa' }).getEnrollment('e1')).providerId, 'alfa');
      } else {
        const product = await expectRejection(putTheirs, 'invalid');
        const enrollment = await expectRejection(createTheirs, 'invalid');
        expectEqual([issueCodes(product), issueCodes(enrollment)], [['id: id-taken'], ['id: id-taken']]);
        expectEqual([product.current, enrollment.current], [undefined, undefined]);
        expectEqual(await totals(scene, THEIRS), [0, 0, 0, 0]);
      }
      expectEqual(await scene.as(OURS).getProduct('itil'), { ...ours, allowed: ['enrollment.create'] });
      expectEqual(await scene.as(OURS).getEnrollment('e1'), ourEnrollment);
      expectEqual(await totals(scene, OURS), [1, 0, 1, 0]);
      const own = scene.as(OURS).createEnrollment({ ...newEnrollment(), id: 'e1' });
      await expectRejection(own, 'conflict');
    },
  },
  {
    title: 'books nothing of one provider with another',
    async run(scene) {
      await scene.as(OURS).putProduct(productWith(newStart('S1', { maxSeats: 2 })));
      const booking = newBooking('S1');
      const theirs = await scene.as(THEIRS).createEnrollment(booking);
      expectEqual([theirs.providerId, theirs.booked], ['beta', undefined]);
      const refused = await expectRejection(
        scene.as(JAN).createEnrollment({ ...booking, providerId: 'beta' }),
        'invalid',
      );
      expectEqual(issueCodes(refused), ['productId: unknown-product']);
      const ours = await scene.as(OURS).createEnrollment(booking);
      expectEqual([ours.providerId, typeof ours.booked?.totalMinor], ['alfa', 'number']);
      expectEqual((await scene.as(OURS).getProduct('itil')).startStates[0]?.seatsLeft, 1);
    },
  },
  {
    title: 'does not give one actor the answer to another’s idempotency key',
    async run(scene) {
      const options = { idempotencyKey: 'click-1' };
      const ours = await scene.as(OURS).createEnrollment(newEnrollment(), options);
      const theirs = await scene.as(THEIRS).createEnrollment(newEnrollment(), options);
      expectEqual([ours.providerId, theirs.providerId], ['alfa', 'beta']);
    },
  },
  {
    title: 'tells a provider nothing of another’s changes',
    async run(scene) {
      const heard = await scene.listen(THEIRS);
      await scene.as(OURS).createEnrollment(newEnrollment());
      expectEqual(await heard.changes(), []);
      const { id } = await scene.as(THEIRS).createEnrollment(newEnrollment());
      expectEqual(await heard.changes(), [{ kind: 'enrollment', id, providerId: 'beta' }]);
    },
  },
  {
    title: 'tells a participant and HR nothing of other people’s records',
    async run(scene) {
      const ours = scene.as(OURS);
      const { enrollment, certification } = await scene.course(ours);
      const concerned = [await scene.listen(JAN), await scene.listen(ACME_HR)];
      const others = [await scene.listen(EVA), await scene.listen(OTHER_HR)];
      const expectHeard = async (wanted: readonly Change['kind'][]) => {
        // Of products and certifications everybody may know.
        const kindsOf = async (heard: Heard) =>
          (await heard.changes()).map(({ kind }) => kind).filter((kind) => kind !== 'certification');
        for (const heard of concerned) expectEqual(await kindsOf(heard), wanted);
        for (const heard of others) expectEqual(await kindsOf(heard), []);
      };

      await ours.changeStatus(enrollment.id, 'no-show');
      await expectHeard(['enrollment']);
      await ours.uploadCertificate(draftFor(enrollment, certification, 'not verified yet'));
      await expectHeard(['enrollment']);
      await scene.as(STAFF).verifyCertification(certification.id);
      const { id } = await ours.uploadCertificate(draftFor(enrollment, certification, 'verified'));
      await expectHeard(['certificate', 'enrollment']);
      await ours.removeCertificate(id);
      // Nobody can read it any more: what there is to see is that their enrollment changed.
      await expectHeard(['enrollment']);
      for (const heard of [...concerned, ...others]) heard.stop();
    },
  },
  {
    title: 'shows a certificate to participant, employer and staff once its certification is verified',
    async run(scene) {
      const { certificate, certification } = await scene.certified(scene.as(OURS));
      const certificatesOf = async (actor: Actor) => (await scene.as(actor).listCertificates()).total;
      const everyone = [OURS, JAN, ACME_HR, STAFF, EVA, OTHER_HR];
      expectEqual(await Promise.all(everyone.map(certificatesOf)), [1, 0, 0, 0, 0, 0]);
      await expectRejection(scene.as(JAN).openCertificateFile(certificate.id), 'not-found');

      await scene.as(STAFF).verifyCertification(certification.id);
      expectEqual(await Promise.all(everyone.map(certificatesOf)), [1, 1, 1, 1, 0, 0]);
      const opened = await scene.as(JAN).openCertificateFile(certificate.id);
      expectEqual(opened.size, certificate.file.sizeBytes);
      await expectRejection(scene.as(EVA).openCertificateFile(certificate.id), 'not-found');
    },
  },
  {
    title: 'shows participant and employer their own enrollments, to read only',
    async run(scene) {
      const { enrollment } = await scene.course(scene.as(OURS));
      for (const actor of [JAN, ACME_HR]) {
        expectEqual((await scene.as(actor).getEnrollment(enrollment.id)).id, enrollment.id);
        expectEqual((await scene.as(actor).listEnrollments({ email: 'jan@example.nl' })).total, 1);
        await expectRejection(scene.as(actor).changeStatus(enrollment.id, 'completed'), 'forbidden');
      }
      for (const actor of [EVA, OTHER_HR]) {
        expectEqual((await scene.as(actor).listEnrollments()).total, 0);
        await expectRejection(scene.as(actor).getEnrollment(enrollment.id), 'not-found');
      }
    },
  },
  {
    title: 'shows nothing to an actor that does not say whose records are meant',
    async run(scene) {
      await scene.certified();
      // A server doesn't even let somebody in whose token leaves that out.
      const unlessRefused = (error: unknown) => {
        if (hasErrorCode(error, 'unauthorized')) return [0, 0, 0, 0];
        throw error;
      };
      for (const actor of [
        { id: 'u3', role: 'participant' },
        { id: 'h3', role: 'employer-hr' },
      ] as const) {
        expectEqual(await totals(scene, actor).catch(unlessRefused), [0, 0, 0, 0]);
      }
    },
  },
  {
    title: 'keeps a widget’s token to its enrollment',
    async run(scene) {
      const { enrollment, certification } = await scene.certified(scene.as(OURS));
      const other = await scene.certified(scene.as(OURS));
      const widget = scene.as({ ...OURS, enrollmentIds: [enrollment.id] });
      expectEqual(
        (await widget.listEnrollments()).items.map(({ id }) => id),
        [enrollment.id],
      );
      expectEqual((await widget.listCertificates()).total, 1);
      await expectRejection(widget.getEnrollment(other.enrollment.id), 'not-found');
      await expectRejection(widget.removeCertificate(other.certificate.id), 'not-found');
      await expectRejection(widget.putProduct(newProduct('own')), 'forbidden');
      await expectRejection(widget.createEnrollment(newEnrollment()), 'forbidden');
      await widget.getProduct(enrollment.productId);
      await widget.uploadCertificate(draftFor(enrollment, certification, 'second'));

      const heard = await scene.listen({ ...OURS, enrollmentIds: [enrollment.id] });
      await scene.as(OURS).changeStatus(other.enrollment.id, 'no-show');
      await scene.as(OURS).changeStatus(enrollment.id, 'no-show');
      expectEqual(
        (await heard.changes()).map(({ id }) => id),
        [enrollment.id],
      );
    },
  },
];
