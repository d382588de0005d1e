import type { Enrollment } from '../enrollment/enrollment.js';
import { TEXT_LIMITS } from '../text-limits.js';
import { isCalendarDay, isYearInRange, YEARS } from '../calendar/is-calendar-day.js';
import { errorIssue, type Issue } from '../issue.js';
import type { StoredProduct } from '../product/product.js';
import type { CertificateDraft, Certification } from './certificate.js';
import { DEFAULT_MAX_FILE_BYTES } from './media-types.js';

/** What a draft is checked against. */
export interface CertificateContext {
  readonly enrollment: Pick<Enrollment, 'id' | 'status'>;
  readonly product: Pick<StoredProduct, 'certificationIds'>;
  /** The one that the draft names, when there is one. */
  readonly certification?: Pick<Certification, 'id' | 'requiresValidUntil'> | undefined;
  /** Default {@link DEFAULT_MAX_FILE_BYTES}. */
  readonly maxSizeBytes?: number;
}

/** A draft as a form has it: nothing need be filled in yet. */
export type CertificateInput = Partial<Omit<CertificateDraft, 'file'>> & {
  readonly file?: { readonly size: number; readonly name?: string };
};

/**
 * Checks what was filled in for one certificate; what is inside the file is {@link inspectFile}'s part. Answers one error
 * per field, empty when all is well, with the field's name as path: `enrollmentId` (`enrollment-cancelled`),
 * `certificationId` (`certification-required`, `certification-not-linked`), `file` (`file-required`, `file-empty`,
 * `file-too-large`, `file-name-too-long`), `validFrom` (`valid-from-required`, `date-invalid`, `year-out-of-range`),
 * `validUntil` (`valid-until-required`, `date-invalid`, `year-out-of-range`, `valid-until-before-valid-from`), `consentTextVersion` (`consent-required`). Source: domain.md section 2.
 *
 * @example
 * checkCertificateDraft({ ...draft, validFrom: '2026-02-30' }, { enrollment, product, certification });
 * // [{ code: 'date-invalid', severity: 'error', path: 'validFrom', params: { value: '2026-02-30' } }]
 */
export function checkCertificateDraft(draft: CertificateInput, context: CertificateContext): readonly Issue[] {
  return [
    ...checkEnrollment(context),
    ...checkCertification(draft, context),
    ...checkFile(draft, context),
    ...checkDates(draft, context),
    ...checkConsent(draft),
  ];
}

function* checkEnrollment({ enrollment }: CertificateContext): Iterable<Issue> {
  if (enrollment.status === 'cancelled') yield errorIssue('enrollment-cancelled', 'enrollmentId');
}

function* checkCertification(draft: CertificateInput, context: CertificateContext): Iterable<Issue> {
  const id = draft.certificationId;
  if (!id) yield errorIssue('certification-required', 'certificationId');
  else if (!context.product.certificationIds.includes(id) || context.certification?.id !== id) {
    yield errorIssue('certification-not-linked', 'certificationId', { certificationId: id });
  }
}

function* checkFile({ file }: CertificateInput, context: CertificateContext): Iterable<Issue> {
  const { maxSizeBytes = DEFAULT_MAX_FILE_BYTES } = context;
  if (!file) yield errorIssue('file-required', 'file');
  else if (file.size === 0) yield errorIssue('file-empty', 'file');
  else if (file.size > maxSizeBytes) yield errorIssue('file-too-large', 'file', { sizeBytes: file.size, maxSizeBytes });
  else if ((file.name?.length ?? 0) > TEXT_LIMITS.line)
    yield errorIssue('file-name-too-long', 'file', { max: TEXT_LIMITS.line });
}

function* checkDates({ validFrom, validUntil }: CertificateInput, context: CertificateContext): Iterable<Issue> {
  if (!validFrom) yield errorIssue('valid-from-required', 'validFrom');
  else yield* checkDay(validFrom, 'validFrom');

  if (!validUntil) {
    if (context.certification?.requiresValidUntil) yield errorIssue('valid-until-required', 'validUntil');
  } else if (!isCalendarDay(validUntil) || !isYearInRange(validUntil)) yield* checkDay(validUntil, 'validUntil');
  else if (validFrom && isCalendarDay(validFrom) && validUntil < validFrom) {
    yield errorIssue('valid-until-before-valid-from', 'validUntil', { validFrom, validUntil });
  }
}

function* checkDay(value: string, path: string): Iterable<Issue> {
  if (!isCalendarDay(value)) yield errorIssue('date-invalid', path, { value });
  else if (!isYearInRange(value)) yield errorIssue('year-out-of-range', path, YEARS);
}

function* checkConsent(draft: CertificateInput): Iterable<Issue> {
  // Asking the participant is the provider's duty; without the confirmation nothing is stored.
  if (draft.showsResults && !draft.consentTextVersion) yield errorIssue('consent-required', 'consentTextVersion');
  if ((draft.consentTextVersion?.length ?? 0) > TEXT_LIMITS.line) {
    yield errorIssue('value-too-long', 'consentTextVersion', { max: TEXT_LIMITS.line });
  }
}
