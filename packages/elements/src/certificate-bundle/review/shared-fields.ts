import {
  checkCertificateDraft,
  CONSENT_TEXT_VERSION,
  type Certification,
  type Enrollment,
  type Issue,
} from '@enrollkit/core';
import type { CertificateFields } from '../../certificate-upload/sending/certificate-session.js';
import type { BundleItem, SortedItem } from '../bundle-item.js';
import type { BundleRecord } from '../read-roster.js';
import type { SendJob } from '../sending/bundle-sender.js';

/** What is filled in once for all files. */
export interface SharedFields {
  readonly certificationId: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly showsResults: boolean;
  readonly hasConsent: boolean;
  /** A person has looked at whose each file is. */
  readonly isReviewed: boolean;
}

export const NO_FIELDS: SharedFields = {
  certificationId: '',
  validFrom: '',
  validUntil: '',
  showsResults: false,
  hasConsent: false,
  isReviewed: false,
};

/** What is sent with one file: its own values, else those of all. */
function fieldsOf(
  { own }: Pick<BundleItem, 'own'>,
  shared: SharedFields,
  {
    enrollmentId,
    certifications,
  }: { readonly enrollmentId: string; readonly certifications: readonly Certification[] },
): CertificateFields {
  const [only, second] = certifications;
  const certificationId = own?.certificationId ?? (second ? shared.certificationId : (only?.id ?? ''));
  const certification = certifications.find(({ id }) => id === certificationId);
  const validUntil = own?.validUntil ?? shared.validUntil;
  return {
    enrollmentId,
    certificationId,
    validFrom: own?.validFrom ?? shared.validFrom,
    ...(validUntil && certification?.requiresValidUntil && { validUntil }),
    showsResults: shared.showsResults,
    ...(shared.showsResults && shared.hasConsent && { consentTextVersion: CONSENT_TEXT_VERSION }),
  };
}

/** What these files are sent with. */
export function jobsOf(
  sendable: readonly SortedItem[],
  shared: SharedFields,
  { certifications = [] }: Partial<Pick<BundleRecord, 'certifications'>> = {},
): readonly SendJob[] {
  return sendable.flatMap(({ item, person }) =>
    person ? [{ item, fields: fieldsOf(item, shared, { enrollmentId: person.id, certifications }) }] : [],
  );
}

type Checked<Own> = { readonly shared: readonly Issue[]; readonly own: Own };

/** What is wrong with the fields of these files, for all together and by file. */
export function checkItems(
  sorted: readonly Pick<SortedItem, 'item' | 'person'>[],
  fields: SharedFields,
  record: BundleRecord | undefined,
): Checked<ReadonlyMap<string, readonly Issue[]>> {
  const checked = sorted.flatMap(({ item, person }) =>
    person && record ? [[item.id, checkItem(item, fields, { person, record })] as const] : [],
  );
  return {
    shared: checked.flatMap(([, { shared }]) => shared),
    own: new Map(checked.flatMap(([id, { own }]) => (own.length > 0 ? [[id, own] as const] : []))),
  };
}

/** What is wrong with one file's fields, by whoever can mend it. */
function checkItem(
  item: BundleItem,
  shared: SharedFields,
  { person, record }: { readonly person: Enrollment; readonly record: BundleRecord },
): Checked<readonly Issue[]> {
  const fields = fieldsOf(item, shared, { enrollmentId: person.id, certifications: record.certifications });
  const issues = checkCertificateDraft(
    { ...fields, file: item.file },
    {
      enrollment: person,
      product: record.product,
      certification: record.certifications.find(({ id }) => id === fields.certificationId),
      maxSizeBytes: Infinity,
    },
  );
  const isOwn = ({ path }: Issue): boolean => path in (item.own ?? {}) || path === 'enrollmentId' || path === 'file';
  return { shared: issues.filter((issue) => !isOwn(issue)), own: issues.filter(isOwn) };
}
