import type { FeedFindingCode } from '../../findings/feed-findings.js';
import { COMPILED_RULES, type CompiledRule } from '../../schema/compiled-rule.js';

/** What is to be said of an element that has no value. */
export interface Absence {
  readonly code: FeedFindingCode;
  readonly params: Readonly<Record<string, string>>;
}

/** Of a value that is there and empty; nothing when it may be. */
export function emptiness(rule: CompiledRule): Absence | undefined {
  const { presence, content, element } = rule;
  if (presence === 'required') return { code: 'empty-required', params: { element } };
  if (content === 'text') return presence === 'optional' ? { code: 'empty-element', params: { element } } : undefined;
  return presence === 'present' ? neededValue(rule) : { code: 'empty-value', params: { element } };
}

/** Of an element that isn't there, and should be. */
export function absence(rule: CompiledRule): Absence {
  const { presence, kind, content, element } = rule;
  if (presence === 'required') return { code: 'missing-element', params: { element } };
  return kind === 'value' && content !== 'text' ? neededValue(rule) : { code: 'element-left-out', params: { element } };
}

/** With the element that may be left out instead, when a value for this one is not to be had. */
function neededValue({ element, parent }: CompiledRule): Absence {
  const around = COMPILED_RULES[parent];
  const isSingle = around?.kind === 'record' && around.presence === 'optional' && !around.many;
  return { code: 'value-needed', params: { element, ...(isSingle && { around: around.element }) } };
}
