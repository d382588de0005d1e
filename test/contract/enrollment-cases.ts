import { changedBy, type EnrollmentQuery } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newEnrollment, newProduct } from './records.js';
import type { ContractCase } from './world.js';

const startingDate = {
  id: 'sd1',
  startDate: '2026-08-24',
  startDateIsMonthOnly: false,
  endDate: '2026-09-12',
  endDateIsMonthOnly: false,
  place: 'Utrecht',
  schedule: [],
};

/** Enrollments: the rules on reading, the acts, lists. */
export const enrollmentCases: readonly ContractCase[] = [
  {
    title: 'accepts an enrollment: it is enrolled and says why',
    async run({ provider, now }) {
      const { id, status, history, version, acceptedAt } = await provider.createEnrollment(newEnrollment());
      expectEqual({ status, version, acceptedAt }, { status: 'enrolled', version: 1, acceptedAt: now });
      const cause = { kind: 'rule', rule: 'enrollment-accepted' };
      expectEqual(history, [{ from: 'unknown', to: 'enrolled', at: now, cause }]);
      expectEqual((await provider.getEnrollment(id)).history, history);
    },
  },
  {
    title: 'shows an enrollment as started once its start date has passed, without a write',
    async run(scene) {
      const { id } = await scene.provider.createEnrollment(newEnrollment());
      scene.now = '2026-08-24T21:59:59.000Z';
      expectEqual((await scene.provider.getEnrollment(id)).status, 'enrolled');
      scene.now = '2026-08-24T22:00:00.000Z';
      const { status, history, version } = await scene.provider.getEnrollment(id);
      expectEqual({ status, version, last: history.at(-1)?.at }, { status: 'started', version: 1, last: scene.now });
    },
  },
  {
    title: 'finds an enrollment by the status it has by now, not by the one that was written',
    async run(scene) {
      const { id } = await scene.provider.createEnrollment(newEnrollment());
      scene.now = '2026-09-01T10:00:00.000Z';
      const started = await scene.provider.listEnrollments({ status: 'started' });
      expectEqual({ ids: started.items.map((row) => row.id), total: started.total }, { ids: [id], total: 1 });
      expectEqual((await scene.provider.listEnrollments({ status: 'enrolled' })).total, 0);
      expectEqual((await scene.provider.getEnrollment(id)).version, 1, 'a rule is no version');
    },
  },
  {
    title: 'changes a status by hand and keeps who did it and what was before',
    async run(scene) {
      const { id } = await scene.provider.createEnrollment(newEnrollment());
      scene.now = '2026-09-01T10:00:00.000Z';
      const changed = await scene.provider.changeStatus(id, 'no-show', { expectedVersion: 1 });
      expectEqual({ status: changed.status, version: changed.version }, { status: 'no-show', version: 2 });
      expectEqual(
        changed.history.map(({ to, cause }) => [to, cause.kind === 'rule' ? cause.rule : changedBy(cause)]),
        [
          ['enrolled', 'enrollment-accepted'],
          ['started', 'start-date-passed'],
          ['no-show', 'p.devries'],
        ],
      );
      expectEqual(await scene.provider.getEnrollment(id), changed);
    },
  },
  {
    title: 'makes no new version of choosing the status that is there',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      expectEqual((await provider.changeStatus(id, 'enrolled')).version, 1);
    },
  },
  {
    title: 'refuses a status that nobody can choose, and one that does not exist',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      const byHand = await expectRejection(provider.changeStatus(id, 'cancelled'), 'invalid');
      expectEqual(issueCodes(byHand), ['status: status-not-by-hand']);
      const unheardOf = await expectRejection(provider.changeStatus(id, 'gone' as 'started'), 'invalid');
      expectEqual(issueCodes(unheardOf), ['status: not-allowed']);
    },
  },
  {
    title: 'cancels for good, and once',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      const cancelled = await provider.cancelEnrollment(id);
      expectEqual({ status: cancelled.status, version: cancelled.version }, { status: 'cancelled', version: 2 });
      expectEqual(await provider.cancelEnrollment(id), cancelled);
      const refused = await expectRejection(provider.changeStatus(id, 'completed'), 'invalid');
      expectEqual(issueCodes(refused), ['status: enrollment-cancelled']);
    },
  },
  {
    title: 'completes with the invoice when the end date has passed',
    async run(scene) {
      const { id } = await scene.provider.createEnrollment(newEnrollment());
      scene.now = '2026-09-20T10:00:00.000Z';
      const completed = await scene.provider.recordInvoice(id);
      expectEqual([completed.status, completed.invoiceUploadedAt], ['completed', scene.now]);
    },
  },
  {
    title: 'moves the dates of one enrollment, and refuses an end before the start',
    async run({ provider }) {
      const { id } = await provider.createEnrollment(newEnrollment());
      const moved = await provider.moveDates(id, { startDate: '2026-10-05', endDate: '2026-10-09' });
      expectEqual([moved.startDate, moved.endDate, moved.version], ['2026-10-05', '2026-10-09', 2]);
      await expectRejection(provider.moveDates(id, { endDate: '2026-09-01' }), 'invalid');
      await expectRejection(provider.moveDates(id, { endDate: '2026-02-30' }), 'invalid');
      expectEqual((await provider.getEnrollment(id)).version, 2);
    },
  },
  {
    title: 'takes the dates of the starting date that is named, and moves along when the product moves it',
    async run({ provider }) {
      const product = { ...newProduct('prince2'), startingDates: [startingDate] };
      await provider.putProduct(product);
      const { startDate: _s, endDate: _e, ...undated } = newEnrollment();
      const copied = await provider.createEnrollment({ ...undated, startingDateId: 'sd1' });
      const moved = await provider.createEnrollment({ ...undated, startingDateId: 'sd1' });
      const other = await provider.createEnrollment(newEnrollment());
      expectEqual([copied.startDate, copied.endDate], ['2026-08-24', '2026-09-12']);

      await provider.moveDates(moved.id, { startDate: '2026-09-01' });
      await provider.putProduct({
        ...product,
        startingDates: [{ ...startingDate, startDate: '2026-10-05', endDate: '2026-10-23' }],
      });
      const after = await Promise.all([copied, moved, other].map(({ id }) => provider.getEnrollment(id)));
      expectEqual(
        after.map(({ startDate, version }) => [startDate, version]),
        [
          ['2026-10-05', 2],
          ['2026-09-01', 2],
          ['2026-08-24', 1],
        ],
        'copied follows, moved by hand stays, another stays',
      );
    },
  },
  {
    title: 'refuses a starting date that the product does not have',
    async run({ provider }) {
      await provider.putProduct(newProduct('prince2'));
      const { startDate: _s, endDate: _e, ...undated } = newEnrollment();
      const refused = await expectRejection(
        provider.createEnrollment({ ...undated, startingDateId: 'sd9' }),
        'invalid',
      );
      expectEqual(issueCodes(refused), ['startingDateId: unknown-starting-date']);
    },
  },
  {
    title: 'says for every field what is wrong with a new enrollment',
    async run({ provider }) {
      const wrong = {
        productId: '',
        participant: { name: 'Jan', email: 'no address' },
        startDate: '2026-02-30',
        acceptedAt: 'yesterday',
        paid: true,
      };
      const refused = await expectRejection(provider.createEnrollment(wrong), 'invalid');
      expectEqual(issueCodes(refused).sort(), [
        'acceptedAt: instant-invalid',
        'paid: unknown-field',
        'participant.email: email-invalid',
        'productId: required',
        'startDate: date-invalid',
      ]);
      expectEqual((await provider.listEnrollments()).total, 0);
    },
  },
  {
    title: 'filters enrollments by product, address in any case, and external id',
    async run({ provider }) {
      const jan = await provider.createEnrollment(newEnrollment());
      const eva = await provider.createEnrollment({
        ...newEnrollment(),
        productId: 'itil',
        participant: { name: 'Eva', email: 'Eva@Example.nl', externalId: 'emp-2' },
      });
      const found = async (query: Parameters<typeof provider.listEnrollments>[0]) =>
        (await provider.listEnrollments(query)).items.map(({ id }) => id);
      expectEqual(await found({ productId: 'itil' }), [eva.id]);
      expectEqual(await found({ email: 'EVA@example.NL' }), [eva.id]);
      expectEqual(await found({ externalId: 'emp-1' }), [jan.id]);
      expectEqual(await found({ productId: 'itil', externalId: 'emp-1' }), []);
      expectEqual(await found({}), [jan.id, eva.id]);
    },
  },
  {
    title:
      'finds enrollments made or written since a moment, by hand or by the calendar, and with any of several statuses',
    async run(scene) {
      const { provider } = scene;
      const first = await provider.createEnrollment(newEnrollment());
      scene.now = '2026-08-21T10:00:00.000Z';
      const second = await provider.createEnrollment({ ...newEnrollment(), startDate: '2026-08-28' });
      const found = async (query: EnrollmentQuery) => (await provider.listEnrollments(query)).items.map(({ id }) => id);
      expectEqual(await found({ createdFrom: scene.now }), [second.id]);
      expectEqual(await found({ createdFrom: '2026-08-20T12:00:00+02:00' }), [first.id, second.id]);

      // The first one's start date passes: nobody wrote, and still it isn't what it was.
      scene.now = '2026-08-25T10:00:00.000Z';
      expectEqual(await found({ updatedFrom: scene.now }), [first.id]);
      await provider.changeStatus(second.id, 'no-show');
      expectEqual(await found({ updatedFrom: scene.now }), [first.id, second.id]);
      expectEqual(await found({ status: ['started', 'no-show'] }), [first.id, second.id]);
      expectEqual(await found({ status: ['enrolled', 'no-show'] }), [second.id]);
    },
  },
  {
    title: 'pages without overlap or gap and counts all pages',
    async run({ provider }) {
      for (let count = 0; count < 53; count += 1) await provider.createEnrollment(newEnrollment());
      const byDefault = await provider.listEnrollments();
      const rest = await provider.listEnrollments({ offset: 50 });
      expectEqual([byDefault.items.length, rest.items.length, byDefault.total, rest.total], [50, 3, 53, 53]);
      const ids = [...byDefault.items, ...rest.items].map(({ id }) => id);
      expectEqual(ids, [...new Set(ids)].sort());
      expectEqual((await provider.listEnrollments({ offset: 60 })).items, []);
      for (const paging of [{ size: 0 }, { size: 501 }, { size: 1.5 }, { offset: -1 }]) {
        await expectRejection(provider.listEnrollments(paging), 'invalid');
      }
    },
  },
  {
    title: 'answers not-found for an enrollment that is not there',
    async run({ provider }) {
      await expectRejection(provider.getEnrollment('nobody'), 'not-found');
      await expectRejection(provider.changeStatus('nobody', 'started'), 'not-found');
      await expectRejection(provider.getEnrollment(undefined as unknown as string), 'not-found');
    },
  },
];
