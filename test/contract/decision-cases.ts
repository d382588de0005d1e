import type { Actor, Backend, EnrollkitError, Product } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newBooking, newStart, productWith } from './booking-cases.js';
import { newProduct } from './records.js';
import { PROVIDER, type ContractCase } from './world.js';

/** Who books for themselves: the participant of `newBooking`. */
const JAN: Actor = { id: 'jan', role: 'participant', email: 'jan@example.nl' };
const EVE: Actor = { id: 'eve', role: 'participant', email: 'eve@example.nl' };
const ACME: Actor = { id: 'hr', role: 'employer-hr', employerId: 'acme' };

function pricedProduct(more: Partial<Product> = {}): Product {
  return {
    ...productWith(newStart('S1', { maxSeats: 2 })),
    additionalCosts: [
      { id: 'hotel', type: 'accommodation', amountMinor: 5000, vat: 'excluded', vatMinor: 500, mandatory: true },
      { id: 'lunch', type: 'lunch', amountMinor: 4000, vat: 'excluded', vatMinor: 300, mandatory: false },
      { id: 'exam', type: 'examination', amountMinor: 2000, vat: 'excluded', vatMinor: 500, mandatory: false },
    ],
    discounts: [{ site: 'acme.example', percentage: '10' }],
    ...more,
  };
}

const leftOf = async (backend: Backend, startingDateId = 'S1') =>
  (await backend.getProduct('itil')).startStates.find((state) => state.startingDateId === startingDateId)?.seatsLeft;

const statesOf = (enrollment: { bookingHistory?: readonly { from?: string; to: string; by?: string }[] }) =>
  enrollment.bookingHistory?.map(({ from, to, by }) => [from, to, by]);

