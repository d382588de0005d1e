import {
  EnrollkitError,
  applyChanges,
  evaluateEnrollment,
  type Backend,
  type Certificate,
  type Certification,
  type ChangeListener,
  type Enrollment,
  type Page,
  type StoredProduct,
} from '@enrollkit/core';
import { STORY_NOW, storyClock } from './clock.js';

export interface HostRecords {
  readonly enrollment?: Enrollment;
  readonly product?: StoredProduct;
  readonly certifications?: readonly Certification[];
  readonly certificates?: readonly Certificate[];
  /** Of other enrollments. */
  readonly elsewhere?: readonly Certificate[];
}

/** A plain object that a host could have written: no class, no database, only what the elements ask. */
export function hostBackend(records: HostRecords, overrides: Partial<Backend> = {}): Partial<Backend> {
  let enrollment = records.enrollment;
  let certificates = records.certificates ?? [];
  const listeners = new Set<ChangeListener>();

  const found = <Row>(row: Row | undefined): Row => {
    if (row === undefined) throw new EnrollkitError('not-found', 'The host has no such record.');
    return row;
  };
  const save = (next: Enrollment): Enrollment => {
    const { changes } = evaluateEnrollment(next, { now: STORY_NOW });
    enrollment = { ...applyChanges(next, changes), version: next.version + 1 };
    for (const listener of listeners) listener({ kind: 'enrollment', id: enrollment.id });
    return enrollment;
  };

  return {
    clock: storyClock,
    timeZone: 'Europe/Amsterdam',
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async getEnrollment() {
      return found(enrollment);
    },
    async changeStatus(_id, to, { expectedVersion } = {}) {
      const current = found(enrollment);
      if (expectedVersion !== undefined && expectedVersion !== current.version) {
        throw new EnrollkitError('conflict', 'Somebody else was first.', { current });
      }
      const cause = { kind: 'manual', by: 'Marije Postma' } as const;
      const change = { from: current.status, to, at: STORY_NOW, cause };
      return save(applyChanges(current, [change]));
    },
    async getProduct() {
      return found(records.product);
    },
    async listCertifications() {
      return page(records.certifications ?? []);
    },
    async listCertificates({ enrollmentId, sha256 } = {}) {
      const isAsked = (each: Certificate): boolean =>
        (enrollmentId === undefined || each.enrollmentId === enrollmentId) &&
        (sha256 === undefined || each.file.sha256 === sha256);
      return page([...certificates, ...(records.elsewhere ?? [])].filter(isAsked));
    },
    async uploadCertificate({ file, ...draft }, { onProgress } = {}) {
      onProgress?.({ sentBytes: file.size, totalBytes: file.size });
      const certificate: Certificate = {
        id: `certificate-${certificates.length + 1}`,
        enrollmentId: draft.enrollmentId,
        certificationId: draft.certificationId,
        file: { name: file.name, mediaType: 'application/pdf', sizeBytes: file.size, sha256: await sha256(file) },
        validFrom: draft.validFrom,
        ...(draft.validUntil ? { validUntil: draft.validUntil } : {}),
        uploadedBy: 'Marije Postma',
        createdAt: STORY_NOW,
        version: 1,
      };
      const twin = certificates.find((other) => other.file.sha256 === certificate.file.sha256);
      if (twin) throw new EnrollkitError('duplicate', 'These bytes are there already.', { current: twin });
      certificates = [...certificates, certificate];
      save({ ...found(enrollment), certificateUploadedAt: STORY_NOW });
      return certificate;
    },
    async removeCertificate(id) {
      certificates = certificates.filter((certificate) => certificate.id !== id);
      const change = { kind: 'certificate', id, enrollmentId: found(enrollment).id } as const;
      for (const listener of listeners) listener(change);
    },
    async openCertificateFile() {
      return new Blob(['%PDF-1.4'], { type: 'application/pdf' });
    },
    ...overrides,
  };
}

const SOURCE = Symbol('source');

/** An answer that "Show code" can write as well. */
const written = <Answer extends () => Promise<unknown>>(source: string, answer: Answer): Answer =>
  Object.assign(answer, { [SOURCE]: source });

/** How a host writes this answer; nothing for one that only the story can give. */
export const writtenAs = (answer: unknown): string | undefined =>
  typeof answer === 'function' ? (answer as { [SOURCE]?: string })[SOURCE] : undefined;

/** An answer that never comes. */
export const never: () => Promise<never> = written(
  '() => new Promise(() => {})',
  () => new Promise<never>(() => undefined),
);

/** An answer that is a failure with this code. */
export const failing = (code: EnrollkitError['code']) =>
  written(
    `() => Promise.reject(new EnrollkitError('${code}', 'To see what it looks like'))`,
    async (): Promise<never> => {
      throw new EnrollkitError(code, 'The story asked for this failure.');
    },
  );

/** Reading a record by this method fails with this code once; the next time it is there. */
export function failingOnce<Row>(
  method: 'getEnrollment' | 'getProduct',
  code: EnrollkitError['code'],
  record: Row,
): () => Promise<Row> {
  const fail = failing(code);
  let tries = 0;
  return written(
    `((tries) => (id) => (tries++ === 0 ? (${writtenAs(fail)})() : backend.${method}(id)))(0)`,
    async () => (tries++ === 0 ? fail() : record),
  );
}

/** Kept in the browser until there is a connection, which never comes. */
export const kept = written(
  "() => Promise.reject(new EnrollkitError('queued', 'Kept', { sent: new Promise(() => {}) }))",
  async (): Promise<never> => {
    throw new EnrollkitError('queued', 'The story has no connection.', { sent: never() });
  },
);

function page<Row>(items: readonly Row[]): Page<Row> {
  return { items, total: items.length };
}

async function sha256(file: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
