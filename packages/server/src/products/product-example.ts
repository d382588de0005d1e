import type { WireProduct } from '@enrollkit/core/wire';

// Examples in the documentation are executed as tests, on a database with these records.

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