/** What is chosen is kept, and what becomes of a booking. Source: domain.md sections 1, 3, 4 and 6. */
export const decisionCases: readonly ContractCase[] = [
  {
    title: 'keeps what was chosen and what it cost, whatever becomes of the product',
    async run(scene) {
      const { provider, world } = scene;
      await provider.putProduct(pricedProduct());
      const choice = { selectedCosts: ['lunch'], site: 'acme.example', expectedTotalMinor: 53251, consumer: true };
      const made = await provider.createEnrollment({ ...newBooking('S1'), ...choice });
      await provider.putProduct({ ...newProduct('itil'), name: 'Another course, without a start or a cost' });
      await world.reopen();
      const { booked, consumer, bookingState } = await scene.provider.getEnrollment(made.id);
      expectEqual(booked, made.booked);
      expectEqual([consumer, bookingState], [true, 'accepted']);
      expectEqual(
        booked?.lines.map(({ id, type, grossMinor }) => [id, type, grossMinor]),
        [
          ['course', undefined, 43451],
          ['hotel', 'accommodation', 5500],
          ['lunch', 'lunch', 4300],
        ],
      );
      expectEqual(
        [booked?.totalMinor, booked?.site, booked?.audience, booked?.at],
        [53251, 'acme.example', 'standard', '2026-08-20T10:00:00.000Z'],
      );
    },
  },
  {
    title: 'refuses a booking whose price has changed, and says both totals',
    async run({ provider }) {
      await provider.putProduct(pricedProduct());
      const refused = await expectRejection(
        provider.createEnrollment({ ...newBooking('S1'), expectedTotalMinor: 50000 }),
        'conflict',
      );
      expectEqual(
        refused.issues.map(({ code, path, params }) => [code, path, params]),
        [['price-changed', 'expectedTotalMinor', { expectedTotalMinor: 50000, totalMinor: 53779 }]],
      );
      expectEqual((await provider.listEnrollments()).total, 0);
    },
  },
  {
    title: 'refuses a cost that the product does not have, and a group product on another site',
    async run({ provider }) {
      await provider.putProduct(pricedProduct());
      const cost = provider.createEnrollment({ ...newBooking('S1'), selectedCosts: ['lunch', 'sauna'] });
      expectEqual(issueCodes(await expectRejection(cost, 'invalid')), ['selectedCosts[1]: selected-cost-unknown']);
      await provider.putProduct(pricedProduct({ productType: 'group', allowedSites: ['acme.example'] }));
      const site = provider.createEnrollment({ ...newBooking('S1'), site: 'other.example' });
      expectEqual(issueCodes(await expectRejection(site, 'invalid')), ['site: site-not-allowed']);
      await provider.createEnrollment({ ...newBooking('S1'), site: 'acme.example' });
    },
  },
  {
    title: 'gives each seat once, and takes a seat back that is let go',
    async run({ provider }) {
      await provider.putProduct(pricedProduct());
      expectEqual(await leftOf(provider), 2);
      const first = await provider.createEnrollment(newBooking('S1'));
      await provider.createEnrollment({ ...newBooking('S1'), request: true });
      expectEqual(await leftOf(provider), 0);
      const refused = await expectRejection(provider.createEnrollment(newBooking('S1')), 'invalid');
      expectEqual(issueCodes(refused), ['startingDateId: start-full']);
      await provider.cancelEnrollment(first.id);
      expectEqual(await leftOf(provider), 1);
      await provider.createEnrollment(newBooking('S1'));
      expectEqual(await leftOf(provider), 0);
    },
  },
  {
    title: 'gives the last seat to one of many who book at once',
    async run({ provider }) {
      await provider.putProduct(productWith(newStart('S1', { maxSeats: 3 })));
      const tries = Array.from({ length: 12 }, () => provider.createEnrollment(newBooking('S1')));
      const outcomes = await Promise.allSettled(tries);
      expectEqual(outcomes.filter(({ status }) => status === 'fulfilled').length, 3);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expectEqual(issueCodes(outcome.reason as EnrollkitError), ['startingDateId: start-full']);
      }
      expectEqual((await provider.listEnrollments({ productId: 'itil' })).total, 3);
    },
  },
  {
    title: 'counts what the feed does not know yet against the seats that it gives',
    async run(scene) {
      const { provider } = scene;
      const product = (availableSeats: number) => productWith(newStart('S1', { availableSeats }));
      await provider.putProduct(product(2));
      scene.now = '2026-08-20T11:00:00.000Z';
      await provider.createEnrollment(newBooking('S1'));
      expectEqual(await leftOf(provider), 1);
      scene.now = '2026-08-20T12:00:00.000Z';
      // The provider's own system knows of that booking by now, and of one more.
      await provider.putProduct(product(1));
      expectEqual(await leftOf(provider), 1);
      scene.now = '2026-08-20T13:00:00.000Z';
      await provider.createEnrollment(newBooking('S1'));
      expectEqual(await leftOf(provider), 0);
      scene.now = '2026-08-20T14:00:00.000Z';
      // Neither a mended text nor another start says anything of that booking.
      await provider.putProduct({ ...product(1), description: 'Nu zonder tikfout.' });
      await provider.putProduct(productWith(newStart('S1', { availableSeats: 1 }), newStart('S2')));
      expectEqual(await leftOf(provider), 0);
    },
  },
  {
    title: 'takes from nobody but the provider a booking without a start, where there are any to come',
    async run({ provider, world }) {
      await provider.putProduct(productWith(newStart('S1', { maxSeats: 1 })));
      const open = newBooking();
      const refused = await expectRejection(world.as(JAN).createEnrollment(open), 'invalid');
      expectEqual(issueCodes(refused), ['startingDateId: start-required']);
      const asked = await world.as(JAN).createEnrollment({ ...open, request: true });
      expectEqual(statesOf(asked)?.at(-1)?.[1], 'requested');
      await provider.createEnrollment(open);
      await provider.putProduct(productWith(newStart('S1', { startDate: '2026-08-19', endDate: '2026-08-19' })));
      await world.as(JAN).createEnrollment(open);
    },
  },
  {
    title: 'lets a provider overbook knowingly, and nobody else',
    async run({ provider, world }) {
      await provider.putProduct(productWith(newStart('S1', { maxSeats: 1 })));
      await provider.createEnrollment(newBooking('S1'));
      await expectRejection(world.as(JAN).createEnrollment({ ...newBooking('S1'), overbook: true }), 'forbidden');
      const over = await provider.createEnrollment({ ...newBooking('S1'), overbook: true });
      expectEqual(over.bookingHistory?.at(-1)?.overbooked, true);
      expectEqual(await leftOf(provider), 0);
    },
  },
  {
    title: 'says of no booking that there was no seat, where there was one',
    async run({ provider }) {
      await provider.putProduct(productWith(newStart('S1', { maxSeats: 1 })));
      const within = await provider.createEnrollment({ ...newBooking('S1'), overbook: true });
      expectEqual(within.bookingHistory?.at(-1)?.overbooked, undefined);
      expectEqual(await leftOf(provider), 0);
    },
  },
  {
    title: 'books no start that is over, but records what was booked while it was not',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(productWith(newStart('S1', { startDate: '2026-08-19', endDate: '2026-08-19' })));
      const refused = await expectRejection(provider.createEnrollment(newBooking('S1')), 'invalid');
      expectEqual(issueCodes(refused), ['startingDateId: start-past']);
      await provider.createEnrollment({ ...newBooking('S1'), acceptedAt: '2026-08-10T10:00:00.000Z' });
    },
  },
  {
    title: 'asks where the price is on request, and accepts or declines with a note',
    async run(scene) {
      const { provider } = scene;
      const price = { ...newProduct('itil').price!, onRequest: true };
      await provider.putProduct({ ...newProduct('itil'), productType: 'in-company', price });
      const asked = await provider.createEnrollment(newBooking());
      expectEqual([asked.bookingState, asked.status, asked.booked?.display], ['requested', 'unknown', 'on-request']);
      expectEqual((await provider.listEnrollments({ bookingState: 'requested' })).total, 1);

      scene.now = '2026-08-20T11:00:00.000Z';
      await expectRejection(provider.changeStatus(asked.id, 'completed'), 'invalid');
      const declined = await provider.declineEnrollment(asked.id, { note: 'De groep is te klein.' });
      expectEqual([declined.bookingState, declined.status], ['declined', 'unknown']);
      expectEqual(declined.bookingHistory?.at(-1)?.note, 'De groep is te klein.');
      expectEqual((await provider.declineEnrollment(asked.id)).version, declined.version);

      const accepted = await provider.acceptEnrollment(asked.id);
      expectEqual([accepted.bookingState, accepted.status], ['accepted', 'enrolled']);
      expectEqual(statesOf(accepted), [
        [undefined, 'requested', 'p.devries'],
        ['requested', 'declined', 'p.devries'],
        ['declined', 'accepted', 'p.devries'],
      ]);
      const late = await expectRejection(provider.declineEnrollment(asked.id), 'invalid');
      expectEqual(issueCodes(late), ['bookingState: booking-already-decided']);
      expectEqual((await provider.listEnrollments({ bookingState: ['requested', 'declined'] })).total, 0);
    },
  },
  {
    title: 'refuses a note that is too long',
    async run({ provider }) {
      await provider.putProduct(newProduct('itil'));
      const asked = await provider.createEnrollment({ ...newBooking(), request: true });
      const refused = await expectRejection(provider.declineEnrollment(asked.id, { note: 'x'.repeat(501) }), 'invalid');
      expectEqual(issueCodes(refused), ['note: value-too-long']);
    },
  },
  {
    title: 'accepts a declined request again only while there is a seat',
    async run({ provider }) {
      await provider.putProduct(productWith(newStart('S1', { maxSeats: 1 })));
      const asked = await provider.createEnrollment({ ...newBooking('S1'), request: true });
      await provider.declineEnrollment(asked.id);
      await provider.createEnrollment(newBooking('S1'));
      const refused = await expectRejection(provider.acceptEnrollment(asked.id), 'invalid');
      expectEqual(issueCodes(refused), ['startingDateId: start-full']);
      expectEqual((await provider.acceptEnrollment(asked.id, { overbook: true })).bookingState, 'accepted');
    },
  },
  {
    title: 'lets a participant and HR book for their own, and for nobody else',
    async run({ provider, world }) {
      await provider.putProduct(pricedProduct());
      const own = await world.as(JAN).createEnrollment({ ...newBooking('S1'), expectedTotalMinor: 53779 });
      expectEqual([own.status, own.booked?.totalMinor], ['enrolled', 53779]);
      await expectRejection(world.as(EVE).createEnrollment(newBooking('S1')), 'forbidden');
      await expectRejection(
        world.as(JAN).createEnrollment({ ...newBooking('S1'), startDate: '2020-01-01' }),
        'forbidden',
      );
      await expectRejection(
        world.as(JAN).createEnrollment({ ...newBooking('S1'), acceptedAt: '2020-01-01T00:00:00.000Z' }),
        'forbidden',
      );
      expectEqual((await world.as(ACME).createEnrollment(newBooking('S1'))).participant.employerId, 'acme');
      const { participant } = newBooking();
      const elsewhere = { ...newBooking('S1'), participant: { ...participant, employerId: 'other' } };
      await expectRejection(world.as(ACME).createEnrollment(elsewhere), 'forbidden');
      await expectRejection(world.as(JAN).createEnrollment({ ...newBooking(), productId: 'nothing' }), 'invalid');
    },
  },
  {
    title: 'lets a consumer withdraw within the period, once, with what was stated',
    async run(scene) {
      const { provider, world } = scene;
      await provider.putProduct(pricedProduct());
      const made = await world.as(JAN).createEnrollment({ ...newBooking('S1'), consumer: true });
      scene.now = '2026-08-20T11:00:00.000Z';
      const statement = { name: 'Jan Jansen', email: 'prive@example.nl' };
      await expectRejection(world.as(EVE).withdrawEnrollment(made.id, statement), 'not-found');
      const withdrawn = await world.as(JAN).withdrawEnrollment(made.id, statement);
      expectEqual(
        [withdrawn.bookingState, withdrawn.status, withdrawn.withdrawal],
        ['withdrawn', 'cancelled', statement],
      );
      expectEqual(withdrawn.history.at(-1)?.cause, { kind: 'rule', rule: 'enrollment-withdrawn' });
      expectEqual((await world.as(JAN).withdrawEnrollment(made.id, statement)).version, withdrawn.version);
      expectEqual(await leftOf(provider), 2);
    },
  },
  {
    title: 'lets nobody withdraw who booked for a company, or after the period',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(pricedProduct());
      const statement = { name: 'Jan Jansen', email: 'jan@example.nl' };
      const company = await provider.createEnrollment(newBooking('S1'));
      const none = await expectRejection(provider.withdrawEnrollment(company.id, statement), 'invalid');
      expectEqual(issueCodes(none), ['bookingState: withdrawal-for-consumers-only']);
      const acceptedAt = '2026-08-01T10:00:00.000Z';
      const old = await provider.createEnrollment({ ...newBooking('S1'), consumer: true, acceptedAt });
      const late = await expectRejection(provider.withdrawEnrollment(old.id, statement), 'invalid');
      expectEqual(issueCodes(late), ['bookingState: withdrawal-period-over']);
    },
  },
  {
    title: 'tells whoever shows a product that its seats have changed',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(pricedProduct());
      const heard = await scene.listen(PROVIDER);
      const made = await provider.createEnrollment(newBooking('S1'));
      const told = (await heard.changes()).map(({ kind, id }) => `${kind} ${id}`);
      expectEqual([...new Set(told)].sort(), [`enrollment ${made.id}`, 'product itil']);
      heard.stop();
    },
  },
];
