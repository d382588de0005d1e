import type {
  WireBooking,
  WireCertificate,
  WireCertification,
  WireImport,
  WireImportStep,
  WireProduct,
} from '@enrollkit/core/wire';

// The records in the examples of the documentation. Every example is executed as a test, on a database with these.

const PDF = '%PDF-1.7\n% diploma\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n';

/** A whole PDF, as small as they come. */
export const EXAMPLE_FILE_BASE64 = Buffer.from(PDF).toString('base64');

export const EXAMPLE_CERTIFICATION: WireCertification = {
  id: 'prince2-foundation',
  name: 'PRINCE2 Foundation',
  description: 'The first of two exams',
  requires_valid_until: false,
  verified: true,
  version: 2,
};

export const EXAMPLE_PRODUCT: WireProduct = {
  id: 'prince2',
  name: 'PRINCE2 Foundation in three days',
  description: '<p>Three days, with the exam on the last.</p>',
  language: 'nl',
  product_type: 'open',
  course_type: 'training',
  price: { amount_minor: 39900, vat: 'excluded', vat_minor: 8379, period: 'all', complete: true },
  image_urls: [],
  additional_costs: [
    { id: 'exam', type: 'examination', amount_minor: 19500, vat: 'excluded', vat_minor: 4095, mandatory: true },
  ],
  discounts: [],
  trainer_emails: [],
  allowed_sites: [],
  regions: [],
  cost_placements: [],
  pe_points: [],
  moments: ['daytime'],
  starting_dates: [
    {
      id: 'autumn',
      start_date: '2026-08-24',
      start_date_is_month_only: false,
      end_date: '2026-09-12',
      end_date_is_month_only: false,
      place: 'Utrecht',
      schedule: [],
    },
  ],
  lti_params: [],
  state: 'active',
  certification_ids: ['prince2-foundation'],
  start_states: [],
  version: 2,
};

export const EXAMPLE_BOOKING: WireBooking = {
  id: 'b-1001',
  product_id: 'prince2',
  starting_date_id: 'autumn',
  participant: { name: 'Jan Jansen', email: 'jan@example.nl', external_id: 'emp-17', employer_id: 'acme' },
  start_date: '2026-08-24',
  start_date_is_month_only: false,
  end_date: '2026-09-12',
  end_date_is_month_only: false,
  status: 'accepted',
  participation_status: 'enrolled',
  accepted_at: '2026-08-20T10:00:00.000Z',
  created_at: '2026-08-20T10:00:00.000Z',
  updated_at: '2026-08-20T10:00:00.000Z',
  history: [
    {
      from: 'unknown',
      to: 'enrolled',
      at: '2026-08-20T10:00:00.000Z',
      cause: { kind: 'rule', rule: 'enrollment-accepted' },
    },
  ],
  version: 1,
};

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

/** A plan that somebody may look at. */
export const EXAMPLE_IMPORT: WireImport = {
  id: 'i-1001',
  kind: 'products',
  state: 'planned',
  source: {
    kind: 'upload',
    name: 'feed.xml',
    sha256: '5c0a4f2f1f0a3b1f4c4c6a7be9c2f5d2a2b7c1d7f9c83b6f5e0d4a1b2c3d4e5f',
    size_bytes: 48_213,
  },
  options: { apply_when_planned: false, max_deleted_share: 20 },
  started_at: '2026-08-20T10:00:00.000Z',
  started_by: 'p.devries',
  planned_at: '2026-08-20T10:00:02.000Z',
  counts: {
    products: 120,
    before: 117,
    create: 3,
    update: 12,
    unchanged: 104,
    delete: 0,
    restore: 0,
    invite: 1,
    errors: 1,
    warnings: 2,
    left: 1,
    applied: 0,
  },
  version: 2,
  findings: [
    {
      code: 'decimal-comma',
      severity: 'warning',
      path: 'price.amount_minor',
      line: 14,
      column: 14,
      record_id: 'prince2',
      params: { value: '399,00', expected: '399.00' },
      text: 'Het bedrag “399,00” heeft een komma. Schrijf 399.00.',
    },
  ],
};

export const EXAMPLE_IMPORT_STEP: WireImportStep = {
  import_id: 'i-1001',
  id: 'prince2',
  order: 1,
  name: 'PRINCE2 Foundation in three days',
  action: 'update',
  changes: [{ path: 'price.amount_minor', from: 39900, to: 41900 }],
  line: 3,
};

/** The smallest feeds there are. */
export const EXAMPLE_FEEDS = {
  products: '<?xml version="1.0" encoding="UTF-8"?>\n<Products><Product>…</Product></Products>\n',
  trainers:
    '<?xml version="1.0" encoding="UTF-8"?>\n<Trainers><Trainer><Email>ada@example.nl</Email></Trainer></Trainers>\n',
} as const;

/** One page with one record. */
export function examplePage(item: unknown): unknown {
  return { items: [item], total: 1, size: 50, offset: 0 };
}
