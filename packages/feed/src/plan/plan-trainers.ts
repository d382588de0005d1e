import { inBatches, normalizeEmail, type Issue, type StoredTrainer, type Trainer } from '@enrollkit/core';
import { FEED_BATCH } from './apply/feed-batch.js';
import { checkTrainers } from '../check/check-trainers.js';
import type { CheckedTrainer } from '../check/checked-entry.js';
import { compareTrainers, trainerName } from './compare/compare-trainers.js';
import { detachedText } from './compare/detached-text.js';
import type { DraftedStep, PlanDraft } from './plan-draft.js';
import type { Planner } from './planner.js';
import { progressOf } from './progress-of.js';
import { sanitizedTrainer } from './compare/sanitized.js';
import { untilUnreadable } from './until-unreadable.js';

/**
 * Plans what a feed of trainers changes: who is unknown is invited, of who is known the profile is updated. Who isn't in
 * the feed stays. Source: domain.md section 5.
 */
export const planTrainers: Planner = async (draft, target, source, { sanitize, onProgress, ...options }) => {
  const seen = new Set<string>();
  let problem: Issue | undefined;
  const progress = progressOf(onProgress);
  const entries = untilUnreadable(
    checkTrainers(source, { ...options, ...progress.reading }),
    (found) => (problem = found),
  );
  for await (const batch of inBatches(entries, { ...FEED_BATCH, weigh: ({ trainer }) => trainer?.bio?.length ?? 0 })) {
    const trainers = batch.flatMap((entry) => takeIn(draft, seen, entry) ?? []);
    const emails = trainers.map(({ email }) => email);
    const { items } = emails.length > 0 ? await target.listTrainers({ emails, size: emails.length }) : { items: [] };
    const stored = new Map(items.map((item) => [item.email, item]));
    for (const { email, trainer, line } of trainers) {
      const step = trainerStep(email, sanitizedTrainer(trainer, sanitize), stored.get(email));
      if (step) await draft.add({ ...step, line });
      else draft.count('unchanged');
    }
    progress.count(batch.length);
    await draft.noteProgress(progress.readBytes);
  }
  return problem;
};

interface ReadTrainer {
  /** In lower case: by which a trainer is known. */
  readonly email: string;
  readonly trainer: Trainer;
  readonly line: number;
}

function takeIn(draft: PlanDraft, seen: Set<string>, entry: CheckedTrainer): ReadTrainer | undefined {
  const { trainer, issues, line, marks } = entry;
  const email = trainer && normalizeEmail(trainer.email);
  draft.note(issues, email ?? entry.id);
  const isItem = trainer !== undefined || marks.length > 0;
  if (isItem) draft.count('products');
  const isBad = issues.some(({ severity }) => severity === 'error');
  if (trainer && email !== undefined && !isBad && !seen.has(email)) {
    seen.add(detachedText(email));
    return { email, trainer, line };
  }
  if (isItem) draft.count('left');
  return undefined;
}

function trainerStep(id: string, trainer: Trainer, stored: StoredTrainer | undefined): DraftedStep | undefined {
  const name = trainerName(trainer);
  if (!stored) return { id, name, action: 'invite', changes: [] };
  // What trainers say of themselves, a feed doesn't replace.
  if (stored.ownProfile) return undefined;
  const changes = compareTrainers(stored, trainer);
  return changes.length > 0 ? { id, name, action: 'update', changes } : undefined;
}
