import type { CalendarDay, ImportPort, NewIdChoice, PeOrganisation, ProductPort, TrainerPort } from '@enrollkit/core';
import type { ReadProductsOptions, ReadProgress } from '../../read/feed-entry.js';

/** The backend that a feed is imported into. */
export type ImportTarget = Pick<
  ImportPort,
  | 'getImport'
  | 'restartPlan'
  | 'putImportSteps'
  | 'listNamesakes'
  | 'notePlanProgress'
  | 'finishPlan'
  | 'startApplying'
  | 'listImportSteps'
  | 'applyImportSteps'
  | 'finishImport'
  | 'failImport'
> &
  Pick<ProductPort, 'listProducts'> &
  Pick<TrainerPort, 'listTrainers'>;

/** How far an import is. */
export interface ImportProgress extends ReadProgress {
  /** Records looked at while planning, steps done while applying. */
  readonly records: number;
  /** Steps in all, while applying. */
  readonly steps?: number;
}

/** What planning and applying have in common. */
export interface ImportWorkOptions extends Pick<ReadProductsOptions, 'limits' | 'signal' | 'budget'> {
  /** Drops everything from HTML that is never shown: what is compared is what is stored. */
  readonly sanitize: (html: string) => string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface PlanImportOptions extends ImportWorkOptions {
  /** The day on which the feed is checked: starting dates before it have passed. */
  readonly today: CalendarDay;
  /** The organisations that PE points may be of: another is a warning. Without a list any may. */
  readonly peOrganisations?: readonly PeOrganisation[];
}

export interface ApplyImportOptions extends ImportWorkOptions {
  /** SHA-256 of the source, in hexadecimal digits, as whoever stored it knows it. */
  readonly sha256: string;
  /** How many are done in one transaction. Default 50: more save little time, and who watches hears less. */
  readonly stepsAtOnce?: number;
  /** Also when the guard holds the plan. */
  readonly force?: boolean;
  /** What becomes of products that are in the feed under a new id: chosen for all, but for these ids. */
  readonly newIds?: NewIdChoice;
  readonly newIdExceptions?: readonly string[];
}
