import { hasErrorCode, type FullBackend } from '@enrollkit/core';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import { planStarts, productsWithMinimum, type PlannedStart } from './start-plans.js';

/** What history says of whoever did it. */
const ACTOR = 'start-deadline';

export interface CancelledCounts {
  readonly announced: number;
  readonly withdrawn: number;
  readonly cancelled: number;
}

const COUNTED = { announce: 'announced', withdraw: 'withdrawn', cancel: 'cancelled' } as const;

/**
 * Announces that starts which too few people booked will be cancelled, cancels those that were announced and whose deadline
 * has come, and takes back what is not needed any more. Source: domain.md section 4, MinNumberOfSeats.
 */
export async function cancelStarts(
  parts: ServerParts,
  { deadlineDays, signal }: { readonly deadlineDays: number; readonly signal: AbortSignal },
): Promise<CancelledCounts> {
  const counts = { announced: 0, withdrawn: 0, cancelled: 0 };
  for (const { providerId, id } of await productsWithMinimum(parts.database)) {
    signal.throwIfAborted();
    const backend = openBackend(parts, serverActor(ACTOR, providerId));
    for await (const planned of planStarts(backend, [id], { deadlineDays })) {
      if (await act(backend, planned)) counts[COUNTED[planned.action]] += 1;
    }
  }
  return counts;
}

async function act(backend: FullBackend, { action, product, startingDateId }: PlannedStart): Promise<boolean> {
  try {
    if (action === 'announce') await backend.announceCancellation(product.id, startingDateId);
    else if (action === 'withdraw') await backend.withdrawCancellation(product.id, startingDateId);
    else await backend.cancelStart(product.id, startingDateId);
    return true;
  } catch (error) {
    // Somebody booked, or changed the product, since it was planned: the next run looks again.
    if (hasErrorCode(error, 'invalid') || hasErrorCode(error, 'not-found')) return false;
    throw error;
  }
}
