import type { Enrollment } from '@enrollkit/core';
import { tellChange } from '../base/backend/change-hub.js';
import { UploadSession, type SessionHost } from '../base/files/upload-session.js';
import { badAnswer } from '../base/reading/bad-answer.js';

export interface InvoiceSessionHost extends SessionHost {
  /** The backend keeps it until there is a connection. */
  invoiceKept(): void;
  invoiceStored(session: InvoiceSession, enrollment: Enrollment, file: File): void;
}

/** The uploading of invoices to one enrollment. */
export class InvoiceSession extends UploadSession<object, Enrollment> {
  constructor(host: InvoiceSessionHost, enrollmentId: string) {
    super(host, {
      accepts: () => true,
      send: async (backend, { file, options }) => {
        if (!backend.uploadInvoice)
          throw Object.assign(new Error('The backend has no uploadInvoice.'), { code: 'not-configured' });
        return backend.uploadInvoice(enrollmentId, file, options);
      },
      stored: (backend, answer) => {
        if (!isEnrollment(answer)) throw badAnswer('enrollment');
        tellChange(backend, { kind: 'enrollment', id: enrollmentId });
        return answer;
      },
      onKept: () => host.invoiceKept(),
      onDone: ({ file }, enrollment) => host.invoiceStored(this, enrollment, file),
    });
  }
}

/** A host's own backend may answer anything. */
function isEnrollment(answer: unknown): answer is Enrollment {
  const { id, status } = (answer ?? {}) as Partial<Enrollment>;
  return typeof id === 'string' && typeof status === 'string';
}
