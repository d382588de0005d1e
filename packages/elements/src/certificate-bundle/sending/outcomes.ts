import { isOver, ownerOf, type BundleItem } from '../bundle-item.js';
import type { BundleOutcome } from '../certificate-bundle-events.js';

/** How many came to which end. */
export function countOutcomes(outcomes: readonly BundleOutcome[]): Readonly<Record<BundleOutcome['state'], number>> {
  const count = (state: BundleOutcome['state']): number => outcomes.filter((outcome) => outcome.state === state).length;
  return { sent: count('sent'), there: count('there'), queued: count('queued'), failed: count('failed') };
}

/** What became of everything that was sent, or was there and needed no sending. */
export function outcomesOf(items: readonly BundleItem[]): readonly BundleOutcome[] {
  return items.flatMap((item) => outcomeOf(item) ?? []);
}

/** What became of one file, when its way has come to an end. */
export function outcomeOf(item: BundleItem): BundleOutcome | undefined {
  const enrollmentId = ownerOf(item);
  const there = thereAtOnce(item);
  if (enrollmentId === undefined || !(isOver(item) || item.state === 'failed' || there)) return undefined;
  const state = there ? 'there' : (item.state as BundleOutcome['state']);
  const certificateId = there?.certificateId ?? item.certificateId;
  return {
    path: item.path,
    enrollmentId,
    state,
    ...(certificateId !== undefined && { certificateId }),
    ...(state === 'failed' && item.problem && { code: item.problem.code }),
  };
}

/** Nothing had to be sent of it: the backend had it before. What a person left out is no outcome. */
function thereAtOnce({ problem, isLeftOut, state }: BundleItem): { readonly certificateId?: string } | undefined {
  if (problem?.code !== 'duplicate' || isLeftOut || state !== 'ready') return undefined;
  return problem.params;
}
