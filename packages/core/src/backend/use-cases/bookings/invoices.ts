import { can } from '../../../access/can.js';
import { throwIfAborted } from '../../../abort.js';
import { inspectFile } from '../../../certificate/files/inspect-file.js';
import type { NamedBinary } from '../../../certificate/certificate.js';
import { recordInvoice } from '../../../enrollment/acts/record-facts.js';
import { errorIssue } from '../../../issue.js';
import { TEXT_LIMITS } from '../../../text-limits.js';
import type { InvoicePort } from '../../ports/invoice-port.js';
import { forbidden, notFound } from '../../refusals.js';
import type { InvoiceRow } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { answerKey } from '../../write.js';
import { act } from './act-on-enrollment.js';
import { enrollmentResource, loadEnrollment } from './enrollment-records.js';
import { fileRefusal } from '../certificates/file-refusal.js';

const ACTION = 'enrollment.record-invoice';
const MEDIA_TYPE = 'application/pdf';

/** The use cases about invoices' own files. */
export function invoiceUseCases(context: UseCaseContext): InvoicePort {
  const { store, files, actor } = context;

  return {
    async uploadInvoice(id, file, { signal, onProgress, ...options } = {}) {
      throwIfAborted(signal);
      // Before anything is read: who may not do this sends no file, and who did it before is answered as then.
      await store.read(async (tables) => {
        const key = answerKey(context, options);
        if (key !== undefined && (await tables.answers.get(key))) return;
        await loadEnrollment(tables, context, { id, action: ACTION, now: presentMoment(context) });
      });
      await expectInvoiceFile(context, file);
      const staged = await files.stage(file, { ...(signal && { signal }), ...(onProgress && { onProgress }) });
      const { sha256, sizeBytes } = staged;
      return act(
        context,
        {
          id,
          method: 'uploadInvoice',
          action: ACTION,
          args: { name: file.name, sha256 },
          options: { ...options, ...(signal && { signal }) },
        },
        async (enrollment, when, tables) => {
          const outcome = recordInvoice(enrollment, when);
          if (outcome.issues.length > 0) return outcome;
          await tables.keepFiles([staged]);
          const row: InvoiceRow = {
            enrollmentId: id,
            ...tenantOf(enrollment),
            file: { name: file.name, mediaType: MEDIA_TYPE, sizeBytes, sha256 },
            uploadedAt: when.now,
            uploadedBy: actor.id,
          };
          await tables.invoices.put(row);
          return outcome;
        },
      );
    },

    async openInvoiceFile(id, options = {}) {
      throwIfAborted(options.signal);
      const invoice = await store.read(async (tables) => {
        const now = presentMoment(context);
        const enrollment = await loadEnrollment(tables, context, { id, action: 'enrollment.read', now });
        if (!can(actor, ACTION, enrollmentResource(enrollment))) throw forbidden(ACTION);
        return tables.invoices.latest(id);
      });
      const content = invoice && (await files.open(invoice.file.sha256));
      throwIfAborted(options.signal);
      if (!content) throw notFound('invoice', id);
      return content.slice(0, content.size, MEDIA_TYPE);
    },
  };
}

/** Looked at as a certificate is; only a PDF is an invoice. */
async function expectInvoiceFile({ maxFileBytes }: UseCaseContext, file: NamedBinary): Promise<void> {
  const max = TEXT_LIMITS.line;
  if (file.name.length > max) throw fileRefusal([errorIssue('file-name-too-long', 'file', { max })]);
  const { issues } = await inspectFile(file, { accept: [MEDIA_TYPE], maxSizeBytes: maxFileBytes });
  if (issues) throw fileRefusal(issues);
}
