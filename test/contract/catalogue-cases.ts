import type { Actor, Backend } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newBooking, newStart, productWith } from './booking-cases.js';
import { newEnrollment, newProduct } from './records.js';
import { PROVIDER, type ContractCase } from './world.js';

/** Products and certifications. */
export const catalogueCases: readonly ContractCase[] = [
  {
    title: 'tells a visitor of products that visitors may read, also when a booking takes a seat, and of nothing else',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct({ ...newProduct('group'), allowedSites: ['acme'] });
      await provider.putProduct({ ...productWith(newStart('S1', { maxSeats: 2 })) });
      const heard = await scene.listen({ id: 'visitor', role: 'visitor' });
      await provider.createEnrollment(newBooking('S1'));
      await provider.createCertification({ name: 'ITIL', requiresValidUntil: false });
      await provider.putProduct({ ...newProduct('group'), name: 'Not for them', allowedSites: ['acme'] });
      const told = await heard.changes();
      expectEqual(new Set(told.map(({ kind, id }) => `${kind} ${id}`)), new Set(['product itil']));
    },
  },
  {
    title: 'shows a visitor what is published of products on offer, and nothing else',
    async run(scene) {
      const { provider } = scene;
      const contactPerson = { name: 'Kim', telephone: '030', email: 'kim@example.nl' };
      await provider.putProduct({
        ...newProduct('open'),
        contactPerson,
        trainerEmails: ['ada@example.nl'],
        extraInstructionsAfterBooking: 'Code 1234',
        ltiParams: [{ key: 'secret', value: 'x' }],
        level: 'HBO',
      });
      await provider.putProduct({ ...newProduct('group'), allowedSites: ['acme'] });
      const visitor = scene.as({ id: 'visitor', role: 'visitor' });
      const shown = await visitor.getProduct('open');
      expectEqual([shown.level, shown.price?.amountMinor], ['HBO', 39900]);
      expectEqual(
        [shown.contactPerson, shown.trainerEmails, shown.extraInstructionsAfterBooking, shown.ltiParams],
        [undefined, [], undefined, []],
      );
      const { allowed, ...listed } = shown;
      expectEqual(allowed, []);
      expectEqual(await visitor.listProducts(), { items: [listed], total: 1 });
      await expectRejection(visitor.getProduct('group'), 'not-found');
      await expectRejection(
        scene.as({ id: 'v', role: 'visitor', providerId: 'other' }).getProduct('open'),
        'not-found',
      );

      const { enrollment } = await scene.course();
      await expectRejection(visitor.getEnrollment(enrollment.id), 'not-found');
      expectEqual(await visitor.getEnrollments([enrollment.id]), [undefined]);
      for (const list of [visitor.listEnrollments(), visitor.listCertificates(), visitor.listCertifications()]) {
        expectEqual((await list).total, 0);
      }
      await expectRejection(visitor.putProduct(newProduct('open')), 'forbidden');
      await expectRejection(visitor.createEnrollment(newEnrollment()), 'forbidden');
    },
  },
  {
    title: 'lists a group’s product on its own sites only, and shows it to whoever booked it',
    async run(scene) {
      const { provider } = scene;
      await provider.putProduct(newProduct('open'));
      await provider.putProduct({ ...newProduct('group'), allowedSites: ['acme', 'beta'] });
      const jan = scene.as({ id: 'jan', role: 'participant', email: 'jan@example.nl' });
      const hr = scene.as({ id: 'hr', role: 'employer-hr', employerId: 'acme' });
      const idsOn = async (backend: Backend, site?: string) =>
        (await backend.listProducts(site === undefined ? {} : { site })).items.map(({ id }) => id);
      for (const backend of [jan, hr]) {
        expectEqual(await idsOn(backend), ['open']);
        expectEqual(await idsOn(backend, 'elsewhere'), ['open']);
        expectEqual(await idsOn(backend, 'beta'), ['group', 'open']);
        await expectRejection(backend.getProduct('group'), 'not-found');
        await expectRejection(backend.getProduct('group', { site: 'elsewhere' }), 'not-found');
        expectEqual((await backend.getProduct('group', { site: 'acme' })).id, 'group');
      }
      const staff = scene.as({ id: 's', role: 'platform-staff' });
      for (const backend of [provider, staff]) expectEqual(await idsOn(backend), ['group', 'open']);
      expectEqual(await idsOn(scene.as({ id: 'v', role: 'visitor' }), 'acme'), ['open']);
      // Nor do they book there what they can't see.
      const participant = { name: 'Jan Jansen', email: 'jan@example.nl' };
      for (const site of [undefined, 'elsewhere']) {
        const booking = jan.createEnrollment({ productId: 'group', participant, ...(site && { site }) });
        expectEqual(issueCodes(await expectRejection(booking, 'invalid')), ['site: site-not-allowed']);
      }
      await provider.createEnrollment({ ...newEnrollment(), productId: 'group', site: 'acme' });
      for (const backend of [jan, hr]) expectEqual((await backend.getProduct('group')).id, 'group');
      const other = scene.as({ id: 'eva', role: 'participant', email: 'eva@example.nl' });
      await expectRejection(other.getProduct('group'), 'not-found');
    },
  },
  {
    title: 'gives a name to one product on offer: capitals and spaces make no other',
    async run(scene) {
      const { provider } = scene;
      const named = (id: string, name: string) => ({ ...newProduct(id), name });
      await provider.putProduct(named('a', 'Élan 1'));
      for (const name of ['Élan 1', 'élan  1', ' ÉLAN 1\u00a0']) {
        const refused = await expectRejection(provider.putProduct({ ...named('b', name), language: 'en' }), 'invalid');
        expectEqual(issueCodes(refused), ['name: name-taken']);
        expectEqual(refused.issues[0]?.params, { productId: 'a' });
      }
      await expectRejection(provider.getProduct('b'), 'not-found');
      // Its own name is nobody else's, and a longer one another.
      await provider.putProduct({ ...named('a', 'ÉLAN 1'), level: 'HBO' });
      await provider.putProduct(named('c', `Élan 1${'x'.repeat(200)}`));
      await provider.putProduct(named('d', `Élan 1${'x'.repeat(200)}y`));
      // Of two at the same time one gets it.
      const both = ['e', 'f'].map((id) => provider.putProduct(named(id, 'Samen')));
      const outcomes = await Promise.allSettled(both);
      expectEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    },
  },
  {
    title: 'creates a product and replaces it as a whole, but keeps its certifications',
    async run({ provider }) {
      const { id } = await provider.createCertification({ name: 'ITIL', requiresValidUntil: true });
      const created = await provider.putProduct({ ...newProduct('itil'), level: 'HBO' });
      expectEqual(created, {
        ...newProduct('itil'),
        level: 'HBO',
        state: 'active',
        certificationIds: [],
        startStates: [],
        publishedAt: '2026-08-20T10:00:00.000Z',
        version: 1,
      });
      await provider.linkCertifications('itil', [id, id], { expectedVersion: 1 });
      const replaced = await provider.putProduct({ ...newProduct('itil'), name: 'ITIL 4' });
      expectEqual(replaced, {
        ...newProduct('itil'),
        name: 'ITIL 4',
        state: 'active',
        certificationIds: [id],
        startStates: [],
        publishedAt: '2026-08-20T10:00:00.000Z',
        version: 3,
      });
      expectEqual(await provider.getProduct('itil'), { ...replaced, allowed: ['enrollment.create'] });
    },
  },
  {
    title: 'takes a product without its lists, which are empty then',
    async run({ provider }) {
      const { id, name, description, language, productType, courseType } = newProduct('itil');
      const small = { id, name, description, language, productType, courseType };
      const { price: _price, ...empty } = newProduct('itil');
      const kept = await provider.putProduct(small);
      expectEqual(kept, {
        ...empty,
        state: 'active',
        certificationIds: [],
        startStates: [],
        publishedAt: '2026-08-20T10:00:00.000Z',
        version: 1,
      });
      expectEqual((await provider.putProduct(empty)).version, 1);
      const { schedule, ...start } = newStart('S1');
      const begun = await provider.putProduct({ ...small, moments: ['evening'], startingDates: [start] });
      expectEqual([begun.moments, begun.startingDates], [['evening'], [{ ...start, schedule: [] }]]);
      expectEqual(schedule, []);
      expectEqual(await provider.putProduct(small), { ...kept, version: 3 });
    },
  },
  {
    title: 'takes a product back that was read from it, and makes no version of what is the same',
    async run(scene) {
      const created = await scene.provider.putProduct(newProduct('itil'));
      const heard = await scene.listen(PROVIDER);
      expectEqual(await scene.provider.putProduct(created, { expectedVersion: 1 }), created);
      expectEqual(await heard.changes(), []);
      const again = await scene.provider.putProduct({ ...created, level: 'HBO' }, { expectedVersion: 1 });
      expectEqual(again, { ...created, level: 'HBO', version: 2 });
    },
  },
  {
    title: 'refuses a stale product, and a version of a product that is not there',
    async run({ provider }) {
      await provider.putProduct(newProduct('itil'));
      const current = await provider.putProduct({ ...newProduct('itil'), name: 'ITIL 4' });
      const refused = await expectRejection(
        provider.putProduct(newProduct('itil'), { expectedVersion: 1 }),
        'conflict',
      );
      expectEqual(refused.current, current);
      await expectRejection(provider.putProduct(newProduct('new'), { expectedVersion: 1 }), 'not-found');
      await expectRejection(provider.getProduct('new'), 'not-found');
    },
  },
  {
    title: 'says for every field what is wrong with a product',
    async run({ provider }) {
      const { name: _, ...nameless } = newProduct('itil');
      const wrong = {
        ...nameless,
        price: { amountMinor: 9.5, vat: 'high', period: 'all', complete: true },
        additionalCosts: [{ id: 'c1', type: 'lunch', amountMinor: -1, vat: 'exempt', mandatory: 'yes' }],
      };
      const refused = await expectRejection(provider.putProduct(wrong as never), 'invalid');
      expectEqual(issueCodes(refused).sort(), [
        'additionalCosts[0].amountMinor: out-of-range',
        'additionalCosts[0].mandatory: wrong-type',
        'name: required',
        'price.amountMinor: wrong-type',
        'price.vat: not-allowed',
      ]);
    },
  },
  {
    title: 'lists products by id and by state',
    async run({ provider }) {
      for (const id of ['b', 'a', 'c']) await provider.putProduct(newProduct(id));
      const { items, total } = await provider.listProducts({ size: 2, state: 'active' });
      expectEqual([items.map(({ id }) => id), total], [['a', 'b'], 3]);
      expectEqual((await provider.listProducts({ state: 'deleted' })).total, 0);
    },
  },
  {
    title: 'creates a certification, not verified, and refuses its id a second time',
    async run({ provider }) {
      const input = { id: 'itil', name: 'ITIL', description: 'Foundation', requiresValidUntil: true };
      const created = await provider.createCertification(input);
      expectEqual(created, { ...input, verified: false, verification: 'pending', allowed: [], version: 1 });
      const refused = await expectRejection(provider.createCertification(input), 'conflict');
      expectEqual(refused.current, created);
      const nameless = await expectRejection(
        provider.createCertification({ name: ' ', requiresValidUntil: false }),
        'invalid',
      );
      expectEqual(issueCodes(nameless), ['name: required']);
    },
  },
  {
    title: 'lists the certifications that a product can lead to',
    async run({ provider }) {
      await provider.putProduct(newProduct('itil'));
      const linked = await provider.createCertification({ name: 'ITIL', requiresValidUntil: true });
      await provider.createCertification({ name: 'Lean', requiresValidUntil: false });
      expectEqual(await provider.listCertifications({ productId: 'itil' }), { items: [], total: 0 });
      await provider.linkCertifications('itil', [linked.id]);
      expectEqual(await provider.listCertifications({ productId: 'itil' }), { items: [linked], total: 1 });
      expectEqual((await provider.listCertifications()).total, 2);
      await expectRejection(provider.listCertifications({ productId: 'nothing' }), 'not-found');
    },
  },
  {
    title: 'says to each reader of a product whether they can book it',
    async run(scene) {
      await scene.provider.putProduct(newProduct('itil'));
      const books = async (actor: Actor) => (await scene.as(actor).getProduct('itil')).allowed;
      const { enrollment } = await scene.course();
      const canBook: readonly Actor[] = [
        PROVIDER,
        { id: 'jan', role: 'participant', email: 'Jan@example.nl' },
        { id: 'piet', role: 'participant', externalId: 'P-1' },
        { id: 'hr', role: 'employer-hr', employerId: 'acme' },
      ];
      const can = ['enrollment.create'] as const;
      for (const actor of canBook) expectEqual(await books(actor), can, JSON.stringify(actor));
      const canOnlyRead: readonly Actor[] = [
        { id: 'v', role: 'visitor' },
        { id: 's', role: 'platform-staff' },
        { ...PROVIDER, enrollmentIds: [enrollment.id] },
      ];
      for (const actor of canOnlyRead) expectEqual(await books(actor), [], JSON.stringify(actor));
      // What was read can be put back, and is no part of what is kept.
      const read = await scene.provider.getProduct('itil');
      expectEqual((await scene.provider.putProduct(read)).version, 1);
      expectEqual((await scene.provider.listProducts({ ids: ['itil'] })).items[0]?.allowed, undefined);
    },
  },
  {
    title: 'links no certification that does not exist',
    async run({ provider }) {
      const product = await provider.putProduct(newProduct('itil'));
      const refused = await expectRejection(provider.linkCertifications('itil', ['nothing']), 'invalid');
      expectEqual(issueCodes(refused), ['certificationIds[0]: unknown-certification']);
      expectEqual(await provider.getProduct('itil'), { ...product, allowed: ['enrollment.create'] });
    },
  },
];
