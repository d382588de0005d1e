import type { Actor, StoredTrainer } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newStep, planned, UPLOAD } from './import-records.js';
import { newProduct } from './records.js';
import { PROVIDER, type FullCase } from './world.js';

const OURS: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const THEIRS: Actor = { id: 'b1', role: 'provider', providerId: 'beta' };
const EVA = { email: 'Eva@Example.nl', firstName: 'Eva', bio: '<p>Trainer</p>' };

/** Trainers: invited, known, confirmed. */
export const trainerCases: readonly FullCase[] = [
  {
    title: 'invites a trainer that nobody knows, under one spelling of the address',
    async run(scene) {
      const heard = await scene.listen(PROVIDER);
      const invited = await scene.provider.putTrainer(EVA);
      expectEqual(invited, {
        ...EVA,
        email: 'eva@example.nl',
        state: 'invited',
        invitedAt: scene.now,
        version: 1,
      });
      expectEqual(await scene.provider.getTrainer('EVA@example.nl '), invited);
      expectEqual((await scene.provider.listTrainers({ emails: ['EVA@example.nl', 'x@y.nl'] })).items, [invited]);
      expectEqual(await heard.changes(), [{ kind: 'trainer', id: 'eva@example.nl' }]);
      await expectRejection(scene.provider.getTrainer('x@y.nl'), 'not-found');
    },
  },
  {
    title: 'replaces the profile of a known trainer and keeps the rest',
    async run(scene) {
      const { invitedAt } = await scene.provider.putTrainer(EVA);
      await scene.provider.recordInvitation('eva@example.nl');
      scene.now = '2026-08-21T10:00:00.000Z';
      const confirmed = await scene.provider.confirmTrainer('eva@example.nl', { expectedVersion: 2 });
      expectEqual([confirmed.state, confirmed.confirmedAt, confirmed.version], ['confirmed', scene.now, 3]);
      expectEqual(await scene.provider.confirmTrainer('eva@example.nl'), confirmed);

      const replaced = await scene.provider.putTrainer({ email: 'eva@example.nl', lastName: 'Bos' });
      const { invitationSentAt } = confirmed;
      expectEqual(replaced, {
        email: 'eva@example.nl',
        lastName: 'Bos',
        state: 'confirmed',
        invitedAt,
        ...(invitationSentAt !== undefined && { invitationSentAt }),
        confirmedAt: scene.now,
        version: 4,
      });
      expectEqual(await scene.provider.putTrainer(replaced, { expectedVersion: 4 }), replaced);
      await expectRejection(scene.provider.putTrainer(EVA, { expectedVersion: 1 }), 'conflict');
    },
  },
  {
    title: 'keeps what trainers say of themselves, and shows who confirmed with their courses, never an address',
    async run(scene) {
      const { provider } = scene;
      const emails = ['Eva@Example.nl', 'ada@example.nl', 'nobody@example.nl'];
      await provider.putProduct({ ...newProduct('itil'), trainerEmails: emails });
      await provider.putTrainer(EVA);
      await provider.putTrainer({ email: 'ada@example.nl', firstName: 'Ada' });
      const visitor = scene.as({ id: 'v', role: 'visitor' });
      expectEqual((await visitor.getProduct('itil')).trainers, undefined);
      const profile = { firstName: 'Eva', lastName: 'de Vries', bio: '<p>Twintig jaar.</p>', telephone: '030' };
      const own = await provider.confirmTrainer('eva@example.nl', { profile, expectedVersion: 1 });
      expectEqual([own.state, own.ownProfile, own.lastName, own.version], ['confirmed', true, 'de Vries', 2]);
      expectEqual(await provider.confirmTrainer('eva@example.nl', { profile }), own);
      await provider.confirmTrainer('ada@example.nl');

      const shown = [{ name: 'Eva de Vries', bio: '<p>Twintig jaar.</p>' }, { name: 'Ada' }];
      const seen = await visitor.getProduct('itil');
      expectEqual([seen.trainers, seen.trainerEmails], [shown, []]);
      expectEqual((await visitor.listProducts()).items[0]?.trainers, shown);
      const read = await provider.getProduct('itil');
      expectEqual(await provider.putProduct(read, { expectedVersion: 1 }), {
        ...read,
        trainers: undefined,
        allowed: undefined,
      });

      const steps = [newStep(1, 'eva@example.nl', 'update'), newStep(2, 'ada@example.nl', 'update')];
      await planned(provider, steps, { input: { ...UPLOAD, id: 'i1', kind: 'trainers' } });
      await provider.startApplying('i1');
      await provider.applyImportStep('i1', 'eva@example.nl', { email: 'eva@example.nl', lastName: 'Feed' });
      await provider.applyImportStep('i1', 'ada@example.nl', { email: 'ada@example.nl', lastName: 'Feed' });
      expectEqual(await provider.getTrainer('eva@example.nl'), own);
      expectEqual((await provider.getTrainer('ada@example.nl')).lastName, 'Feed');
    },
  },
  {
    title: 'lets a trainer ask for a course and the provider decide, and keeps that through imports',
    async run(scene) {
      const { provider } = scene;
      const [email, visitor] = ['eva@example.nl', scene.as({ id: 'v', role: 'visitor' })];
      const shown = async () => (await visitor.getProduct('itil')).trainers?.map(({ name }) => name) ?? [];
      const stateOf = ({ links = [] }: StoredTrainer) =>
        links.map(({ askedBy, state, decidedBy }) => [askedBy, state, decidedBy]);
      const waiting = async () => (await provider.listTrainers({ hasAsked: true })).total;
      await provider.putProduct(newProduct('itil'));
      await provider.putTrainer(EVA);
      await provider.confirmTrainer(email);
      await expectRejection(provider.acceptLink(email, 'itil'), 'not-found');
      await expectRejection(provider.askLink(email, 'nothing'), 'not-found');
      expectEqual(await waiting(), 0);

      const asked = await provider.askLink('EVA@example.nl', 'itil');
      const link = { productId: 'itil', askedBy: 'trainer', state: 'asked', askedAt: scene.now } as const;
      expectEqual([asked.links, asked.version, await waiting(), await shown()], [[link], 3, 1, []]);
      expectEqual(await provider.askLink(email, 'itil'), asked);

      const declined = await provider.declineLink(email, 'itil', { by: 'provider' });
      expectEqual([stateOf(declined), await waiting()], [[['trainer', 'declined', 'provider']], 0]);
      expectEqual(await provider.askLink(email, 'itil'), declined);
      const accepted = await provider.acceptLink(email, 'itil');
      expectEqual([stateOf(accepted), await shown()], [[['trainer', 'accepted', 'provider']], ['Eva']]);
      expectEqual(await provider.acceptLink(email, 'itil'), accepted);

      const read = await provider.getProduct('itil');
      expectEqual(read.linkedTrainers, [email]);
      expectEqual((await visitor.getProduct('itil')).linkedTrainers, []);
      await provider.putProduct({ ...newProduct('itil'), name: 'ITIL 4' });
      await provider.putTrainer({ ...EVA, firstName: 'Eef' });
      expectEqual(await shown(), ['Eef']);
      expectEqual((await provider.getTrainer(email)).links, accepted.links);

      await provider.declineLink(email, 'itil', { by: 'trainer' });
      expectEqual(await shown(), []);
      await expectRejection(provider.acceptLink(email, 'itil'), 'not-found');
      expectEqual(stateOf(await provider.askLink(email, 'itil')), [['trainer', 'asked', undefined]]);
      expectEqual(await waiting(), 1);
    },
  },
  {
    title: 'lets a trainer decline a course that names them, whatever a feed says later, and take that back',
    async run(scene) {
      const { provider } = scene;
      const [email, visitor] = ['eva@example.nl', scene.as({ id: 'v', role: 'visitor' })];
      const shown = async () => (await visitor.getProduct('itil')).trainers?.map(({ name }) => name) ?? [];
      const named = { ...newProduct('itil'), trainerEmails: ['Eva@example.nl'] };
      await provider.putProduct(named);
      const confirmed = await provider.putTrainer(EVA).then(() => provider.confirmTrainer(email));
      expectEqual([await provider.askLink(email, 'itil'), await shown()], [confirmed, ['Eva']]);
      const declined = await provider.declineLink(email, 'itil', { by: 'trainer' });
      expectEqual(await provider.declineLink(email, 'itil', { by: 'trainer' }), declined);
      await provider.putProduct({ ...named, name: 'ITIL 4' });
      expectEqual([declined.links?.[0]?.askedBy, await shown()], ['provider', []]);
      await expectRejection(provider.declineLink(email, 'itil', { by: 'provider' }), 'not-found');
      await provider.askLink(email, 'itil');
      expectEqual(await shown(), ['Eva']);
      await provider.putProduct(newProduct('itil'));
      expectEqual(await shown(), []);
      await expectRejection(provider.declineLink(email, 'itil', { by: 'trainer' }), 'not-found');
      const wrong = await expectRejection(provider.declineLink(email, 'itil', { by: 'us' as 'trainer' }), 'invalid');
      expectEqual(issueCodes(wrong).length, 1);
    },
  },
  {
    title: 'links trainers and courses of one provider only, and no course of some sites that doesn’t name them',
    async run(scene) {
      const { email } = await scene.as(OURS).putTrainer(EVA);
      await scene.as(THEIRS).putProduct(newProduct('theirs'));
      await scene.as(OURS).putProduct({ ...newProduct('group'), allowedSites: ['north'] });
      for (const id of ['theirs', 'group']) await expectRejection(scene.as(OURS).askLink(email, id), 'not-found');
      await scene.as(OURS).putProduct(newProduct('ours'));
      await scene.as(OURS).askLink(email, 'ours');
      for (const actor of [THEIRS, { id: 'u1', role: 'participant', email } as const]) {
        await expectRejection(scene.as(actor).askLink(email, 'ours'), 'not-found');
        await expectRejection(scene.as(actor).acceptLink(email, 'ours'), 'not-found');
        await expectRejection(scene.as(actor).declineLink(email, 'ours', { by: 'provider' }), 'not-found');
        expectEqual((await scene.as(actor).listTrainers({ hasAsked: true })).total, 0);
      }
    },
  },
  {
    title: 'finds the trainers whose invitation has yet to be mailed',
    async run({ provider }) {
      for (const name of ['a', 'b', 'c']) await provider.putTrainer({ email: `${name}@example.nl` });
      const mailed = await provider.recordInvitation('B@example.nl');
      expectEqual(await provider.recordInvitation('b@example.nl'), mailed);
      await provider.confirmTrainer('c@example.nl');
      const emailsOf = async (query: Parameters<typeof provider.listTrainers>[0]) =>
        (await provider.listTrainers(query)).items.map(({ email }) => email);
      expectEqual(await emailsOf({ isInvitationSent: false }), ['a@example.nl', 'c@example.nl']);
      expectEqual(await emailsOf({ isInvitationSent: false, state: 'invited' }), ['a@example.nl']);
      expectEqual(await emailsOf({ isInvitationSent: true }), ['b@example.nl']);
      expectEqual(await emailsOf({ size: 1, offset: 1 }), ['b@example.nl']);
    },
  },
  {
    title: 'shows trainers to their provider only',
    async run(scene) {
      await scene.as(OURS).putTrainer(EVA);
      const outsiders: Actor[] = [
        THEIRS,
        { id: 's1', role: 'platform-staff' },
        { id: 'u1', role: 'participant', email: 'eva@example.nl' },
        { ...OURS, enrollmentIds: ['e1'] },
      ];
      for (const actor of outsiders) {
        expectEqual(await scene.as(actor).listTrainers(), { items: [], total: 0 });
        await expectRejection(scene.as(actor).getTrainer('eva@example.nl'), 'not-found');
        await expectRejection(scene.as(actor).confirmTrainer('eva@example.nl'), 'not-found');
      }
      const staff = scene.as({ id: 's1', role: 'platform-staff' });
      await expectRejection(staff.putTrainer({ email: 'x@y.nl' }), 'forbidden');
      const foreign = { email: 'x@y.nl', providerId: 'beta' };
      await expectRejection(scene.as(OURS).putTrainer(foreign), 'forbidden');
      const wrong = await expectRejection(scene.provider.putTrainer({ email: 'eva' }), 'invalid');
      expectEqual(issueCodes(wrong), ['email: email-invalid']);
    },
  },
];
