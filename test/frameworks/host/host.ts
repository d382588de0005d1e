import type { HostBackend, PriceBreakdown } from '@enrollkit/elements';

type Booking = Awaited<ReturnType<NonNullable<HostBackend['getEnrollment']>>>;

let booking: Booking = {
  id: 'e1',
  productId: 'p1',
  participant: { name: 'Sanne Jansen', email: 'sanne@example.org' },
  startDate: '2026-08-24',
  endDate: '2026-09-12',
  status: 'started',
  history: [],
  version: 1,
};

/** What a host hands in: its own object. */
export const backend: HostBackend = {
  clock: () => '2026-09-01T10:00:00.000Z',
  getEnrollment: async () => booking,
  changeStatus: async (_id, status) => (booking = { ...booking, status, version: booking.version + 1 }),
};

/** 1,000.00 and 21% VAT. */
export const product: PriceBreakdown['product'] = {
  id: 'p1',
  productType: 'course',
  price: { amountMinor: 100_000, vat: 'excluded', vatMinor: 21_000, period: 'all', complete: true },
  additionalCosts: [],
  discounts: [],
};
