import { isOnItsWay, isOver, withoutBytes, type BundleItem } from '../bundle-item.js';
import type { ItemChange } from '../sending/bundle-sender.js';
import { withDecisionsOf } from '../review/item-changes.js';
import type { Stop } from '../sending/say-stop.js';

/** How far sending is: of all that is sent together, what became of these files. */
export interface Standing {
  readonly total: number;
  readonly changes: readonly (readonly [id: string, change: ItemChange])[];
  /** Nothing more is begun, and why, when no person paused it. */
  readonly rest?: { readonly stop?: Stop };
}

function hasEnded(item: Pick<BundleItem, 'state'>): boolean {
  return item.state === 'failed' || isOver(item as BundleItem);
}

/** What is told of these files. An error itself may be something that can't leave its window. */
export function standingOf(total: number, items: readonly BundleItem[]): Standing {
  return {
    total,
    changes: items
      .filter((item) => hasEnded(item) || isOnItsWay(item) || item.state === 'ready')
      .map(({ id, state, certificateId, problem }) => [
        id,
        {
          state,
          ...(certificateId !== undefined && { certificateId }),
          ...(problem && { problem: { code: problem.code, params: problem.params } }),
        },
      ]),
  };
}

/** Nothing more is begun. */
export function restOf(stop: Stop | undefined): Standing {
  return { total: 0, changes: [], rest: stop ? { stop } : {} };
}

/** How a file is after that; what the backend has needs no bytes here. */
export function withChange({ problem: _, ...item }: BundleItem, change: ItemChange): BundleItem {
  const changed = { ...item, ...change };
  return change.state === 'sent' || change.state === 'there' ? withoutBytes(changed) : changed;
}

/** The files after what another window told of its own; of one that nothing keeps from sending only what has come to its end. */
export function withStanding(
  items: readonly BundleItem[],
  { changes }: Standing,
  { isElsewhere }: { readonly isElsewhere: boolean },
): readonly BundleItem[] {
  const told = new Map(changes);
  return items.map((item) => {
    const change = told.get(item.id);
    if (!change || isOver(item) || !(isElsewhere || hasEnded(change))) return item;
    // What becomes of one that the backend keeps, only the window hears that gave it.
    return { ...withChange(item, change), ...(change.state === 'queued' && { isRestored: true as const }) };
  });
}

/**
 * The files as they are kept, and what is only here. What has come to its end here has done so, whatever is kept of it; what
 * a person here has decided about the `held` ones, nobody could write yet.
 */
export function withKept(
  items: readonly BundleItem[],
  kept: readonly BundleItem[],
  held: ReadonlySet<string>,
): readonly BundleItem[] {
  const here = new Map(items.map((item) => [item.id, item]));
  const ids = new Set(kept.map(({ id }) => id));
  const merged = kept.map((item) => {
    const own = here.get(item.id);
    if (own && isOver(own)) return own;
    return own && held.has(item.id) ? withDecisionsOf(own, restored(item)) : restored(item);
  });
  return [...merged, ...items.filter(({ id }) => !ids.has(id))];
}

/** What was on its way when its page was closed may have arrived, or not. */
function restored(item: BundleItem): BundleItem {
  if (hasEnded(item)) return { ...item, isRestored: true };
  // That it was there is said anew, of what is there now.
  const { problem, ...rest } = item;
  return { ...rest, ...(problem && problem.code !== 'duplicate' && { problem }), state: 'ready', isRestored: true };
}

/** What another window had begun and nobody heard the end of. */
export function withoutBegun(items: readonly BundleItem[]): readonly BundleItem[] {
  return items.map((item) => (isOnItsWay(item) ? { ...item, state: 'ready' } : item));
}
