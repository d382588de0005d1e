import type { CompiledRule } from '../../schema/compiled-rule.js';
import type { SlottedDraft } from './draft-slots.js';

/** The path of a child of the element at `path`, whose draft tells how many of its kind there are. */
export function joinPath(path: string, rule: CompiledRule, parentDraft: SlottedDraft): string {
  if (rule.path === '') return path;
  const part = rule.many ? `${rule.path}[${listLength(parentDraft, rule)}]` : rule.path;
  return path === '' ? part : `${path}.${part}`;
}

/** How many were read of an element that may be there more than once. */
export function listLength(draft: SlottedDraft, rule: CompiledRule): number {
  return (draft.slots[rule.slot] as unknown[] | undefined)?.length ?? 0;
}
