import type { UploadProgress } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newEnrollment, pdf } from './records.js';
import { PROVIDER, type ContractCase } from './world.js';

const AFTER_THE_COURSE = '2026-09-20T10:00:00.000Z';

async function textOf(file: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<string> {
  return new TextDecoder().decode(await file.arrayBuffer());
}

/** Invoices with their files. */
export const invoiceCases: readonly ContractCase[] = [
  {
    title: 'keeps an invoice with its file, and completes an enrollment that has ended',
    async run(scene) {
      const { provider } = scene;
      const { id } = await provider.createEnrollment(newEnrollment());
      await expectRejection(provider.openInvoiceFile(id), 'not-found');
      const heard = await scene.listen(PROVIDER);
      const told: UploadProgress[] = [];
      const file = pdf('factuur 1', 'factuur.pdf');
      const before = await provider.uploadInvoice(id, file, {
        expectedVersion: 1,
        onProgress: (progress) => told.push(progress),
      });
      expectEqual([before.status, before.invoiceUploadedAt, before.version], ['enrolled', scene.now, 2]);
      expectEqual(told.at(-1), { sentBytes: file.size, totalBytes: file.size });
      expectEqual(
        (await heard.changes()).map(({ kind }) => kind),
        ['enrollment'],
      );
      scene.now = AFTER_THE_COURSE;
      const after = await provider.uploadInvoice(id, pdf('factuur 2', 'factuur.pdf'));
      expectEqual([after.status, after.invoiceUploadedAt], ['completed', scene.now]);
      const opened = await provider.openInvoiceFile(id);
      expectEqual([opened.type, await textOf(opened)], ['application/pdf', await textOf(pdf('factuur 2'))]);
      await scene.world.reopen();
      expectEqual(await textOf(await scene.provider.openInvoiceFile(id)), await textOf(pdf('factuur 2')));
    },
  },
  {
    title: 'says whether an invoice is kept or was only recorded, to whoever handles invoices',
    async run(scene) {
      const { provider } = scene;
      const { id } = await provider.createEnrollment(newEnrollment());
      const jan = scene.as({ id: 'jan', role: 'participant', email: 'jan@example.nl' });
      const told = () =>
        Promise.all([provider, jan].map(async (backend) => (await backend.getEnrollment(id)).invoiceFile));
      expectEqual(await told(), [undefined, undefined]);
      expectEqual((await provider.recordInvoice(id)).invoiceFile, 'elsewhere');
      expectEqual(await told(), ['elsewhere', undefined]);
      await expectRejection(provider.openInvoiceFile(id), 'not-found');
      expectEqual((await provider.uploadInvoice(id, pdf('factuur'))).invoiceFile, 'here');
      expectEqual(await told(), ['here', undefined]);
    },
  },
  {
    title: 'checks an invoice as a certificate, and records nothing of one that is refused',
    async run(scene) {
      const { provider } = scene;
      const { id } = await provider.createEnrollment(newEnrollment());
      const html = await expectRejection(
        provider.uploadInvoice(id, new File(['<html>'], 'factuur.pdf', { type: 'application/pdf' })),
        'unsupported-media-type',
      );
      expectEqual(issueCodes(html), ['file: file-not-pdf']);
      const empty = await expectRejection(provider.uploadInvoice(id, new File([], 'factuur.pdf')), 'invalid');
      expectEqual(issueCodes(empty), ['file: file-empty']);
      const named = await expectRejection(provider.uploadInvoice(id, pdf('x', `${'x'.repeat(300)}.pdf`)), 'invalid');
      expectEqual(issueCodes(named), ['file: file-name-too-long']);
      await expectRejection(provider.uploadInvoice(id, pdf('x'), { expectedVersion: 9 }), 'conflict');
      const jan = scene.as({ id: 'jan', role: 'participant', email: 'jan@example.nl' });
      await expectRejection(jan.uploadInvoice(id, pdf('x')), 'forbidden');
      await expectRejection(jan.openInvoiceFile(id), 'forbidden');
      await expectRejection(provider.uploadInvoice('nothing', pdf('x')), 'not-found');
      await expectRejection(provider.openInvoiceFile(id), 'not-found');
      expectEqual((await provider.getEnrollment(id)).version, 1);
    },
  },
  {
    title: 'answers an invoice that is sent twice with one key once, and keeps bytes that a certificate shares',
    async run(scene) {
      const { provider } = scene;
      const { enrollment, certificate } = await scene.certified();
      const file = pdf('certificate');
      const first = await provider.uploadInvoice(enrollment.id, file, { idempotencyKey: 'k1' });
      expectEqual(await provider.uploadInvoice(enrollment.id, file, { idempotencyKey: 'k1' }), first);
      await provider.removeCertificate(certificate.id);
      expectEqual(await textOf(await provider.openInvoiceFile(enrollment.id)), await textOf(file));
    },
  },
];
