import type { ImportKind, ImportSession, ImportStep, Page, PlanProgress } from '@enrollkit/core';

/** A feed that was checked, to be imported. */
export interface ImportedFeed {
  readonly name: string;
  readonly content: Blob;
  readonly kind: ImportKind;
}

/** Plans and applies imports, wherever the records are. */
export interface FeedImporter {
  /** Compares the feed with the courses, or trainers, that are there. Nothing is changed yet. */
  plan(feed: ImportedFeed, options: { readonly onProgress: (progress: PlanProgress) => void }): Promise<ImportSession>;
  listSteps(importId: string, offset: number, limit: number): Promise<Page<ImportStep>>;
  /** Carries the plan out. `onProgress` hears how many steps are done. */
  apply(
    plan: ImportSession,
    feed: ImportedFeed,
    options: { readonly force: boolean; readonly onProgress: (done: number) => void },
  ): Promise<ImportSession>;
  /** Leaves the plan as it is. */
  cancel(importId: string): Promise<void>;
}

/** Steps in a plan. */
export function stepCount({ counts }: ImportSession): number {
  return counts.create + counts.update + counts.restore + counts.delete + counts.invite;
}
