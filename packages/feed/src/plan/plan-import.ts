import { hasErrorCode, type FeedImport, type Issue } from '@enrollkit/core';
import type { FeedSource } from '../bytes/read-source.js';
import type { ImportTarget, PlanImportOptions } from './apply/import-target.js';
import { PlanDraft } from './plan-draft.js';
import { planProducts } from './plan-products.js';
import { planTrainers } from './plan-trainers.js';
import type { Planner } from './planner.js';

const PLANNERS = { products: planProducts, trainers: planTrainers } as const satisfies Record<string, Planner>;

/**
 * Plans an import that is in the state `planning`: reads and checks the whole feed, compares it with what the backend has and
 * writes down a step for every record that has to change. Answers the import as `planned`, as `held` by its guard, or as
 * `failed` when the feed can't be read; an import that is further already, or that somebody ends meanwhile (another feed
 * took its place), is answered as it is.
 *
 * What has an error stays out of the plan, and what is in the feed at all is never deleted. A feed that is unreadable, breaks
 * off or has no products fails; one with a product that can't be read deletes nothing.
 *
 * Planning begins anew each time, so it can be called again after a crash, with the same source. Memory doesn't grow with
 * the feed but for the IDs in it. Rejects with `aborted` when `signal` says so; errors of the source and of the backend pass
 * through, and leave the import `planning`. Source: domain.md sections 4 and 5.
 *
 * @example
 * const { id } = await backend.createImport({ kind: 'products', source: { kind: 'local', sha256, sizeBytes: file.size } });
 * const plan = await planImport(backend, id, file, { today: '2026-11-22', sanitize: sanitizeDescription });
 * plan.counts; // { products: 120, create: 3, update: 12, unchanged: 105, delete: 42, … }
 */
export async function planImport(
  target: ImportTarget,
  importId: string,
  source: FeedSource,
  options: PlanImportOptions,
): Promise<FeedImport> {
  const session = await target.getImport(importId);
  if (session.state !== 'planning') return session;
  try {
    await target.restartPlan(importId);
    const draft = new PlanDraft(target, session);
    const problem = await PLANNERS[session.kind](draft, target, source, options);
    await draft.flush();
    const { counts, findings } = draft;
    return await target.finishPlan(importId, { counts, findings, ...(problem && { problem: bare(problem) }) });
  } catch (error) {
    const now = hasErrorCode(error, 'invalid') ? await target.getImport(importId) : session;
    if (now.state === 'planning') throw error;
    return now;
  }
}

/** Without the place in its line that a finding of a feed also has. */
function bare({ code, severity, path, line, params }: Issue): Issue {
  return { code, severity, path, params, ...(line !== undefined && { line }) };
}
