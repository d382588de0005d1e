import { hasErrorCode, type Certificate, type CertificateDraft } from '@enrollkit/core';
import { tellChange } from '../../base/backend/change-hub.js';
import { ask, tell } from '../../base/events.js';
import type { UploadItem } from '../../base/files/upload-item.js';
import type { UploadProblem } from '../../base/files/upload-problem.js';
import { UploadSession, type SessionHost } from '../../base/files/upload-session.js';
import type {
  CertificateAcceptDetail,
  CertificateErrorDetail,
  CertificateProgressDetail,
  CertificateUploadedDetail,
} from '../certificate-upload-events.js';
import { plainText } from '../../base/language/plain-text.js';
import { readCertificate, type CertificateRecord } from '../uploaded/certificate-record.js';
import { findDuplicate } from './find-duplicate.js';
import { findElsewhere } from './find-elsewhere.js';

/** What is the same for every certificate that is started together. */
export type CertificateFields = Omit<CertificateDraft, 'file'>;

export interface CertificateSessionHost extends SessionHost, EventTarget {
  uploadKept(session: CertificateSession): void;
  uploadDone(session: CertificateSession, item: UploadItem, certificate: Certificate): void;
}

/** All uploads of certificates to one enrollment. */
export class CertificateSession extends UploadSession<CertificateFields, Certificate> {
  /** What the backend had at the last look. */
  record: CertificateRecord | undefined;

  constructor(host: CertificateSessionHost, enrollmentId: string) {
    super(host, {
      accepts: (file) => ask<CertificateAcceptDetail>(host, 'ek-certificate-accept', { enrollmentId, file }),
      findMore: async (file, others) => {
        const duplicate = await findDuplicate(file, this.record, others);
        if (duplicate && 'chosen' in duplicate) return { code: 'duplicate-chosen', params: {} };
        if (duplicate?.isForAll) return { code: 'duplicate', params: { certificateId: duplicate.certificate.id } };
        const here = duplicate ? [this.#alsoHere(duplicate.certificate)] : [];
        const elsewhere = await findElsewhere(host.resolvedBackend, file, enrollmentId);
        return { notices: [...here, ...elsewhere] };
      },
      send: async (backend, { file, fields, options }) => {
        if (!backend.uploadCertificate)
          throw Object.assign(new Error('The backend has no uploadCertificate.'), { code: 'not-configured' });
        return backend.uploadCertificate({ ...fields, file }, options);
      },
      stored: (backend, answer) => {
        const certificate = readCertificate(answer);
        tellChange(backend, { kind: 'certificate', id: certificate.id, enrollmentId });
        tellChange(backend, { kind: 'enrollment', id: enrollmentId });
        return certificate;
      },
      refine: (problem) => {
        const elsewhere = problem.code === 'duplicate' && currentOf(problem)?.enrollmentId;
        return elsewhere && elsewhere !== enrollmentId ? { ...problem, code: 'duplicate-elsewhere' } : problem;
      },
      onProgress: (file, sentBytes) => {
        const detail = { enrollmentId, file, sentBytes, totalBytes: file.size };
        tell<CertificateProgressDetail>(host, 'ek-certificate-progress', detail);
      },
      onProblem: (file, { code, params, error }) => {
        const detail = { enrollmentId, file, code, params, ...(error === undefined ? {} : { error }) };
        tell<CertificateErrorDetail>(host, 'ek-certificate-error', detail);
      },
      onKept: () => host.uploadKept(this),
      onDone: (item, certificate) => {
        host.uploadDone(this, item, certificate);
        tell<CertificateUploadedDetail>(host, 'ek-certificate-uploaded', { enrollmentId, certificate });
      },
    });
  }

  /** The uploaded certificate that has the bytes of a refused file, when it belongs to this enrollment. */
  existingOf({ problem }: UploadItem): Certificate | undefined {
    if (problem?.code !== 'duplicate') return undefined;
    const id = problem.params.certificateId ?? currentOf(problem)?.id;
    return this.record?.certificates.find((certificate) => certificate.id === id);
  }

  /** It is there for one certification, and can be uploaded for another. */
  #alsoHere({ certificationId }: Certificate): UploadProblem {
    const name = this.record?.certifications.find(({ id }) => id === certificationId)?.name;
    return { code: 'same-file-here', params: name === undefined ? {} : { name: plainText(name) } };
  }
}

function currentOf({ error }: UploadProblem): Certificate | undefined {
  return hasErrorCode(error, 'duplicate') ? (error.current as Certificate | undefined) : undefined;
}
