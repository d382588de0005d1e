/** What a page's own server has read already. */

/** @type {import('@enrollkit/core').Enrollment} */
export const enrollment = {
  id: 'e1',
  productId: 'p1',
  participant: { name: 'Sanne Jansen', email: 'sanne@example.org' },
  startDate: '2026-08-24',
  endDate: '2026-09-12',
  status: 'started',
  history: [],
  version: 1,
};

/** @type {import('@enrollkit/core').Product} 1,000.00 and 21% VAT, one start. */
export const product = {
  id: 'p1',
  productType: 'course',
  courseType: 'training',
  name: 'Prince2 Foundation',
  language: 'en',
  level: 'Advanced',
  description: '<p>Plan &amp; run <b>projects</b>.</p><script>alert(1)</script>',
  webAddress: '/prince2',
  imageUrls: ['https://example.org/prince2.jpg'],
  price: { amountMinor: 100_000, vat: 'excluded', vatMinor: 21_000, period: 'all', complete: true },
  additionalCosts: [],
  discounts: [],
  trainerEmails: [],
  allowedSites: [],
  regions: [],
  costPlacements: [],
  pePoints: [],
  moments: [],
  ltiParams: [],
  certificationIds: [],
  startStates: [],
  state: 'active',
  version: 1,
  startingDates: [
    {
      id: 's1',
      startDate: '2031-03-05',
      startDateIsMonthOnly: false,
      endDate: '2031-03-07',
      endDateIsMonthOnly: false,
      place: 'Utrecht',
      schedule: [],
    },
  ],
};
