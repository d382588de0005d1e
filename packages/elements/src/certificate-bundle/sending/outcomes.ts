import { isOver, ownerOf, type BundleItem } from '../bundle-item.js';
import type { BundleOutcome } from '../certificate-bundle-events.js';

/** How many came to which end. */
export function countOutcomes(outcomes: readonly BundleOutcome[]): Readonly<Record<BundleOutcome['state'], number>> {
  const count = (state: BundleOutcome['state']): number => outcomes.filter((outcome) => outcome.state === state).length;
  return { sent: count('sent'), there: count('there'), queued: count('queued'), failed: count('failed') };
}

/** What became of everything that was sent. */
export function outcomesOf(items: readonly BundleItem[]): readonly BundleOutcome[] {
  return items.flatMap((item) => outcomeOf(item) ?? []);
}

/** What became of one file, when its way has come to an end. */
export function outcomeOf(item: BundleItem): BundleOutcome | undefined {
  const enrollmentId = ownerOf(item);
  if (enrollmentId === undefined || !(isOver(item) || item.state === 'failed')) return undefined;
  const state = item.state as BundleOutcome['state'];
  return {
    path: item.path,
    enrollmentId,
    state,
    ...(item.certificateId !== undefined && { certificateId: item.certificateId }),
    ...(state === 'failed' && item.problem && { code: item.problem.code }),
  };
}
