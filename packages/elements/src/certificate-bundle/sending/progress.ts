import { isOnItsWay, type BundleItem } from '../bundle-item.js';

/** Of so many that are sent together. */
export interface Progress {
  readonly total: number;
  /** Have come to their end. */
  readonly done: number;
  /** The same, with the files' worth of bytes that have gone and aren't answered yet. */
  readonly gone: number;
}

/** How far these are. */
export function progressOf(
  items: readonly BundleItem[],
  { total, underWay }: { readonly total: number; readonly underWay: number },
): Progress {
  const done = total - items.filter(isOnItsWay).length;
  return { total, done, gone: Math.min(total, done + underWay) };
}
