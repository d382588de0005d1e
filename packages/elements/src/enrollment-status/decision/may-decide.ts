import type { Enrollment } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';

/**
 * Whether this person can do it here. The backend has to say so: who doesn't know whether they may isn't asked to decide
 * about others; and a host can have one of the two without the other.
 */
export function mayDecide(
  verdict: 'accept' | 'decline',
  { allowed, bookingState }: Enrollment,
  backend: HostBackend = {},
): boolean {
  const isOpen = bookingState === 'requested' || (verdict === 'accept' && bookingState === 'declined');
  const isAllowed = allowed?.includes(`enrollment.${verdict}`) === true;
  return isOpen && isAllowed && typeof backend[`${verdict}Enrollment`] === 'function';
}
