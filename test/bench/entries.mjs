/** What is measured: a page that uses one element alone, from the built packages. */
export const ENTRIES = {
  'enrollment-status': ['@enrollkit/elements/enrollment-status.js'],
  'enrollment-roster': ['@enrollkit/elements/enrollment-roster.js'],
  'certificate-bundle': ['@enrollkit/elements/certificate-bundle.js'],
  'certificate-upload': ['@enrollkit/elements/certificate-upload.js'],
  'feed-check': ['@enrollkit/elements/feed-check.js'],
  'invoice-upload': ['@enrollkit/elements/invoice-upload.js'],
  'price-breakdown': ['@enrollkit/elements/price-breakdown.js'],
  'booking-withdrawal': ['@enrollkit/elements/booking-withdrawal.js'],
  'course-booking': ['@enrollkit/elements/course-booking.js'],
  'certificate-list': ['@enrollkit/elements/certificate-list.js'],
  'product-certifications': ['@enrollkit/elements/product-certifications.js'],
  'product-details': ['@enrollkit/elements/product-details.js'],
  'starting-dates': ['@enrollkit/elements/starting-dates.js'],
};
