import type { FullBackend } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newBooking, newStart, productWith } from './booking-cases.js';
import { newProduct } from './records.js';
import { PROVIDER, type FullCase, type Scene } from './world.js';

/** Starts on 1 October, needs three, and the provider wants to know two weeks before. */
const SHORT = newStart('S1', { minSeats: 3 });
const DEADLINE = { deadlineDays: 14 };

/** A start that needs three people and has two. */
async function shortStart(provider: FullBackend) {
  await provider.putProduct(productWith(SHORT, newStart('S2')));
  const booked = [await provider.createEnrollment(newBooking('S1')), await provider.createEnrollment(newBooking('S1'))];
  return booked.map(({ id }) => id);
}

async function actionsOf({ provider }: Scene<FullBackend>) {
  return (await provider.planStarts('itil', DEADLINE)).map(({ startingDateId, action, booked }) => [
    startingDateId,
    action,
    booked,
  ]);
}

/** Removed products, and starts that too few people enrolled for. */
export const startCases: readonly FullCase[] = [
  {
    title: 'keeps a removed product for those who are in it, takes no bookings for it, and restores it as it was',
    async run({ provider }) {
      const { id: certificationId } = await provider.createCertification({ name: 'ITIL', requiresValidUntil: false });
      await provider.putProduct(newProduct('itil'));
      await provider.linkCertifications('itil', [certificationId]);
      const enrollment = await provider.createEnrollment(newBooking());
      const removed = await provider.removeProduct('itil', { expectedVersion: 2 });
      expectEqual([removed.state, removed.version], ['deleted', 3]);
      expectEqual(await provider.removeProduct('itil'), removed);
      expectEqual((await provider.listProducts({ state: 'active' })).total, 0);
      expectEqual((await provider.getEnrollment(enrollment.id)).productId, 'itil');
      const refused = await expectRejection(provider.createEnrollment(newBooking()), 'invalid');
      expectEqual(issueCodes(refused), ['productId: product-deleted']);

      // Its name is free, and must be so when it comes back.
      const { name } = newProduct('itil');
      await provider.putProduct({ ...newProduct('other'), name });
      const taken = await expectRejection(provider.putProduct(newProduct('itil')), 'invalid');
      expectEqual(issueCodes(taken), ['name: name-taken']);
      await provider.putProduct(newProduct('other'));

      const restored = await provider.putProduct(newProduct('itil'));
      expectEqual([restored.state, restored.certificationIds, restored.version], ['active', [certificationId], 4]);
      expectEqual((await provider.createEnrollment(newBooking())).status, 'enrolled');
      await expectRejection(provider.removeProduct('nothing'), 'not-found');
    },
  },
  {
    title: 'counts who enrolled for a start whatever its id is',
    async run(scene) {
      const { provider } = scene;
      scene.now = '2026-09-10T10:00:00.000Z';
      for (const id of ['__proto__', 'constructor']) {
        await provider.putProduct(productWith(newStart(id, { minSeats: 1 })));
        expectEqual(await actionsOf(scene), [[id, 'announce', 0]]);
        await provider.createEnrollment(newBooking(id));
        expectEqual(await actionsOf(scene), []);
      }
    },
  },
  {
    title: 'announces that a start will be cancelled, and cancels it at the deadline with its enrollments',
    async run(scene) {
      const { provider } = scene;
      const [first = '', second = ''] = await shortStart(provider);
      const other = await provider.createEnrollment(newBooking('S2'));
      await provider.changeStatus(second, 'completed');
      scene.now = '2026-09-09T10:00:00.000Z';
      expectEqual(await actionsOf(scene), []);
      scene.now = '2026-09-10T10:00:00.000Z';
      expectEqual(await actionsOf(scene), [['S1', 'announce', 2]]);
      const unannounced = await expectRejection(provider.cancelStart('itil', 'S1'), 'invalid');
      expectEqual(issueCodes(unannounced), ['startingDateId: cancellation-not-announced']);
      const announced = await provider.announceCancellation('itil', 'S1');
      expectEqual(announced.startStates, [{ startingDateId: 'S1', cancellationAnnouncedAt: scene.now }]);
      expectEqual(await provider.announceCancellation('itil', 'S1'), announced);

      scene.now = '2026-09-16T10:00:00.000Z';
      expectEqual(await actionsOf(scene), []);
      scene.now = '2026-09-17T10:00:00.000Z';
      expectEqual(await actionsOf(scene), [['S1', 'cancel', 2]]);
      const heard = await scene.listen(PROVIDER);
      const cancelled = await provider.cancelStart('itil', 'S1', { expectedVersion: announced.version });
      expectEqual(cancelled.startStates[0]?.cancelledAt, scene.now);
      expectEqual(await heard.changes(), [
        { kind: 'product', id: 'itil' },
        { kind: 'enrollment', id: first },
      ]);
      expectEqual(await provider.cancelStart('itil', 'S1'), cancelled);
      expectEqual(await actionsOf(scene), []);

      const gone = await provider.getEnrollment(first);
      expectEqual([gone.status, gone.cancelledAt], ['cancelled', scene.now]);
      const cause = { kind: 'rule', rule: 'minimum-not-reached' };
      expectEqual(gone.history.at(-1), { from: 'enrolled', to: 'cancelled', at: scene.now, cause });
      // Who has a result, and who starts another day, keep what they have.
      expectEqual((await provider.getEnrollment(second)).status, 'completed');
      expectEqual((await provider.getEnrollment(other.id)).status, 'enrolled');
      const refused = await expectRejection(provider.createEnrollment(newBooking('S1')), 'invalid');
      expectEqual(issueCodes(refused), ['startingDateId: start-cancelled']);
      // A feed doesn't say so and doesn't undo it.
      const published = await provider.putProduct({ ...productWith(SHORT, newStart('S2')), level: 'HBO' });
      expectEqual(published.startStates, cancelled.startStates);
    },
  },
  {
    title: 'neither announces nor cancels a start of a removed product, and takes back what was announced',
    async run(scene) {
      const { provider } = scene;
      const [first = ''] = await shortStart(provider);
      scene.now = '2026-09-10T10:00:00.000Z';
      await provider.removeProduct('itil');
      const codes = async (refused: Promise<unknown>) => issueCodes(await expectRejection(refused, 'invalid'));
      expectEqual(await codes(provider.announceCancellation('itil', 'S1')), ['productId: product-deleted']);

      await provider.putProduct(productWith(SHORT, newStart('S2')));
      await provider.announceCancellation('itil', 'S1');
      await provider.removeProduct('itil');
      scene.now = '2026-09-17T10:00:00.000Z';
      expectEqual(await actionsOf(scene), []);
      expectEqual(await codes(provider.cancelStart('itil', 'S1')), ['productId: product-deleted']);
      expectEqual((await provider.getEnrollment(first)).status, 'enrolled');
      expectEqual((await provider.withdrawCancellation('itil', 'S1')).startStates, []);
    },
  },
  {
    title: 'takes the announcement back as soon as enough people enrolled',
    async run(scene) {
      const { provider } = scene;
      await shortStart(provider);
      await provider.announceCancellation('itil', 'S1');
      await provider.createEnrollment(newBooking('S1'));
      expectEqual((await provider.getProduct('itil')).startStates, []);
      const enough = await expectRejection(provider.announceCancellation('itil', 'S1'), 'invalid');
      expectEqual(issueCodes(enough), ['startingDateId: minimum-reached']);
    },
  },
  {
    title: 'cancels no start that is guaranteed, that has no minimum, or that is not there',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(
        productWith(newStart('S1', { minSeats: 3, startGuaranteed: true }), newStart('S2'), newStart('S3')),
      );
      const codes = async (startingDateId: string) =>
        issueCodes(await expectRejection(provider.announceCancellation('itil', startingDateId), 'invalid'));
      expectEqual(await codes('S1'), ['startingDateId: start-guaranteed']);
      expectEqual(await codes('S2'), ['startingDateId: minimum-reached']);
      expectEqual(await codes('S9'), ['startingDateId: unknown-starting-date']);
      scene.now = '2026-09-30T10:00:00.000Z';
      expectEqual(await actionsOf(scene), []);
      await expectRejection(provider.planStarts('nothing', DEADLINE), 'not-found');
    },
  },
  {
    title: 'withdraws an announcement when the start is moved away, and asks for it again later',
    async run(scene) {
      const { provider } = scene;
      await shortStart(provider);
      scene.now = '2026-09-12T10:00:00.000Z';
      await provider.announceCancellation('itil', 'S1');
      await provider.putProduct(productWith({ ...SHORT, startDate: '2026-12-01', endDate: '2026-12-03' }));
      expectEqual(await actionsOf(scene), [['S1', 'withdraw', 2]]);
      expectEqual((await provider.withdrawCancellation('itil', 'S1')).startStates, []);
      expectEqual(await actionsOf(scene), []);
      scene.now = '2026-11-12T10:00:00.000Z';
      expectEqual(await actionsOf(scene), [['S1', 'announce', 2]]);
    },
  },
];
