import type { ImportKind, ImportOptions, ImportSession, ImportStep, Page, PlanProgress } from '@enrollkit/core';

/** A feed that was checked, to be imported. */
export interface ImportedFeed {
  readonly name: string;
  readonly content: Blob;
  readonly kind: ImportKind;
}

export interface StepsPage {
  readonly isNewId: boolean;
  readonly offset: number;
  readonly size: number;
}

/** What was chosen for courses under a new ID: for all, but for some of them the other. */
export type NewIdChoices = Required<Pick<ImportOptions, 'newIds' | 'newIdExceptions'>>;

/** Plans and applies imports, wherever the records are. */
export interface FeedImporter {
  /** Compares the feed with the courses, or trainers, that are there. Nothing is changed yet. */
  plan(feed: ImportedFeed, options: { readonly onProgress: (progress: PlanProgress) => void }): Promise<ImportSession>;
  /** Deletions first. `isNewId`: only those of courses under a new ID, or only the others. */
  listSteps(importId: string, page: StepsPage): Promise<Page<ImportStep>>;
  /** Carries the plan out. `onProgress` hears how many steps are done. */
  apply(
    plan: ImportSession,
    feed: ImportedFeed,
    options: NewIdChoices & { readonly force: boolean; readonly onProgress: (done: number) => void },
  ): Promise<ImportSession>;
  /** Leaves the plan as it is. */
  cancel(importId: string): Promise<void>;
}

/** Steps in a plan. */
export function stepCount({ counts }: ImportSession): number {
  return counts.create + counts.update + counts.restore + counts.delete + counts.invite;
}
