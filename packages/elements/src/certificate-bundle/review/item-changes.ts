import type { BundleItem, OwnFields } from '../bundle-item.js';

// What a person changes about one file.

export type ItemDecision = Partial<Pick<BundleItem, 'isLeftOut' | 'isConfirmed'>>;

/** Whose it is, by a person who knows; `undefined` takes that back. */
export function withChosen(item: BundleItem, enrollmentId: string | undefined): BundleItem {
  const { chosenId: _, isConfirmed: __, problem, ...rest } = item;
  // That it was there already was said of somebody else.
  const kept = problem && !problem.code.startsWith('duplicate') ? { problem } : {};
  return { ...rest, ...kept, ...(enrollmentId !== undefined && { chosenId: enrollmentId }) };
}

/** Left out, taken back, or confirmed. */
export function withDecision(item: BundleItem, decision: ItemDecision): BundleItem {
  // One that the backend was to keep, as far as was known before the page was loaded anew, is taken into hand again.
  const isAgain = item.state === 'queued' && decision.isLeftOut === false;
  return { ...item, ...decision, ...(isAgain && { state: 'ready' }) };
}

/** As a person has decided about another reading of it. What has come to its end has done so. */
export function withDecisionsOf(
  { chosenId, isLeftOut, isConfirmed, own }: BundleItem,
  { chosenId: _, isLeftOut: __, isConfirmed: ___, own: ____, ...item }: BundleItem,
): BundleItem {
  return {
    ...item,
    ...(chosenId !== undefined && { chosenId }),
    ...(isLeftOut !== undefined && { isLeftOut }),
    ...(isConfirmed !== undefined && { isConfirmed }),
    ...(own && { own }),
  };
}

/** With a value of its own; an empty one is that of all. */
export function withOwn(item: BundleItem, field: keyof OwnFields, value: string): BundleItem {
  const { [field]: _, ...rest } = item.own ?? {};
  return { ...item, own: value ? { ...rest, [field]: value } : rest };
}
