import type { WireCertification } from '@enrollkit/core/wire';

// Examples in the documentation are executed as tests, on a database with these records.

export const EXAMPLE_CERTIFICATION: WireCertification = {
  id: 'prince2-foundation',
  name: 'PRINCE2 Foundation',
  description: 'The first of two exams',
  requires_valid_until: false,
  verified: true,
  verification: 'verified',
  allowed: [],
  version: 2,
};
