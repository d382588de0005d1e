import type { ElementTag } from '@enrollkit/elements';

/** When not to use an element, and what to use then. What it is for is in the manifest. */
export const NOT_FOR: Readonly<Record<string, string>> = {
  'booking-withdrawal':
    'Not for bookings by a company, and not to cancel as a provider: that is the status of the enrollment.',
  'certificate-bundle': 'Not for one participant: take `<certificate-upload>`.',
  'certificate-list':
    'Not to upload: `<certificate-upload>` for one enrollment, `<certificate-bundle>` for a course date.',
  'certificate-upload': 'Not for a whole course date: take `<certificate-bundle>`.',
  'course-booking':
    'Not to show prices or starts alone: take `<price-breakdown>` or `<starting-dates>`, which it brings along.',
  'enrollkit-backend': 'Not needed when one backend serves the whole page: call `setDefaultBackend()` once.',
  'enrollment-roster': 'Not for one enrollment: take `<enrollment-status>`.',
  'enrollment-status': 'Not for a long list in which statuses are changed: take `<enrollment-roster>`.',
  'feed-check': 'Not to import: it sends nothing. Importing is done by the command line or the server.',
  'invoice-upload': 'Not for certificates, which other people may see: take `<certificate-upload>`.',
  'price-breakdown': 'Not for a list of courses: a total per card is a word of your own, from `calculatePrice()`.',
  'product-certifications': 'Not for participants: they see what a course leads to in `<product-details>`.',
  'product-details': 'Not for prices and dates: `<price-breakdown>` and `<starting-dates>` stand beside it.',
  'starting-dates': 'Not to book: `<course-booking>` does that. It is a form control in a form of your own.',
} satisfies Record<ElementTag, string>;
