import type { Certificate, UploadProgress } from '@enrollkit/core';
import { expectEqual, expectRejection, expectTrue, issueCodes } from './assertions.js';
import { draftFor, newEnrollment, newProduct, pdf } from './records.js';
import { PROVIDER, type ContractCase } from './world.js';

/** Certificates: upload, duplicates, files, removal, lists. */
export const certificateCases: readonly ContractCase[] = [
  {
    title: 'stores a certificate with its file and completes the enrollment',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const heard = await scene.listen(PROVIDER);
      const draft = draftFor(enrollment, certification);
      const certificate = await scene.provider.uploadCertificate(draft);
      const { sha256 } = certificate.file;
      expectEqual(certificate, {
        id: certificate.id,
        enrollmentId: enrollment.id,
        certificationId: certification.id,
        certification: { name: 'PRINCE2 Foundation', verified: false },
        participant: { name: 'Jan Jansen', email: 'jan@example.nl', externalId: 'emp-1' },
        allowed: ['certificate.remove'],
        file: { sha256, name: 'certificate.pdf', mediaType: 'application/pdf', sizeBytes: draft.file.size },
        validFrom: '2026-09-12',
        uploadedBy: 'p.devries',
        createdAt: scene.now,
        version: 1,
      });
      expectTrue(await scene.world.hasFile(sha256), 'the file is there');
      const { status, certificateUploadedAt, version } = await scene.provider.getEnrollment(enrollment.id);
      expectEqual([status, certificateUploadedAt, version], ['completed', scene.now, 2]);
      expectEqual(await heard.changes(), [
        { kind: 'certificate', id: certificate.id, enrollmentId: enrollment.id },
        { kind: 'enrollment', id: enrollment.id },
      ]);
    },
  },
  {
    title: 'answers one certificate as it does in a list',
    async run(scene) {
      const { certificate } = await scene.certified();
      expectEqual(await scene.provider.getCertificate(certificate.id), certificate);
      expectEqual(await scene.provider.listCertificates(), { items: [certificate], total: 1 });
      await expectRejection(scene.provider.getCertificate('nobody'), 'not-found');
    },
  },
  {
    title: 'keeps the name of a file exactly, whatever is in it',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const names = [
        'Diploma "BHV" 100%.pdf',
        'Diploma %22BHV%22 100%25.pdf',
        'Zoë’s \\ diploma; v=1.pdf',
        '🎓 %F0%9F%8E%93 Diplôme Zoe\u0308 证书 شهادة.pdf',
        `${'🎓ü'.repeat(65)}.pdf`,
      ];
      for (const name of names) {
        const draft = { ...draftFor(enrollment, certification), file: pdf(name, name) };
        const { id, file } = await scene.provider.uploadCertificate(draft);
        expectEqual([file.name, (await scene.provider.getCertificate(id)).file.name], [name, name]);
        const participant = { name, email: 'zoe@example.nl' };
        const { id: enrollmentId } = await scene.provider.createEnrollment({ ...newEnrollment(), participant });
        expectEqual((await scene.provider.getEnrollment(enrollmentId)).participant.name, name);
      }
    },
  },
  {
    title: 'tells who is about to open a file what it does beyond being shown',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const file = new File([pdf('1 0 obj << /S /JavaScript /JS (x) >> endobj')], 'a.pdf');
      const { id } = await scene.provider.uploadCertificate({ ...draftFor(enrollment, certification), file });
      expectEqual((await scene.provider.getCertificate(id)).file.activeContent, ['javascript']);
      const { items } = await scene.provider.listCertificates();
      expectEqual(items[0]?.file.activeContent, ['javascript']);
    },
  },
  {
    title: 'tells who sends a file what to know about it, and keeps that out of the record',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const text = '%PDF-1.7\n1 0 obj\n<< /Type /X >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n';
      const draft = { ...draftFor(enrollment, certification), file: new File([text], 'a.pdf') };
      const { id, notices } = await scene.provider.uploadCertificate(draft);
      expectEqual(notices, [{ code: 'file-end-missing', severity: 'warning', path: 'file', params: {} }]);
      expectEqual((await scene.provider.getCertificate(id)).notices, undefined);
    },
  },
  {
    title: 'refuses a name of a file that is longer than a name is',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const named = (name: string) =>
        scene.provider.uploadCertificate({ ...draftFor(enrollment, certification), file: pdf(name, name) });
      expectEqual((await named(`${'x'.repeat(251)}.pdf`)).file.name.length, 255);
      const refused = await expectRejection(named(`${'x'.repeat(252)}.pdf`), 'invalid');
      expectEqual(issueCodes(refused), ['file: file-name-too-long']);
    },
  },
  {
    title: 'refuses a year that nobody can have meant',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const draft = draftFor(enrollment, certification);
      for (const validFrom of ['1900-01-01', '2200-12-31']) {
        const uploaded = await scene.provider.uploadCertificate({ ...draft, file: pdf(validFrom), validFrom });
        expectEqual(uploaded.validFrom, validFrom);
      }
      for (const validFrom of ['0026-09-12', '1899-12-31', '2201-01-01']) {
        const refused = await expectRejection(scene.provider.uploadCertificate({ ...draft, validFrom }), 'invalid');
        expectEqual(issueCodes(refused), ['validFrom: year-out-of-range']);
      }
      const refused = await expectRejection(
        scene.provider.createEnrollment({ ...newEnrollment(), startDate: '0026-08-24' }),
        'invalid',
      );
      expectEqual(issueCodes(refused), ['startDate: year-out-of-range']);
    },
  },
  {
    title: 'gives back the same bytes, with the type that was found in them',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const file = new File([pdf('a diploma')], 'diploma.txt', { type: 'text/plain' });
      const { id } = await scene.provider.uploadCertificate({ ...draftFor(enrollment, certification), file });
      const opened = await scene.provider.openCertificateFile(id);
      expectEqual([opened.type, opened.size], ['application/pdf', file.size]);
      const [sent, back] = await Promise.all([file.arrayBuffer(), opened.arrayBuffer()]);
      expectEqual([...new Uint8Array(back)], [...new Uint8Array(sent)]);
    },
  },
  {
    title: 'keeps who confirmed the consent, when, and to which text',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const draft = { ...draftFor(enrollment, certification), showsResults: true };
      const refused = await expectRejection(scene.provider.uploadCertificate(draft), 'invalid');
      expectEqual(issueCodes(refused), ['consentTextVersion: consent-required']);
      const { consent } = await scene.provider.uploadCertificate({ ...draft, consentTextVersion: '2026-1' });
      expectEqual(consent, { textVersion: '2026-1', confirmedAt: scene.now, confirmedBy: 'p.devries' });
    },
  },
  {
    title: 'tells how far an upload is, up to all of it',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const told: UploadProgress[] = [];
      const draft = { ...draftFor(enrollment, certification), file: pdf('x'.repeat(2_500_000)) };
      await scene.provider.uploadCertificate(draft, { onProgress: (progress) => told.push(progress) });
      const total = draft.file.size;
      expectEqual(told.at(-1), { sentBytes: total, totalBytes: total });
      const sent = told.map(({ sentBytes }) => sentBytes);
      expectEqual(
        sent,
        [...sent].sort((a, b) => a - b),
        'only ever more',
      );
    },
  },
  {
    title: 'refuses the same file for the same certification and shows the one that is there',
    async run(scene) {
      const { enrollment, certification, certificate } = await scene.certified();
      const renamed = { ...draftFor(enrollment, certification), file: pdf('certificate', 'copy.pdf') };
      const refused = await expectRejection(scene.provider.uploadCertificate(renamed), 'duplicate');
      expectEqual(refused.current, certificate);
      const other = await scene.provider.uploadCertificate(draftFor(enrollment, certification, 'second page'));
      expectEqual((await scene.provider.listCertificates()).items, [certificate, other]);
    },
  },
  {
    title: 'takes the same file for another certification of the same enrollment as another certificate',
    async run(scene) {
      const { enrollment, certification, certificate } = await scene.certified();
      const second = await scene.provider.createCertification({ name: 'Second', requiresValidUntil: false });
      await scene.provider.linkCertifications(enrollment.productId, [certification.id, second.id]);
      const [one, many] = [draftFor(enrollment, second), draftFor(enrollment, certification)];
      const other = await scene.provider.uploadCertificate(one);
      expectEqual([other.certificationId, other.file.sha256], [second.id, certificate.file.sha256]);
      const answers = await scene.provider.uploadCertificates([one, many]);
      expectEqual(
        answers.map((answer) => 'problem' in answer && (answer.problem.current as Certificate).id),
        [other.id, certificate.id],
      );
      expectEqual((await scene.provider.listCertificates({ enrollmentId: enrollment.id })).total, 2);
    },
  },
  {
    title: 'makes one certificate of one file that is uploaded twice at once',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const upload = () => scene.provider.uploadCertificate(draftFor(enrollment, certification));
      const outcomes = await Promise.allSettled([upload(), upload()]);
      expectEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      expectEqual((await scene.provider.listCertificates()).total, 1);
    },
  },
  {
    title: 'stores twenty certificates that arrive at the same time',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const numbers = Array.from({ length: 20 }, (_, index) => index);
      const stored = await Promise.all(
        numbers.map((number) => scene.provider.uploadCertificate(draftFor(enrollment, certification, `no ${number}`))),
      );
      const { total, items } = await scene.provider.listCertificates({ enrollmentId: enrollment.id });
      expectEqual([total, items.length], [20, 20]);
      const present = await Promise.all(stored.map(({ file }) => scene.world.hasFile(file.sha256)));
      expectEqual(new Set(present).size, 1);
      expectEqual((await scene.provider.getEnrollment(enrollment.id)).version, 21);
    },
  },
  {
    title: 'refuses a certificate while the product has no certification, or another one',
    async run(scene) {
      const { enrollment, certification, product } = await scene.course();
      const other = await scene.provider.createCertification({ name: 'ITIL', requiresValidUntil: false });
      const wrong = { ...draftFor(enrollment, certification), certificationId: other.id };
      const notLinked = await expectRejection(scene.provider.uploadCertificate(wrong), 'invalid');
      expectEqual(issueCodes(notLinked), ['certificationId: certification-not-linked']);
      await scene.provider.linkCertifications(product.id, []);
      const draft = draftFor(enrollment, certification);
      const none = await expectRejection(scene.provider.uploadCertificate(draft), 'invalid');
      expectEqual(issueCodes(none), ['certificationId: product-without-certification']);
    },
  },
  {
    title: 'refuses a certificate for a cancelled enrollment, and stores no bytes of it',
    async run(scene) {
      const { enrollment, certification } = await scene.certified();
      await scene.provider.cancelEnrollment(enrollment.id);
      const draft = draftFor(enrollment, certification, 'too late');
      const refused = await expectRejection(scene.provider.uploadCertificate(draft), 'invalid');
      expectEqual(issueCodes(refused), ['enrollmentId: enrollment-cancelled']);
      expectEqual((await scene.provider.listCertificates()).total, 1);
    },
  },
  {
    title: 'looks at the bytes of a file, not at its name',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const upload = (file: File) => scene.provider.uploadCertificate({ ...draftFor(enrollment, certification), file });
      const page = new File(['<html>not found</html>'], 'certificate.pdf', { type: 'application/pdf' });
      const refused = await expectRejection(upload(page), 'unsupported-media-type');
      expectEqual(refused.issues[0]?.params.found, 'html');
      const empty = await expectRejection(upload(new File([], 'certificate.pdf')), 'invalid');
      expectEqual(issueCodes(empty), ['file: file-empty']);
      expectEqual((await scene.provider.listCertificates()).total, 0);
    },
  },
  {
    title: 'names every field of a certificate that is not right',
    async run(scene) {
      const { enrollment, certification } = await scene.course();
      const wrong = { ...draftFor(enrollment, certification), validFrom: '', validUntil: '2026-02-30' };
      const refused = await expectRejection(scene.provider.uploadCertificate(wrong), 'invalid');
      expectEqual(issueCodes(refused), ['validFrom: valid-from-required', 'validUntil: date-invalid']);
    },
  },
  {
    title: 'removes a certificate with its file, and leaves the status as it is',
    async run(scene) {
      const { enrollment, certificate } = await scene.certified();
      const heard = await scene.listen(PROVIDER);
      await expectRejection(scene.provider.removeCertificate(certificate.id, { expectedVersion: 9 }), 'conflict');
      await scene.provider.removeCertificate(certificate.id, { expectedVersion: 1 });
      expectEqual((await scene.provider.listCertificates()).total, 0);
      expectTrue(!(await scene.world.hasFile(certificate.file.sha256)), 'the file is gone');
      expectEqual((await scene.provider.getEnrollment(enrollment.id)).status, 'completed');
      expectEqual(await heard.changes(), [
        { kind: 'certificate', id: certificate.id, enrollmentId: enrollment.id },
        { kind: 'enrollment', id: enrollment.id },
      ]);
      await expectRejection(scene.provider.removeCertificate(certificate.id), 'not-found');
      await expectRejection(scene.provider.openCertificateFile(certificate.id), 'not-found');
    },
  },
  {
    title: 'keeps a file that another certificate still needs',
    async run(scene) {
      const { enrollment, certification, certificate } = await scene.certified();
      const second = await scene.provider.createEnrollment({ ...newEnrollment(), productId: enrollment.productId });
      const other = await scene.provider.uploadCertificate(draftFor(second, certification));
      expectEqual(other.file.sha256, certificate.file.sha256);
      await scene.provider.removeCertificate(certificate.id);
      const opened = await scene.provider.openCertificateFile(other.id);
      expectEqual(opened.size, other.file.sizeBytes);
      await scene.provider.removeCertificate(other.id);
      expectTrue(!(await scene.world.hasFile(other.file.sha256)), 'the last one takes the file along');
    },
  },
  {
    title: 'completes again with the certificate of a retake',
    async run(scene) {
      const { enrollment, certification } = await scene.certified();
      scene.now = '2026-09-20T10:00:00.000Z';
      await scene.provider.changeStatus(enrollment.id, 'did-not-pass');
      scene.now = '2026-10-20T10:00:00.000Z';
      await scene.provider.uploadCertificate(draftFor(enrollment, certification, 'retake'));
      expectEqual((await scene.provider.getEnrollment(enrollment.id)).status, 'completed');
    },
  },
  {
    title: 'filters certificates by enrollment, certification, address in any case, and moment',
    async run(scene) {
      const first = await scene.certified();
      scene.now = '2026-08-21T10:00:00.000Z';
      const second = await scene.certified();
      const found = async (query: Parameters<typeof scene.provider.listCertificates>[0]) =>
        (await scene.provider.listCertificates(query)).items.map(({ id }) => id);
      expectEqual(await found({ enrollmentId: first.enrollment.id }), [first.certificate.id]);
      expectEqual(await found({ certificationId: second.certification.id }), [second.certificate.id]);
      expectEqual(await found({ createdFrom: '2026-08-21T12:00:00+02:00' }), [second.certificate.id]);
      expectEqual(await found({ email: 'JAN@example.nl' }), [first.certificate.id, second.certificate.id]);
      expectEqual(await found({ email: 'eva@example.nl' }), []);
      expectEqual(await found({ size: 1, offset: 1 }), [second.certificate.id]);
    },
  },
  {
    title:
      'finds certificates by whose they are, by when they expire and by what is verified, page by page as they expire',
    async run(scene) {
      const { provider } = scene;
      const certification = await provider.createCertification({ id: 'c1', name: 'BHV', requiresValidUntil: false });
      const other = await provider.createCertification({ id: 'c2', name: 'VCA', requiresValidUntil: false });
      await provider.putProduct(newProduct('bhv'));
      await provider.linkCertifications('bhv', ['c1', 'c2']);
      const days = { 'Anna Smit': '2026-12-01', 'Bas Öztürk': undefined, 'Cor Smit': '2026-10-01', Dirk: '2027-01-01' };
      const ids = new Map<string, string>();
      const hashes: string[] = [];
      for (const [name, validUntil] of Object.entries(days)) {
        const participant = { name, email: `${name.slice(0, 3).toLowerCase()}@example.nl` };
        const enrollment = await provider.createEnrollment({ ...newEnrollment(), productId: 'bhv', participant });
        const draft = draftFor(enrollment, name === 'Dirk' ? other : certification, name);
        const { id, file } = await provider.uploadCertificate({ ...draft, ...(validUntil && { validUntil }) });
        ids.set(id, name.split(' ')[0] ?? '');
        hashes.push(file.sha256);
      }
      await scene.as({ id: 'staff', role: 'platform-staff' }).verifyCertification('c2');
      const queries: Record<string, Parameters<typeof provider.listCertificates>[0]> = {
        smit: { search: 'smit', orderBy: 'expires' },
        'ozturk bas': { search: 'ozturk bas' },
        'in order': { orderBy: 'expires' },
        'and back': { orderBy: '-expires' },
        'expires this year': { orderBy: 'expires', expiresFrom: '2026-10-01', expiresBefore: '2027-01-01' },
        'expired by December': { orderBy: 'expires', expiresBefore: '2026-12-01' },
        'expires some day': { orderBy: 'expires', expiresFrom: '2026-10-02' },
        'nothing between': { expiresFrom: '2026-12-02', expiresBefore: '2026-12-02' },
        verified: { isVerified: true },
        'not verified': { isVerified: false, orderBy: 'expires' },
        'of these bytes': { sha256: hashes[2] ?? '' },
        'of bytes that nobody has': { sha256: 'aa' },
      };
      const found: Record<string, readonly (string | undefined)[]> = {};
      for (const [name, query] of Object.entries(queries)) {
        found[name] = (await provider.listCertificates(query)).items.map(({ id }) => ids.get(id));
      }
      expectEqual(found, {
        smit: ['Cor', 'Anna'],
        'ozturk bas': ['Bas'],
        'in order': ['Cor', 'Anna', 'Dirk', 'Bas'],
        'and back': ['Bas', 'Dirk', 'Anna', 'Cor'],
        'expires this year': ['Cor', 'Anna'],
        'expired by December': ['Cor'],
        'expires some day': ['Anna', 'Dirk'],
        'nothing between': [],
        verified: ['Dirk'],
        'not verified': ['Cor', 'Anna', 'Bas'],
        'of these bytes': ['Cor'],
        'of bytes that nobody has': [],
      });
      const paged: (string | undefined)[] = [];
      for (let afterId: string | undefined; ;) {
        const query = { orderBy: 'expires', size: 2, ...(afterId !== undefined && { afterId }) } as const;
        const { items, total } = await provider.listCertificates(query);
        paged.push(...items.map(({ id }) => ids.get(id)));
        afterId = items.at(-1)?.id;
        if (total <= items.length || afterId === undefined) break;
      }
      expectEqual(paged, ['Cor', 'Anna', 'Dirk', 'Bas']);
      const page = await scene.as({ id: 'x', role: 'participant', email: 'dir@example.nl' }).listCertificates();
      expectEqual(
        page.items.map((each) => [each.participant?.name, each.certification?.verified, each.allowed]),
        [['Dirk', true, []]],
      );
    },
  },
];
