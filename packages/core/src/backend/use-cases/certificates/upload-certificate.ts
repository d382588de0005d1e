import { can } from '../../../access/can.js';
import type {
  Certificate,
  CertificateDraft,
  CertificateFile,
  Certification,
} from '../../../certificate/certificate.js';
import { checkCertificateDraft } from '../../../certificate/check-certificate-draft.js';
import { inspectFile } from '../../../certificate/files/inspect-file.js';
import type { EnrollmentOutcome } from '../../../enrollment/acts/act-on-enrollment.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import { recordCertificate } from '../../../enrollment/acts/record-facts.js';
import type { Instant } from '../../../calendar/time.js';
import { throwIfAborted } from '../../../abort.js';
import type { UploadOptions } from '../../../call-options.js';
import { EnrollkitError } from '../../../errors.js';
import { forbidden, invalid } from '../../refusals.js';
import type {
  CertificateAim,
  CertificateGrounds,
  CertificateRow,
  ReadTables,
  StagedFile,
  WriteTables,
} from '../../store.js';
import { tenantOf } from '../../tenant.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { answerKey, write } from '../../write.js';
import { certificateChange, toCertificate } from './certificate-records.js';
import { enrollmentChange, expectAllowed, keepOutcome } from '../bookings/enrollment-records.js';
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
  return keepStaged(context, await stageCertificate(context, draft, options), options);
}

/** A certificate whose bytes were looked into, and are ready to be kept. */
export interface StagedCertificate {
  readonly draft: CertificateDraft;
  readonly staged: StagedFile;
  readonly content: Pick<CertificateFile, 'mediaType' | 'activeContent'>;
  readonly notices?: Certificate['notices'];
}

/** Looks into the bytes and has them stored. Rejects when they can't be a certificate. */
export async function stageCertificate(
  context: UseCaseContext,
  draft: CertificateDraft,
  { signal, onProgress }: UploadOptions,
): Promise<StagedCertificate> {
  const { notices, ...content } = await expectCertificateFile(context, draft);
  const staged = await context.files.stage(draft.file, {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  return { draft, staged, content, ...(notices && { notices }) };
}

/** Keeps one that is staged, in a transaction of its own. */
export async function keepStaged(
  context: UseCaseContext,
  upload: StagedCertificate,
  options: UploadOptions,
): Promise<Certificate> {
  const args = argsOf(upload);
  return write(context, { method: 'uploadCertificate', args, options }, async (tables, now) => {
    const [found] = (await groundsOfStaged(tables, [upload])) as readonly [StagedGrounds];
    const judged = judgeStaged(context, upload, { ...found, now });
    const { certificate, row, outcome } = toKeep(context, upload, { ...judged, now });
    const { timeZone } = context;
    // Side by side: each is a question to a database that may be far away.
    const [completed] = await Promise.all([
      keepOutcome(tables, outcome, { now, timeZone, action: 'enrollment.change-status' }),
      tables.keepFiles([upload.staged]),
      tables.certificates.put(row, 'certificate.upload'),
    ]);
    return { result: certificate, changes: [certificateChange(row), enrollmentChange(completed)] };
  });
}

/** What tells this upload from others under the same idempotency key. */
export function argsOf({ draft: { file, ...filledIn }, staged }: StagedCertificate): unknown {
  return { ...filledIn, name: file.name, sha256: staged.sha256 };
}

export interface JudgedDraft {
  readonly enrollment: Enrollment;
  readonly certification: Certification | undefined;
}

/** What those that are staged are judged by in the transaction that keeps them. */
export interface StagedGrounds {
  readonly grounds: CertificateGrounds | undefined;
  /** One with the same bytes for the same purpose. */
  readonly same: CertificateRow | undefined;
}

/** Looks it up for each, in their order. */
export async function groundsOfStaged(
  tables: Pick<WriteTables, 'enrollments' | 'certificates'>,
  uploads: readonly StagedCertificate[],
): Promise<readonly StagedGrounds[]> {
  const drafts = uploads.map(({ draft }) => draft);
  const [grounds, same] = await Promise.all([groundsFor(tables, drafts), findSame(tables, uploads)]);
  return uploads.map((_, at) => ({ grounds: grounds[at], same: same[at] }));
}

/** What can be said of it there. Throws when it can't be kept. */
export function judgeStaged(
  context: UseCaseContext,
  { draft }: StagedCertificate,
  { grounds, same, now }: StagedGrounds & { readonly now: Instant },
): JudgedDraft {
  const judged = checkDraft(context, draft, { grounds, now });
  if (!same) return judged;
  const current = toCertificate(context, same, judged.certification);
  throw new EnrollkitError('duplicate', 'This file is there already', { current });
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
      const [grounds] = await groundsFor(tables, [draft]);
      checkDraft(context, draft, { grounds, now });
    },
    { isOneQuestion: key === undefined },
  );
}

/** What each is judged by, in their order. */
export async function groundsFor(
  { enrollments }: Pick<ReadTables, 'enrollments'>,
  drafts: readonly CertificateDraft[],
): Promise<readonly (CertificateGrounds | undefined)[]> {
  // Hosts without TypeScript may ask with what is no id: there is nothing then.
  const isAim = (aim: CertificateAim) => [aim.enrollmentId, aim.certificationId].every((id) => typeof id === 'string');
  const aims = drafts.filter(isAim);
  const found = (aims.length === 0 ? [] : await enrollments.getForCertificates(aims)).values();
  return drafts.map((draft) => (isAim(draft) ? found.next().value : undefined));
}

/** Everything that can be said of it without its bytes. Throws what speaks against it. */
export function checkDraft(
  context: UseCaseContext,
  draft: CertificateDraft,
  { grounds, now }: { readonly grounds: CertificateGrounds | undefined; readonly now: Instant },
): JudgedDraft {
  const { actor, maxFileBytes: maxSizeBytes } = context;
  const { enrollmentId: id } = draft;
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
  { certificates }: Pick<WriteTables, 'certificates'>,
  uploads: readonly StagedCertificate[],
): Promise<readonly (CertificateRow | undefined)[]> {
  const { items } = await certificates.list({
    enrollmentId: [...new Set(uploads.map(({ draft }) => draft.enrollmentId))],
    certificationId: [...new Set(uploads.map(({ draft }) => draft.certificationId))],
    sha256: [...new Set(uploads.map(({ staged }) => staged.sha256))],
  });
  return uploads.map(({ draft: { enrollmentId, certificationId }, staged: { sha256 } }) =>
    items.find(
      (row) =>
        row.enrollmentId === enrollmentId && row.certificationId === certificationId && row.file.sha256 === sha256,
    ),
  );
}

/** The row to keep, the answer about it, and what it makes of the enrollment. */
export function toKeep(
  context: UseCaseContext,
  { draft, staged, content, notices }: StagedCertificate,
  { enrollment, certification, now }: JudgedDraft & { readonly now: Instant },
): { readonly row: CertificateRow; readonly certificate: Certificate; readonly outcome: EnrollmentOutcome } {
  const { actor, ids, timeZone } = context;
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
  const certificate = { ...toCertificate(context, row, certification), ...(notices && { notices }) };
  return { row, certificate, outcome: recordCertificate(enrollment, { now, timeZone }) };
}
