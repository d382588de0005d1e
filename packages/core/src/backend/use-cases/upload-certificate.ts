import { can } from '../../access/can.js';
import type { Certificate, CertificateDraft, CertificateFile, Certification } from '../../certificate/certificate.js';
import { checkCertificateDraft } from '../../certificate/check-certificate-draft.js';
import { inspectFile } from '../../certificate/inspect-file.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import { recordCertificate } from '../../enrollment/record-facts.js';
import type { Instant } from '../../calendar/time.js';
import { throwIfAborted } from '../../abort.js';
import type { UploadOptions } from '../../call-options.js';
import { EnrollkitError } from '../../errors.js';
import { forbidden, invalid } from '../refusals.js';
import type { CertificateRow, ReadTables, StagedFile, WriteTables } from '../store.js';
import { tenantOf } from '../tenant.js';
import { presentMoment, type UseCaseContext } from '../use-case-context.js';
import { answerKey, write, type Outcome } from '../write.js';
import { certificateChange, toCertificate } from './certificate-records.js';
import { enrollmentChange, expectAllowed, keepOutcome } from './enrollment-records.js';
import { fileRefusal } from './file-refusal.js';

/**
 * Stores one certificate: first everything that can be said without its bytes, then the bytes, then all of it again together
 * with the writing, because meanwhile the enrollment may have been cancelled or the same file uploaded.
 */
export async function uploadCertificate(
  context: UseCaseContext,
  draft: CertificateDraft,
  options: UploadOptions,
): Promise<Certificate> {
  throwIfAborted(options.signal);
  await expectAcceptable(context, draft, options);
  const { notices, ...content } = await expectCertificateFile(context, draft);
  const { signal, onProgress } = options;
  const staged = await context.files.stage(draft.file, {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });

  const { file: _, ...filledIn } = draft;
  const args = { ...filledIn, name: draft.file.name, sha256: staged.sha256 };
  return write(context, { method: 'uploadCertificate', args, options }, async (tables, now) => {
    const [{ enrollment, certification }, same] = await Promise.all([
      checkDraft(tables, context, draft, now),
      findSame(tables, draft, staged),
    ]);
    if (same) {
      const current = toCertificate(context, same, certification);
      throw new EnrollkitError('duplicate', 'This file is there already', { current });
    }
    const upload = { draft, staged, content, enrollment, certification, now };
    const { result, changes } = await keep(tables, context, upload);
    return { result: { ...result, ...(notices && { notices }) }, changes };
  });
}

/** A request that was answered before is not judged by how things are today. */
async function expectAcceptable(
  context: UseCaseContext,
  draft: CertificateDraft,
  options: UploadOptions,
): Promise<void> {
  const key = answerKey(context, options);
  const now = presentMoment(context);
  await context.store.read(
    async (tables) => {
      if (key !== undefined && (await tables.answers.get(key))) return;
      await checkDraft(tables, context, draft, now);
    },
    { isOneQuestion: key === undefined },
  );
}

async function checkDraft(
  tables: Pick<ReadTables, 'enrollments'>,
  context: UseCaseContext,
  draft: CertificateDraft,
  now: Instant,
): Promise<{ readonly enrollment: Enrollment; readonly certification: Certification | undefined }> {
  const { actor, maxFileBytes: maxSizeBytes } = context;
  const { enrollmentId: id, certificationId } = draft;
  // Hosts without TypeScript may ask with what is no id: there is nothing then.
  const grounds = [id, certificationId].every((each) => typeof each === 'string')
    ? await tables.enrollments.getForCertificate(id, certificationId)
    : undefined;
  const enrollment = expectAllowed(grounds?.enrollment, context, { id, action: 'enrollment.read', now });
  const certification = grounds?.certification;
  const { id: enrollmentId, participant } = enrollment;
  const resource = {
    kind: 'certificate',
    enrollmentId,
    participant,
    certificationVerified: true,
    ...tenantOf(enrollment),
  } as const;
  if (!can(actor, 'certificate.upload', resource)) throw forbidden('certificate.upload');

  const certificationIds = grounds?.product?.certificationIds ?? [];
  if (certificationIds.length === 0 && enrollment.status !== 'cancelled') {
    throw invalid('product-without-certification', 'certificationId', { productId: enrollment.productId });
  }
  const issues = checkCertificateDraft(draft, {
    enrollment,
    product: { certificationIds },
    certification,
    maxSizeBytes,
  });
  if (issues.length > 0) throw fileRefusal(issues);
  return { enrollment, certification };
}

async function expectCertificateFile(
  { accept, maxFileBytes: maxSizeBytes }: UseCaseContext,
  { file }: CertificateDraft,
): Promise<Pick<CertificateFile, 'mediaType' | 'activeContent'> & Pick<Certificate, 'notices'>> {
  const inspection = await inspectFile(file, { accept, maxSizeBytes });
  if (inspection.issues) throw fileRefusal(inspection.issues);
  const { issues: _, ...content } = inspection;
  return content;
}

/** The same bytes for the same purpose are one certificate. */
async function findSame(
  tables: WriteTables,
  { enrollmentId, certificationId }: CertificateDraft,
  { sha256 }: StagedFile,
): Promise<CertificateRow | undefined> {
  const { items } = await tables.certificates.list({ enrollmentId, certificationId, sha256 });
  return items[0];
}

async function keep(
  tables: WriteTables,
  context: UseCaseContext,
  upload: {
    readonly draft: CertificateDraft;
    readonly staged: StagedFile;
    readonly content: Pick<CertificateFile, 'mediaType' | 'activeContent'>;
    readonly enrollment: Enrollment;
    readonly certification: Certification | undefined;
    readonly now: Instant;
  },
): Promise<Outcome<Certificate>> {
  const { actor, ids, timeZone } = context;
  const { draft, staged, content, enrollment, certification, now } = upload;
  const { name, email, externalId, employerId } = enrollment.participant;
  const row: CertificateRow = {
    id: ids(),
    enrollmentId: enrollment.id,
    certificationId: draft.certificationId,
    file: { name: draft.file.name, ...content, sizeBytes: staged.sizeBytes, sha256: staged.sha256 },
    validFrom: draft.validFrom,
    ...(draft.validUntil && { validUntil: draft.validUntil }),
    ...(draft.showsResults &&
      draft.consentTextVersion && {
        consent: { textVersion: draft.consentTextVersion, confirmedAt: now, confirmedBy: actor.id },
      }),
    uploadedBy: actor.id,
    createdAt: now,
    version: 1,
    owner: {
      ...tenantOf(enrollment),
      name,
      email,
      ...(externalId !== undefined && { externalId }),
      ...(employerId !== undefined && { employerId }),
    },
  };
  // Side by side: each is a question to a database that may be far away.
  const [completed] = await Promise.all([
    keepOutcome(tables, recordCertificate(enrollment, { now, timeZone }), {
      now,
      timeZone,
      action: 'enrollment.change-status',
    }),
    tables.keepFile(staged),
    tables.certificates.put(row, 'certificate.upload'),
  ]);
  return {
    result: toCertificate(context, row, certification),
    changes: [certificateChange(row), enrollmentChange(completed)],
  };
}
