import { hasErrorCode, type FeedImport, type Issue } from '@enrollkit/core';
import type { FeedSource } from '../../bytes/read-source.js';
import { applyFeedSteps } from './apply-feed-steps.js';
import type { ApplyImportOptions, ImportTarget } from './import-target.js';
import { progressOf } from '../progress-of.js';
import { SOURCE_CHANGED, sourceChanged } from '../compare/source-changed.js';
import { StepQueue } from './step-queue.js';

/** A step may tell of thousands of changes, and a record be as long as a book. */
const STEPS_AT_ONCE = 50;

/**
 * Carries out a plan, some steps at a time, each with its record in one transaction. Called again after a crash, or after it was
 * stopped, it goes on with the steps that aren't done; an import that is done is answered as it is.
 *
 * The source must be the one that was planned: rejects with `invalid` (`import-source-changed`) when its SHA-256 is another
 * one. A plan that its guard holds is carried out only with `force`. When the backend refuses a record for good, the import
 * becomes `failed` and says why. Rejects with `aborted` when `signal` says so; the steps done so far stay done.
 *
 * @example
 * const done = await applyImport(backend, plan.id, file, { sha256, sanitize: sanitizeDescription });
 * done.state; // 'done'
 */
export async function applyImport(
  target: ImportTarget,
  importId: string,
  source: FeedSource,
  options: ApplyImportOptions,
): Promise<FeedImport> {
  const planned = await target.getImport(importId);
  if (planned.state === 'done') return planned;
  if (planned.source.sha256 !== options.sha256) throw sourceChanged();
  const { force, newIds, newIdExceptions } = options;
  const { counts } = await target.startApplying(importId, {
    ...(force && { force }),
    ...(newIds && { newIds }),
    ...(newIdExceptions && { newIdExceptions }),
  });
  const steps = counts.create + counts.update + counts.restore + counts.delete + counts.invite;
  const progress = progressOf(options.onProgress, steps);
  progress.count(counts.applied);
  const { sanitize, limits, signal, budget } = options;
  const queue = new StepQueue(target, importId, {
    onApplied: (count) => progress.count(count),
    stepsAtOnce: options.stepsAtOnce ?? STEPS_AT_ONCE,
    signal,
  });
  const reading = {
    ...(limits && { limits }),
    ...(signal && { signal }),
    ...(budget && { budget }),
    ...progress.reading,
  };
  try {
    await applyFeedSteps(queue, { kind: planned.kind, source, sanitize, reading });
    // What is no longer in the feed, and who is only named in it.
    while (await queue.next()) await queue.apply();
  } catch (error) {
    const [problem] = hasErrorCode(error, 'invalid') ? error.issues : [];
    if (!problem || problem.code === SOURCE_CHANGED) throw error;
    return giveUp(target, importId, problem, queue.current);
  }
  return target.finishImport(importId);
}

/** Refused while it was being applied: for its state (somebody has cancelled it), or for a record. */
async function giveUp(
  target: ImportTarget,
  importId: string,
  problem: Issue,
  recordId: string | undefined,
): Promise<FeedImport> {
  const now = await target.getImport(importId);
  if (now.state !== 'applying') return now;
  return target.failImport(importId, {
    ...problem,
    params: { ...problem.params, ...(recordId !== undefined && { recordId }) },
  });
}
