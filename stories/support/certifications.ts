import type { Certificate, Certification } from '@enrollkit/core';

export const FOUNDATION: Certification = {
  id: 'foundation',
  name: 'PRINCE2 Foundation',
  description: 'Projectmanagement, eerste niveau',
  requiresValidUntil: false,
  verified: true,
  version: 1,
};

export const PRACTITIONER: Certification = {
  id: 'practitioner',
  name: 'PRINCE2 Practitioner',
  requiresValidUntil: true,
  verified: true,
  version: 1,
};

/** A certificate that is there already. */
export function uploadedCertificate(overrides: Partial<Certificate> = {}): Certificate {
  return {
    id: 'certificate-1',
    enrollmentId: 'enrollment',
    certificationId: FOUNDATION.id,
    file: {
      name: 'certificaat-el-khatib.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 1_240_000,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
    validFrom: '2026-08-28',
    uploadedBy: 'Marije Postma',
    createdAt: '2026-08-31T12:40:00.000Z',
    version: 1,
    ...overrides,
  };
}
