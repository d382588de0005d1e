import type { CalendarDay } from '../calendar/time.js';
import type { BookingIssueCode } from '../issue-codes.js';
import { errorIssue, type Issue } from '../issue.js';
import type { StoredProduct } from './product.js';
import { isForSite } from './public-product.js';
import { offerOf, type StartAvailability } from './start-offer.js';

export interface BookableOptions {
  /** The day of the booking where the provider is. Without it no start counts as over. */
  readonly today?: CalendarDay;
  readonly startingDateId?: string | undefined;
  /** The site on which it is booked. A product of some sites takes bookings on those only. */
  readonly site?: string | undefined;
  /** The provider books by itself, and knows for which group: it need not name a site. */
  readonly isProvider?: boolean | undefined;
  /** The provider knows that it is full and books all the same. */
  readonly overbook?: boolean | undefined;
}

const WHY_NOT = {
  past: 'start-past',
  cancelled: 'start-cancelled',
  closed: 'start-closed',
  full: 'start-full',
} as const satisfies Record<Exclude<StartAvailability, 'open'>, BookingIssueCode>;

/**
 * Why nobody can book a product, or one start of it, every reason at once. `startStates` of the product hold what is known of
 * its seats. Source: domain.md section 4 (MaxParticipants 0, seats, group products).
 *
 * @example
 * checkBookable({ ...product, maxParticipants: 0 }); // [{ code: 'product-full', severity: 'error', path: 'productId', params: {} }]
 */
export function checkBookable(product: StoredProduct, options: BookableOptions = {}): readonly Issue[] {
  const { today = '0000-01-01', startingDateId, site, isProvider = false, overbook = false } = options;
  const issues: Issue[] = [];
  const refuse = (code: BookingIssueCode, path: string, params: Issue['params'] = {}): void =>
    void issues.push(errorIssue(code, path, params));

  if (product.state === 'deleted') refuse('product-deleted', 'productId');
  if (product.maxParticipants === 0) refuse('product-full', 'productId');
  if (!(isProvider && site === undefined) && !isForSite(product, site)) {
    refuse('site-not-allowed', 'site', { allowed: product.allowedSites.join(', ') });
  }
  const start = product.startingDates.find(({ id }) => id !== undefined && id === startingDateId);
  // A start of another system: its dates come with the booking.
  if (startingDateId === undefined || !start) return [...issues, ...cancelledStart(product, startingDateId)];

  const { availability } = offerOf(product, start, today);
  // That the product takes nobody at all is said already.
  const isSaid = availability === 'full' && product.maxParticipants === 0;
  if (availability === 'open' || isSaid || (availability === 'full' && overbook)) return issues;
  refuse(WHY_NOT[availability], 'startingDateId', { startingDateId });
  return issues;
}

/** A start that was taken out of the feed after it was cancelled. */
function cancelledStart(product: StoredProduct, startingDateId: string | undefined): readonly Issue[] {
  const state = product.startStates.find((known) => known.startingDateId === startingDateId);
  if (startingDateId === undefined || state?.cancelledAt === undefined) return [];
  return [errorIssue('start-cancelled', 'startingDateId', { startingDateId })];
}
