// Generated from the elements by `npm run manifest`.
export * from './booking-withdrawal.js';
export * from './certificate-bundle.js';
export * from './certificate-list.js';
export * from './certificate-upload.js';
export * from './course-booking.js';
export * from './enrollkit-backend.js';
export * from './enrollment-roster.js';
export * from './enrollment-status.js';
export * from './feed-check.js';
export * from './invoice-upload.js';
export * from './price-breakdown.js';
export * from './product-certifications.js';
export * from './product-details.js';
export * from './starting-dates.js';
