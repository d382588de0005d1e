import type { InvoicePort } from '@enrollkit/core';
import type { Api } from './api.js';
import { changeOf } from './enrollment-calls.js';
import { fileProgress, MAX_FILE_BYTES } from './file-progress.js';
import { idStep } from '../http/paths.js';
import { readJson } from '../http/read-answer.js';
import { readEnrollment } from './shapes.js';
import { toBlob } from './to-blob.js';

/** Invoices and their files. */
export function invoiceCalls({ client, changes }: Api): InvoicePort {
  const path = (id: string) => `bookings/${idStep('enrollment', id)}/invoice`;

  return {
    async uploadInvoice(id, file, options = {}) {
      return changes.write(
        async () => {
          const body = new FormData();
          body.set('file_name', file.name);
          body.set('file', await toBlob(file), file.name);
          const request = { method: 'POST', path: path(id), body, readCurrent: readEnrollment } as const;
          const answer = await client.send(request, { ...options, ...fileProgress(file, options) });
          options.onProgress?.({ sentBytes: file.size, totalBytes: file.size });
          return readEnrollment(await readJson(answer));
        },
        (enrollment) => [changeOf(enrollment)],
      );
    },

    async openInvoiceFile(id, options = {}) {
      const request = { method: 'GET', path: path(id), accept: '*/*', maxAnswerBytes: MAX_FILE_BYTES } as const;
      const { body, contentType } = await client.send(request, options);
      return body.slice(0, body.size, contentType.split(';')[0]);
    },
  };
}
