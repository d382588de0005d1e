import type { WireCertificate } from '@enrollkit/core/wire';

// Examples in the documentation are executed as tests, on a database with these records.

const PDF = '%PDF-1.7\n% diploma\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n';

/** A whole PDF, as small as they come. */
export const EXAMPLE_FILE_BASE64 = Buffer.from(PDF).toString('base64');

export const EXAMPLE_CERTIFICATE: WireCertificate = {
  id: 'c-1001',
  booking_id: 'b-1001',
  certification_id: 'prince2-foundation',
  certification: { name: 'PRINCE2 Foundation', description: 'The first of two exams' },
  user: { email: 'jan@example.nl', external_id: 'emp-17' },
  file: {
    name: 'diploma.pdf',
    media_type: 'application/pdf',
    size_bytes: PDF.length,
    sha256: '5c0a4f2f1f0a3b1f4c4c6a7be9c2f5d2a2b7c1d7f9c83b6f5e0d4a1b2c3d4e5f',
  },
  valid_from: '2026-09-12',
  status: 'valid',
  uploaded_by: 'p.devries',
  created_at: '2026-09-14T08:30:00.000Z',
  version: 1,
};
