import { STATUSES, type EnrollmentQuery, type ParticipationStatus } from '@enrollkit/core';
import { warnOnce } from '../../base/warn-once.js';

/** What a host asks for. Everything it may see, when it names neither course nor date. */
export function baseQuery({
  productId,
  startingDateId,
  status,
}: {
  readonly productId: string | undefined;
  readonly startingDateId: string | undefined;
  readonly status: string | undefined;
}): EnrollmentQuery {
  const statuses = status?.trim().split(/\s+/).filter(Boolean) ?? [];
  const known = statuses.filter((each): each is ParticipationStatus => (STATUSES as readonly string[]).includes(each));
  if (known.length < statuses.length) warnOnce('status-unknown', [String(status)]);
  return {
    ...(productId && { productId }),
    ...(startingDateId && { startingDateId }),
    ...(known.length > 0 && { status: known }),
  };
}
