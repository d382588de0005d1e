import type { WireBooking } from '@enrollkit/core/wire';

// Examples in the documentation are executed as tests, on a database with these records.

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
