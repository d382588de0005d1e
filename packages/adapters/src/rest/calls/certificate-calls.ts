import type {
  Certificate,
  CertificateDraft,
  CertificatePort,
  CertificateQuery,
  CertificateRequest,
  Page,
} from '@enrollkit/core';
import { snakeCase } from '@enrollkit/core/wire';
import type { Api } from './api.js';
import type { VersionedChange } from '../events/changes.js';
import type { CallOptions } from '../http/client.js';
import { fileProgress, MAX_FILE_BYTES } from './file-progress.js';
import { idStep, withQuery } from '../http/paths.js';
import { readJson } from '../http/read-answer.js';
import { readCertificate, readPage } from './shapes.js';
import { toBlob } from './to-blob.js';

/** Certificates and their files. */
export function certificateCalls({ client, changes, xml }: Api): CertificatePort {
  const path = (id: string) => `certificates/${idStep('certificate', id)}`;

  async function read<Result>(address: string, options: CallOptions, readData: (data: unknown) => Result) {
    if (!xml) return readData(await readJson(await client.send({ method: 'GET', path: address }, options)));
    const request = { method: 'GET', path: address, accept: 'application/xml', readBody: xml.body } as const;
    return readData(await xml.body(await client.send(request, options)));
  }

  return {
    async getCertificate(id, options = {}) {
      const certificate = await read(path(id), options, readCertificate);
      changes.saw(certificateChange(certificate));
      return certificate;
    },

    async listCertificates(query = {}, options = {}): Promise<Page<Certificate>> {
      const page = await read(withQuery('certificates', wireQuery(query)), options, readPage(readCertificate));
      for (const certificate of page.items) changes.saw(certificateChange(certificate));
      return page;
    },

    async uploadCertificate(draft, options = {}) {
      const progress = fileProgress(draft.file, options);
      return changes.write(
        async () => {
          const body = await toForm(draft);
          const request = { method: 'POST', path: 'certificates', body, readCurrent: readCertificate } as const;
          const certificate = readCertificate(await readJson(await client.send(request, { ...options, ...progress })));
          const { size } = draft.file;
          options.onProgress?.({ sentBytes: size, totalBytes: size });
          return certificate;
        },
        (certificate) => [certificateChange(certificate), { kind: 'enrollment', id: certificate.enrollmentId }],
      );
    },

    async removeCertificate(id, options = {}) {
      const known = changes.find('certificate', id) ?? { kind: 'certificate', id };
      const { enrollmentId } = known;
      await changes.write(
        () => client.send({ method: 'DELETE', path: path(id), readCurrent: readCertificate }, options),
        () => [known, ...(enrollmentId === undefined ? [] : [{ kind: 'enrollment', id: enrollmentId } as const])],
      );
    },

    async openCertificateFile(id, options = {}) {
      const request = {
        method: 'GET',
        path: `${path(id)}/file`,
        accept: '*/*',
        maxAnswerBytes: MAX_FILE_BYTES,
      } as const;
      const { body, contentType } = await client.send(request, options);
      return body.slice(0, body.size, contentType.split(';')[0]);
    },
  };
}

export function certificateChange({ id, enrollmentId, version }: Certificate): VersionedChange {
  return { kind: 'certificate', id, enrollmentId, version };
}

function wireQuery({ enrollmentId, ...query }: CertificateQuery): object {
  return { bookingId: enrollmentId, ...query };
}

/** The file comes last: what is wrong with the rest is then known before its bytes are sent. */
async function toForm(draft: CertificateDraft): Promise<FormData> {
  const form = new FormData();
  await addToForm(form, draft, (name) => name);
  return form;
}

/** Adds one certificate to a form that may have several. */
export async function addToForm(
  form: FormData,
  { enrollmentId, file, ...fields }: CertificateRequest,
  named: (name: string) => string,
): Promise<void> {
  form.append(named('booking_id'), enrollmentId);
  for (const [name, value] of Object.entries(fields) as [string, string | boolean | undefined][]) {
    if (value !== undefined) form.append(named(snakeCase(name)), String(value));
  }
  // A form's own place for it spells quotation marks as %22, which are two characters of a name as well.
  form.append(named('file_name'), file.name);
  form.append(named('file'), await toBlob(file), file.name);
}
