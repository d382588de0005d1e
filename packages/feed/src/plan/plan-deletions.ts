import type { ImportTarget } from './import-target.js';
import type { PlanDraft } from './plan-draft.js';
import type { SeenInFeed } from './seen-in-feed.js';

const PAGE = 100;

/**
 * Plans to delete what the backend has and the feed hasn't. While it isn't known which products are in the feed, none is:
 * a product that can't be read, or that a comment without an end swallowed, must not be deleted for that.
 */
export async function planDeletions(draft: PlanDraft, target: ImportTarget, seen: SeenInFeed): Promise<void> {
  let missing = 0;
  for (let afterId: string | undefined; ;) {
    const page = await target.listProducts({ state: 'active', size: PAGE, ...(afterId !== undefined && { afterId }) });
    for (const { id, name } of page.items) {
      if (seen.ids.has(id)) continue;
      missing += 1;
      if (seen.unknownAt === undefined) await draft.add({ id, name, action: 'delete', changes: [] });
    }
    afterId = page.items.at(-1)?.id;
    if (page.items.length < PAGE) break;
  }
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
