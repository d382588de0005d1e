import type { CompiledRule } from './compiled-rule.js';
import type { Draft } from './element-rule.js';

/** The path of a child of the element at `path`, whose draft tells how many of its kind there are. */
export function joinPath(path: string, rule: CompiledRule, parentDraft: Draft): string {
  if (rule.path === '') return path;
  const part = rule.many ? `${rule.path}[${listLength(parentDraft, rule)}]` : rule.path;
  return path === '' ? part : `${path}.${part}`;
}

/** How many were read of an element that may be there more than once. */
export function listLength(draft: Draft, rule: CompiledRule): number {
  return (draft[rule.key] as unknown[] | undefined)?.length ?? 0;
}
