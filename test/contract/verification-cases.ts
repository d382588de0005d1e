import type { Actor } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { PROVIDER, type ContractCase } from './world.js';

const STAFF: Actor = { id: 's1', role: 'platform-staff' };
const JAN: Actor = { id: 'jan', role: 'participant', email: 'jan@example.nl' };

/** What platform staff make of certifications. */
export const verificationCases: readonly ContractCase[] = [
  {
    title: 'lets platform staff verify, reject and undo, each once, and nobody else',
    async run(scene) {
      const staff = scene.as(STAFF);
      const made = await scene.provider.createCertification({ name: 'ITIL', requiresValidUntil: true });
      const { id } = made;
      const heard = await scene.listen(PROVIDER);
      for (const actor of [PROVIDER, JAN]) {
        const backend = scene.as(actor);
        await expectRejection(backend.verifyCertification(id), 'forbidden');
        await expectRejection(backend.rejectCertification(id, { reason: 'x' }), 'forbidden');
        await expectRejection(backend.resetCertification(id), 'forbidden');
      }
      const states: unknown[] = [];
      for (const judge of [
        () => staff.verifyCertification(id, { expectedVersion: 1 }),
        () => staff.rejectCertification(id, { reason: 'Niet de officiële naam.', expectedVersion: 2 }),
        () => staff.verifyCertification(id),
        () => staff.resetCertification(id),
        () => staff.rejectCertification(id, { reason: 'Bestaat al.' }),
        () => staff.resetCertification(id, { expectedVersion: 6 }),
      ]) {
        const judged = await judge();
        states.push([judged.verification, judged.verified, judged.rejection?.reason, judged.version]);
        // Once more changes nothing; a version that was judged before is stale.
        if (judged.rejection) expectEqual(judged.rejection.at, scene.now);
      }
      expectEqual(states, [
        ['verified', true, undefined, 2],
        ['rejected', false, 'Niet de officiële naam.', 3],
        ['verified', true, undefined, 4],
        ['pending', false, undefined, 5],
        ['rejected', false, 'Bestaat al.', 6],
        ['pending', false, undefined, 7],
      ]);
      const { allowed, ...reset } = await staff.resetCertification(id);
      expectEqual(allowed, ['certification.verify', 'certification.reject', 'certification.reset-verification']);
      expectEqual({ ...reset, allowed: [] }, { ...made, version: 7 });
      const verified = await staff.verifyCertification(id);
      expectEqual(await staff.verifyCertification(id), verified);
      expectEqual((await heard.changes()).length, 7);

      const stale = await expectRejection(staff.resetCertification(id, { expectedVersion: 7 }), 'conflict');
      expectEqual(stale.current, verified);
      await expectRejection(staff.verifyCertification('nothing'), 'not-found');
      await expectRejection(staff.rejectCertification('nothing', { reason: 'x' }), 'not-found');
      for (const [reason, code] of [
        [' ', 'required'],
        ['x'.repeat(501), 'value-too-long'],
      ] as const) {
        const refused = await expectRejection(staff.rejectCertification(id, { reason }), 'invalid');
        expectEqual(issueCodes(refused), [`reason: ${code}`]);
      }
    },
  },
  {
    title: 'shows a participant a certificate only while what it is for is verified, and the provider why it is not',
    async run(scene) {
      const { certification, certificate } = await scene.certified();
      const staff = scene.as(STAFF);
      const jan = scene.as(JAN);
      const seen = async () => (await jan.listCertificates()).items.map(({ id }) => id);
      expectEqual(await seen(), []);
      await staff.verifyCertification(certification.id);
      expectEqual(await seen(), [certificate.id]);
      await staff.rejectCertification(certification.id, { reason: 'Vervallen.' });
      expectEqual(await seen(), []);
      await expectRejection(jan.getCertificate(certificate.id), 'not-found');
      const { items } = await scene.provider.listCertifications();
      expectEqual([items[0]?.rejection?.reason, items[0]?.allowed], ['Vervallen.', []]);
      expectEqual((await scene.provider.listCertificates()).total, 1);
    },
  },
];
