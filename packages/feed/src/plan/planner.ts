import type { Issue } from '@enrollkit/core';
import type { FeedSource } from '../bytes/read-source.js';
import type { ImportTarget, PlanImportOptions } from './apply/import-target.js';
import type { PlanDraft } from './plan-draft.js';

/** Reads a feed into a draft. Answers why there can be no plan, when there can't. */
export type Planner = (
  draft: PlanDraft,
  target: ImportTarget,
  source: FeedSource,
  options: PlanImportOptions,
) => Promise<Issue | undefined>;
