import type { NewImportStep } from '@enrollkit/core';
import type { ImportTarget } from './apply/import-target.js';
import type { PlanDraft } from './plan-draft.js';
import type { SeenInFeed } from './compare/seen-in-feed.js';

const PAGE = 100;

/**
 * Plans to delete what the backend has and the feed hasn't. While it isn't known which products are in the feed, none is:
 * a product that can't be read, or that a comment without an end swallowed, must not be deleted for that.
 */
export async function planDeletions(draft: PlanDraft, target: ImportTarget, seen: SeenInFeed): Promise<void> {
  let missing = 0;
  for (let afterId: string | undefined; ;) {
    const page = await target.listProducts({ state: 'active', size: PAGE, ...(afterId !== undefined && { afterId }) });
    for (const product of page.items) {
      if (seen.ids.has(product.id)) {
        seen.newIds.stays(product);
        continue;
      }
      missing += 1;
      if (seen.unknownAt !== undefined) continue;
      const step = seen.newIds.find(product);
      if (step !== 'later') await remove(draft, product, step);
    }
    afterId = page.items.at(-1)?.id;
    if (page.items.length < PAGE) break;
  }
  if (seen.unknownAt === undefined)
    for (const [product, step] of seen.newIds.rest()) await remove(draft, product, step);
  if (seen.unknownAt === undefined || missing === 0) return;
  draft.note([
    {
      code: 'nothing-deleted',
      severity: 'warning',
      path: '',
      line: seen.unknownAt,
      params: { count: missing, firstLine: seen.unknownAt },
    },
  ]);
}

/** Plans to delete it, or to create it under its new id. */
async function remove(
  draft: PlanDraft,
  { id, name }: { readonly id: string; readonly name: string },
  created: NewImportStep | undefined,
): Promise<void> {
  if (created) await draft.rename(created, id);
  else await draft.add({ id, name, action: 'delete', changes: [] });
}
