import type { WireImport, WireImportStep } from '@enrollkit/core/wire';

// Examples in the documentation are executed as tests, on a database with these records.

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
    new_ids: 0,
    errors: 1,
    warnings: 2,
    left: 1,
    applied: 0,
    enrollments: 0,
    open_enrollments: 0,
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
