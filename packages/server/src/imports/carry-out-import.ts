import type { CalendarDay, FeedImport, PeOrganisation } from '@enrollkit/core';
import { applyImport, planImport, type ImportProgress, type ImportTarget } from '@enrollkit/feed';
import { sanitizeDescription } from '@enrollkit/feed/html/without-dom.js';

/** One import, as plain data. */
export interface ImportTask {
  readonly id: string;
  readonly sha256: string;
  readonly applyWhenPlanned: boolean;
  readonly maxFeedBytes: number;
  /** On the provider's calendar. */
  readonly today: CalendarDay;
  readonly peOrganisations?: readonly PeOrganisation[] | undefined;
}

export interface CarryOutOptions {
  readonly signal: AbortSignal;
  /** Hears of each step that is done. */
  readonly onStep?: (() => void) | undefined;
}

/** Plans an import, and applies it when that was asked. `openSource` begins the feed anew each time. */
export async function carryOutImport(
  target: ImportTarget,
  openSource: () => AsyncIterable<Uint8Array>,
  { id, sha256, applyWhenPlanned, maxFeedBytes, today, peOrganisations }: ImportTask,
  { signal, onStep }: CarryOutOptions,
): Promise<FeedImport> {
  const work = { sanitize: sanitizeDescription, limits: { bytes: maxFeedBytes }, signal };
  const planned = await planImport(target, id, openSource(), {
    ...work,
    today,
    ...(peOrganisations && { peOrganisations }),
  });
  const isWanted = planned.state === 'applying' || (planned.state === 'planned' && applyWhenPlanned);
  if (!isWanted) return planned;
  let done = planned.counts.applied;
  const onProgress = ({ records }: ImportProgress): void => {
    for (; done < records; done += 1) onStep?.();
  };
  return applyImport(target, id, openSource(), { ...work, sha256, onProgress });
}
