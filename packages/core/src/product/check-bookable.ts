import { errorIssue, type Issue } from '../issue.js';
import type { BookingIssueCode } from '../issue-codes.js';
import type { StoredProduct } from './product.js';

/**
 * Why nobody can book a product, or one start of it: `product-deleted`, `product-full`, `start-closed`, `start-cancelled`.
 * Source: domain.md section 4 (MaxParticipants 0, AvailableSeats 0).
 *
 * @example
 * checkBookable({ ...product, maxParticipants: 0 }); // [{ code: 'product-full', severity: 'error', path: 'productId', params: {} }]
 */
export function checkBookable(product: StoredProduct, startingDateId?: string): readonly Issue[] {
  const issues: Issue[] = [];
  const refuse = (code: BookingIssueCode, path: string, params: Issue['params'] = {}): void =>
    void issues.push(errorIssue(code, path, params));

  if (product.state === 'deleted') refuse('product-deleted', 'productId');
  if (product.maxParticipants === 0) refuse('product-full', 'productId');
  if (startingDateId === undefined) return issues;

  const isThis = ({ startingDateId: id }: { readonly startingDateId: string }): boolean => id === startingDateId;
  if (product.startStates.find(isThis)?.cancelledAt !== undefined) {
    refuse('start-cancelled', 'startingDateId', { startingDateId });
  } else if (product.startingDates.find(({ id }) => id === startingDateId)?.availableSeats === 0) {
    refuse('start-closed', 'startingDateId', { startingDateId });
  }
  return issues;
}
