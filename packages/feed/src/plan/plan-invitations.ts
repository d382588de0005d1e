import type { ImportTarget } from './apply/import-target.js';
import type { PlanDraft } from './plan-draft.js';
import type { SeenInFeed } from './compare/seen-in-feed.js';

const BATCH = 100;

/** Plans to invite the trainers that products name and nobody knows yet. Source: domain.md section 4. */
export async function planInvitations(draft: PlanDraft, target: ImportTarget, seen: SeenInFeed): Promise<void> {
  // A step is found by its id: the trainer whose address is also the ID of a product waits for the next import.
  const emails = [...seen.trainers].filter((email) => !seen.ids.has(email));
  for (let at = 0; at < emails.length; at += BATCH) {
    const batch = emails.slice(at, at + BATCH);
    const { items } = await target.listTrainers({ emails: batch, size: batch.length });
    const known = new Set(items.map(({ email }) => email));
    for (const email of batch) {
      if (!known.has(email)) await draft.add({ id: email, name: email, action: 'invite', changes: [] });
    }
  }
}
